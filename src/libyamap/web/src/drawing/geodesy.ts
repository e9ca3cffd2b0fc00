/** Distances, bearings and areas on the WGS 84 ellipsoid. Longitudes of a path run on beyond 180, without a jump. */

import { Geodesic } from 'geographiclib-geodesic';
import type { LonLat } from '../document';
import { unrolled } from './longitudes';
import type { Path } from './model';

/** The shortest way from one position to another. */
export interface Leg {
  readonly metres: number;
  /** To start on, in degrees clockwise from true north, from 0 to 360. */
  readonly bearing: number;
}

const EARTH = Geodesic.WGS84;
export const METRES_PER_NAUTICAL_MILE = 1852;
/** Metres between positions of a geodesic as it is drawn, and the most of them. */
const STEP = 50_000;
const MOST_STEPS = 160;
/** Degrees between positions of an edge that is straight in longitude and latitude. */
const STRAIGHT_STEP = 0.25;
const ROUND = 128;

export function leg([lon1, lat1]: LonLat, [lon2, lat2]: LonLat): Leg {
  const { s12 = 0, azi1 = 0 } = EARTH.Inverse(lat1, lon1, lat2, lon2);
  return { metres: s12, bearing: (azi1 + 360) % 360 };
}

export function legs(path: Path): Leg[] {
  return path.slice(1).map((position, index) => leg(path[index] as LonLat, position));
}

/** Metres along a path. */
export function length(path: Path): number {
  return legs(path).reduce((sum, { metres }) => sum + metres, 0);
}

/** Where one comes to; its longitude runs on beyond 180. */
export function destination([lon, lat]: LonLat, bearing: number, metres: number): LonLat {
  const { lon2 = lon, lat2 = lat } = EARTH.Direct(lat, lon, bearing, metres, Geodesic.STANDARD | Geodesic.LONG_UNROLL);
  return [lon2, lat2];
}

/** Positions at a distance all round, counterclockwise, not closed. */
export function circle(centre: LonLat, metres: number, count = ROUND): LonLat[] {
  return Array.from({ length: count }, (_, index) => destination(centre, -(360 * index) / count, metres));
}

/** A path with enough positions between its own that straight pieces show its geodesics. */
export function curved(path: Path): LonLat[] {
  const [first] = path;
  if (!first) return [];
  return unrolled(path).reduce<LonLat[]>((drawn, to) => {
    const from = drawn.at(-1);
    if (!from) return [to];
    const { metres, bearing } = leg(from, to);
    const count = Math.max(1, Math.min(MOST_STEPS, Math.ceil(metres / STEP)));
    const line = EARTH.DirectLine(from[1], from[0], bearing, metres);
    for (let step = 1; step < count; step++) {
      const { lon2 = 0, lat2 = 0 } = line.Position((metres * step) / count, Geodesic.STANDARD | Geodesic.LONG_UNROLL);
      drawn.push([lon2, lat2]);
    }
    drawn.push(to);
    return drawn;
  }, []);
}

/** A ring, closed, with positions along its edges, which are straight in longitude and latitude, as in GeoJSON. */
export function straight(ring: Path): LonLat[] {
  const open = unrolled(ring);
  const [first] = open;
  if (!first) return [];
  const drawn: LonLat[] = [first];
  for (const to of [...open.slice(1), first]) {
    const from = drawn.at(-1) as LonLat;
    const [east, north] = [to[0] - from[0], to[1] - from[1]];
    const count = Math.max(1, Math.min(MOST_STEPS, Math.ceil(Math.max(Math.abs(east), Math.abs(north)) / STRAIGHT_STEP)));
    for (let step = 1; step <= count; step++) drawn.push([from[0] + (east * step) / count, from[1] + (north * step) / count]);
  }
  return drawn;
}

/** Square metres inside a ring whose edges are straight in longitude and latitude. */
export function ringArea(ring: Path): number {
  const polygon = EARTH.Polygon(false);
  for (const [lon, lat] of straight(ring).slice(1)) polygon.AddPoint(lat, lon);
  return Math.abs(polygon.Compute(false, true).area ?? 0);
}

/** Metres round a ring whose edges are straight in longitude and latitude. */
export function ringLength(ring: Path): number {
  return length(straight(ring));
}
