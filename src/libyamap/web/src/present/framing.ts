/** Where the map looks in a scene: as its view says, in whatever room there is, with what stands out in sight. */

import type { Document, Feature, LonLat } from '../document';
import { projected, unprojected, type Point } from '../map/projection';
import type { Viewport } from '../map/view';
import type { View } from '../view';

/** A map's size in pixels, and how much of it is covered at the top. */
export interface Room {
  readonly width: number;
  readonly height: number;
  readonly top: number;
}

/** The room, in pixels, in which a view's zoom is meant: about what panels leave free where scenes are made. */
const MEANT = { width: 860, height: 600 };
/** Pixels that what stands out keeps from the edge. */
const MARGIN = 36;
const STEP = 0.25;
const FARTHEST = 2;

/** A scene's viewport in a room; features that stand out lie within it, from farther away if need be. */
export function framed({ center, zoom }: Pick<View, 'center' | 'zoom'>, document: Document, highlighted: readonly string[], room: Room): Viewport {
  const spots = document.features.filter(({ id }) => highlighted.includes(id)).flatMap((feature) => spotsOf(feature, document)).map(projected);
  if (!center || zoom === null) return around(home(document), room);
  const middle = projected([center.lon, center.lat]);
  const meant = zoom + Math.log2(Math.min(room.width / MEANT.width, (room.height - room.top) / MEANT.height));
  return standing(middle, Math.min(meant, nearest(spots, middle, room)), room);
}

/** The corners of the dataset's home. */
function home({ home: [west, south, east, north] }: Document): Point[] {
  return [projected([west, south]), projected([east, north])];
}

/** Where all of some positions are just seen. */
function around(spots: readonly Point[], room: Room): Viewport {
  const [xs, ys] = [spots.map(({ x }) => x), spots.map(({ y }) => y)];
  const middle = { x: (Math.min(...xs) + Math.max(...xs)) / 2, y: (Math.min(...ys) + Math.max(...ys)) / 2 };
  return standing(middle, nearest(spots, middle, room, 0), room);
}

/** Where a position stands in the middle of what is free. */
function standing({ x, y }: Point, wanted: number, { top }: Room): Viewport {
  const zoom = stepped(wanted);
  const [lon, lat] = unprojected({ x, y: y - top / 2 / 2 ** zoom });
  return { lat, lon, zoom };
}

/** The nearest zoom at which all positions lie within a room round its middle. */
function nearest(spots: readonly Point[], middle: Point, { width, height, top }: Room, margin = MARGIN): number {
  const zooms = spots.flatMap(({ x, y }) => [(width / 2 - margin) / Math.abs(x - middle.x), ((height - top) / 2 - margin) / Math.abs(y - middle.y)]);
  return Math.log2(Math.min(Infinity, ...zooms.map((scale) => Math.max(scale, 1))));
}

/** Zooms are kept to steps, which the map's own wheel has too. */
function stepped(zoom: number): number {
  return Math.max(FARTHEST, Math.floor(zoom / STEP) * STEP);
}

/** The positions at which a feature is seen. */
function spotsOf(feature: Feature, { places }: Document): LonLat[] {
  if (feature.line) return [...feature.line];
  const ids = [feature.place, feature.destination, feature.origin, ...feature.about].filter((id) => id !== null);
  const place = places.find(({ id }) => id === ids[0]);
  return place ? [place.point] : [];
}
