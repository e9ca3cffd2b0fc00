/**
 * Which points lie inside an outline, fast enough for hundreds of thousands of them.
 *
 * Edges are sorted into bands of latitude once, each as its slope and its beginning in one flat array; a point outside
 * the bounds costs four comparisons, any other the few edges of its band.
 */

import type { Path } from './model';

export type Rule = 'evenodd' | 'nonzero';

export interface Sieve {
  /** Whether a position is inside, in whichever copy of the world. */
  has(lon: number, lat: number): boolean;
  /** Indices of the points that are inside. */
  select(lons: Float64Array, lats: Float64Array): Uint32Array;
}

/** Numbers kept of an edge: lower and upper latitude, longitude at the equator's parallel, slope, direction. */
const KEPT = 5;
const MOST_BANDS = 4096;

export function createSieve(rings: readonly Path[], rule: Rule): Sieve {
  const edges = edgesOf(rings);
  const [west, east, south, north] = boundsOf(rings);
  const count = Math.max(1, Math.min(MOST_BANDS, edges.length / KEPT));
  const scale = north > south ? count / (north - south) : 0;
  const band = (lat: number) => Math.max(0, Math.min(count - 1, Math.floor((lat - south) * scale)));
  const { starts, banded } = sorted(edges, count, band);

  const isInside = (lon: number, lat: number): boolean => {
    const at = band(lat);
    let winding = 0;
    for (let edge = starts[at] as number, end = starts[at + 1] as number; edge < end; edge += KEPT) {
      if (lat >= (banded[edge] as number) && lat < (banded[edge + 1] as number)) {
        const crossing = (banded[edge + 2] as number) + lat * (banded[edge + 3] as number);
        if (crossing > lon) winding += banded[edge + 4] as number;
      }
    }
    return rule === 'nonzero' ? winding !== 0 : (winding & 1) === 1;
  };

  const has = (lon: number, lat: number): boolean => {
    if (!(lat >= south && lat <= north)) return false;
    for (let copy = lon - 360 * Math.floor((lon - west) / 360); copy <= east; copy += 360) {
      if (isInside(copy, lat)) return true;
    }
    return false;
  };

  return {
    has,
    select: (lons, lats) => {
      const found = new Uint32Array(lons.length);
      const plain = west >= -180 && east <= 180;
      let n = 0;
      for (let index = 0; index < lons.length; index++) {
        const [lon, lat] = [lons[index] as number, lats[index] as number];
        if (lat < south || lat > north) continue;
        if (plain ? lon >= west && lon <= east && isInside(lon, lat) : has(lon, lat)) found[n++] = index;
      }
      return found.slice(0, n);
    },
  };
}

function edgesOf(rings: readonly Path[]): Float64Array {
  const edges: number[] = [];
  for (const ring of rings) {
    ring.forEach(([lon2, lat2], index) => {
      const [lon1, lat1] = ring.at(index - 1) as readonly [number, number];
      if (lat1 === lat2) return;
      const slope = (lon2 - lon1) / (lat2 - lat1);
      edges.push(Math.min(lat1, lat2), Math.max(lat1, lat2), lon1 - lat1 * slope, slope, lat1 < lat2 ? 1 : -1);
    });
  }
  return Float64Array.from(edges);
}

function boundsOf(rings: readonly Path[]): readonly [number, number, number, number] {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [lon, lat] of rings.flat()) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return [west, east, south, north];
}

/** The edges of each band, one band after the other, and where each band starts. */
function sorted(edges: Float64Array, count: number, band: (lat: number) => number): { readonly starts: Uint32Array; readonly banded: Float64Array } {
  const starts = new Uint32Array(count + 1);
  const each = (visit: (edge: number, at: number) => void) => {
    for (let edge = 0; edge < edges.length; edge += KEPT) {
      for (let at = band(edges[edge] as number), end = band(edges[edge + 1] as number); at <= end; at++) visit(edge, at);
    }
  };
  each((_, at) => {
    starts[at + 1] = (starts[at + 1] as number) + KEPT;
  });
  for (let at = 0; at < count; at++) starts[at + 1] = (starts[at + 1] as number) + (starts[at] as number);
  const banded = new Float64Array(starts[count] as number);
  const next = starts.slice();
  each((edge, at) => {
    banded.set(edges.subarray(edge, edge + KEPT), next[at] as number);
    next[at] = (next[at] as number) + KEPT;
  });
  return { starts, banded };
}
