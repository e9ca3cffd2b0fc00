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

/** Metres round the equator of the sphere that Web Mercator projects. */
const EQUATOR = 2 * Math.PI * 6_378_137;

/** Pixels of zoom 0 per metre at a latitude. */
export function pixelsPerMetre(lat: number): number {
  return WORLD / (EQUATOR * Math.cos(lat * DEGREE));
}

/** Mean radius of the earth in kilometres (IUGG). */
const EARTH = 6371.0088;

/** The way from one position to another on the globe. */
export interface Course {
  /** Along the great circle. */
  readonly km: number;
  /** To start on, in degrees clockwise from north. */
  readonly bearing: number;
}

export function course([lon1, lat1]: LonLat, [lon2, lat2]: LonLat): Course {
  const [a, b, across] = [lat1 * DEGREE, lat2 * DEGREE, (lon2 - lon1) * DEGREE];
  const haversine = Math.sin((b - a) / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(across / 2) ** 2;
  const bearing = Math.atan2(
    Math.sin(across) * Math.cos(b),
    Math.cos(a) * Math.sin(b) - Math.sin(a) * Math.cos(b) * Math.cos(across),
  );
  return { km: 2 * EARTH * Math.asin(Math.sqrt(haversine)), bearing: (bearing / DEGREE + 360) % 360 };
}
