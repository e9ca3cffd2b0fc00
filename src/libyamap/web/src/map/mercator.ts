/** Spherical Web Mercator (EPSG:3857), in pixels of zoom 0: the world is 256 wide, the origin at the top left. */

import type { LonLat } from '../document';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** An upright rectangle: its top left corner and size. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

export const WORLD = 256;
/** Metres round the equator of the sphere that Web Mercator projects. */
const EQUATOR = 2 * Math.PI * 6_378_137;
const LIMIT = 85.05112878;

export function projected([lon, lat]: LonLat): Point {
  const sine = Math.sin((Math.max(-LIMIT, Math.min(LIMIT, lat)) * Math.PI) / 180);
  return {
    x: WORLD * (0.5 + lon / 360),
    y: WORLD * (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)),
  };
}

export function unprojected({ x, y }: Point): LonLat {
  return [(x / WORLD - 0.5) * 360, (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / WORLD))) * 180) / Math.PI];
}

/** Pixels of zoom 0 per metre at a latitude. */
export function pixelsPerMetre(lat: number): number {
  return WORLD / (EQUATOR * Math.cos((lat * Math.PI) / 180));
}

const RADIANS = Math.PI / 180;
/** Mean radius of the earth in kilometres (IUGG). */
const EARTH = 6371.0088;

/** Great-circle distance in kilometres, and the bearing to start on in degrees clockwise from north. */
export function course([lon1, lat1]: LonLat, [lon2, lat2]: LonLat): { readonly km: number; readonly bearing: number } {
  const [a, b, across] = [lat1 * RADIANS, lat2 * RADIANS, (lon2 - lon1) * RADIANS];
  const haversine = Math.sin((b - a) / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(across / 2) ** 2;
  const bearing = Math.atan2(
    Math.sin(across) * Math.cos(b),
    Math.cos(a) * Math.sin(b) - Math.sin(a) * Math.cos(b) * Math.cos(across),
  );
  return { km: 2 * EARTH * Math.asin(Math.sqrt(haversine)), bearing: (bearing / RADIANS + 360) % 360 };
}
