/**
 * Where a scene looks: its centre stands in the middle of what is free of panels, and its zoom is meant for a map of one
 * size, so that it shows the same wherever it was made and wherever it is shown.
 */

import type { MapView, Viewport } from '../map/view';
import { kept } from '../permalink';
import type { View } from '../view';

type Look = Pick<View, 'center' | 'zoom'>;

/** Pixels of the map that a scene's zoom is meant for; as in the library's `briefs/fitting.py`. */
const MEANT = { width: 860, height: 600 };
/** The map's steps of zoom, and by how much less than one a rounded zoom may miss it. */
const STEP = 0.25;
const ROUNDING = 0.01;
/** Pixels, and levels of zoom, by which a map at rest may miss its aim. */
const NEAR_PIXELS = 2;
const NEAR_ZOOM = 0.02;

/** What the map shows, as a scene keeps it. */
export function lookOf(map: MapView): Look {
  const { zoom } = map.viewport();
  return kept({ ...map.room().middle, zoom: zoom - shareOf(map) });
}

/** Where the map goes to show the same; null for the dataset's home. */
export function aimOf({ center, zoom }: Look, map: MapView): Viewport | null {
  if (!center || zoom === null) return null;
  const nearest = Math.floor((zoom + shareOf(map) + ROUNDING) / STEP) * STEP;
  return map.centred({ ...center, zoom: nearest });
}

export function isNear(one: Viewport, other: Viewport): boolean {
  const degree = (256 * 2 ** one.zoom) / 360;
  return Math.abs(one.zoom - other.zoom) < NEAR_ZOOM && Math.abs(one.lon - other.lon) * degree < NEAR_PIXELS && Math.abs(one.lat - other.lat) * degree < NEAR_PIXELS;
}

/** How much larger the free part of the map is than the one that is meant, in levels of zoom. */
function shareOf(map: MapView): number {
  const { width, height } = map.room();
  return Math.log2(Math.max(Math.min(width / MEANT.width, height / MEANT.height), 0.1));
}
