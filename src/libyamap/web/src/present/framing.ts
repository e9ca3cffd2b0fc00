/** Where the map looks in a scene: as its view says, in whatever room there is, with what stands out in sight. */

import type { Document, Feature, LonLat } from '../document';
import { projected, unprojected, type Point } from '../map/projection';
import type { Viewport } from '../map/view';
import type { View } from '../view';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The room, in pixels, in which a view's zoom is meant: about what panels leave free where scenes are made. */
const MEANT: Size = { width: 860, height: 600 };
/** Pixels that what stands out keeps from the edge. */
const MARGIN = 36;
const STEP = 0.25;
const FARTHEST = 2;

/** A scene's viewport in a room; features that stand out lie within it, from farther away if need be. */
export function framed({ center, zoom }: Pick<View, 'center' | 'zoom'>, document: Document, highlighted: readonly string[], room: Size): Viewport {
  const spots = document.features.filter(({ id }) => highlighted.includes(id)).flatMap((feature) => spotsOf(feature, document)).map(projected);
  if (!center || zoom === null) return around(home(document), room);
  const middle = projected([center.lon, center.lat]);
  const meant = zoom + Math.log2(Math.min(room.width / MEANT.width, room.height / MEANT.height));
  return { ...center, zoom: stepped(Math.min(meant, nearest(spots, middle, room))) };
}

/** The corners of the dataset's home. */
function home({ home: [west, south, east, north] }: Document): Point[] {
  return [projected([west, south]), projected([east, north])];
}

/** Where all of some positions are just seen. */
function around(spots: readonly Point[], room: Size): Viewport {
  const [xs, ys] = [spots.map(({ x }) => x), spots.map(({ y }) => y)];
  const middle = { x: (Math.min(...xs) + Math.max(...xs)) / 2, y: (Math.min(...ys) + Math.max(...ys)) / 2 };
  const [lon, lat] = unprojected(middle);
  return { lat, lon, zoom: stepped(nearest(spots, middle, room, 0)) };
}

/** The nearest zoom at which all positions lie within a room round its middle. */
function nearest(spots: readonly Point[], middle: Point, { width, height }: Size, margin = MARGIN): number {
  const zooms = spots.flatMap(({ x, y }) => [(width / 2 - margin) / Math.abs(x - middle.x), (height / 2 - margin) / Math.abs(y - middle.y)]);
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
