/** Longitudes that run on beyond 180 along a path, without a jump, and back within the first copy of the world. */

import type { LonLat } from '../document';
import type { Path } from './model';

/** A path each of whose longitudes is the one nearest to that before it. */
export function unrolled(path: Path): LonLat[] {
  let before = path[0]?.[0] ?? 0;
  return path.map(([lon, lat]) => {
    before = lon + 360 * Math.round((before - lon) / 360);
    return [before, lat];
  });
}

/** A longitude within the first copy of the world. */
export function wrapped(lon: number): number {
  return lon >= -180 && lon <= 180 ? lon : ((((lon + 180) % 360) + 360) % 360) - 180;
}
