/** Spherical Web Mercator (EPSG:3857) in pixels of zoom 0: the world is 256 wide, its top left corner the origin. */

import type { LonLat } from '../document';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** An upright rectangle: its top left corner and its size. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** Degrees. East is below west where a frame straddles the antimeridian's copies only beyond 180. */
export interface Bounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Width and height of the world at zoom 0. */
export const WORLD = 256;
/** Latitude at which the projected world ends, so that it is square. */
export const LAST_LATITUDE = 85.0511287798066;
const DEGREE = Math.PI / 180;

/** Pixels of zoom 0; latitudes beyond the square world are set on its edge. */
export function projected([lon, lat]: LonLat): Point {
  const sine = Math.sin(Math.max(-LAST_LATITUDE, Math.min(LAST_LATITUDE, lat)) * DEGREE);
  return { x: WORLD * (0.5 + lon / 360), y: WORLD * (0.5 - Math.atanh(sine) / (2 * Math.PI)) };
}

/** Longitude and latitude of pixels of zoom 0; longitudes run on beyond 180 in the world's copies. */
export function unprojected({ x, y }: Point): LonLat {
  return [(x / WORLD - 0.5) * 360, Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / WORLD))) / DEGREE];
}

/** Pixels of a zoom level per pixel of zoom 0. */
export function zoomScale(zoom: number): number {
  return 2 ** zoom;
}
