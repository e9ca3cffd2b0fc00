/** The ground that a drawing covers, as rings in longitude and latitude. */

import type { LonLat } from '../document';
import { circle, curved, destination, leg, ringArea, ringLength, unrolled } from './geodesy';
import type { Drawing, Path } from './model';
import { createSieve, type Sieve } from './sieve';

export interface Region {
  /** Not closed. */
  readonly rings: readonly Path[];
  /** Whether the rings are parts that may overlap, rather than outlines with holes. */
  readonly parts: boolean;
  readonly sieve: Sieve;
}

const regions = new WeakMap<Drawing, Region>();

/** What a drawing covers; null for lines and points. */
export function regionOf(drawing: Drawing): Region | null {
  const known = regions.get(drawing);
  if (known) return known;
  const rings = ringsOf(drawing);
  if (!rings) return null;
  const parts = drawing.shape === 'corridor';
  const region = { rings, parts, sieve: createSieve(rings, parts ? 'nonzero' : 'evenodd') };
  regions.set(drawing, region);
  return region;
}

function ringsOf({ shape, paths, radii }: Drawing): Path[] | null {
  const [path = []] = paths;
  const [first] = path;
  const [radius = 0] = radii;
  if (!first) return null;
  if (shape === 'polygon') return paths.map(unrolled);
  if (shape === 'rectangle') return [cornersOf(path)];
  if (shape === 'circle') return [circle(first, radius)];
  if (shape === 'corridor') return corridor(path, radius);
  return null;
}

/** The corners of a rectangle that is given by two of them, counterclockwise from the south-west. */
export function cornersOf(path: Path): Path {
  const [[lon1, lat1], [lon2, lat2]] = unrolled(path) as [LonLat, LonLat];
  const [west, east, south, north] = [Math.min(lon1, lon2), Math.max(lon1, lon2), Math.min(lat1, lat2), Math.max(lat1, lat2)];
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
}

/** A circle round each position of a line, and a quadrangle along each piece of its geodesics, all counterclockwise. */
function corridor(path: Path, radius: number): Path[] {
  const line = curved(path);
  const caps = unrolled(path).map((position) => circle(position, radius, 64));
  const sides = line.slice(1).flatMap((to, index): Path[] => {
    const from = line[index] as LonLat;
    const { metres, bearing } = leg(from, to);
    if (metres === 0) return [];
    const back = leg(to, from).bearing;
    return [[destination(from, bearing + 90, radius), destination(to, back - 90, radius), destination(to, back + 90, radius), destination(from, bearing - 90, radius)]];
  });
  return [...caps, ...sides];
}

/** Square metres; null where there is no area, or parts overlap. */
export function areaOf(drawing: Drawing): number | null {
  const { shape } = drawing;
  if (shape !== 'polygon' && shape !== 'rectangle' && shape !== 'circle') return null;
  const rings = regionOf(drawing)?.rings ?? [];
  return Math.abs(rings.reduce((sum, ring, index) => sum + (isHole(ring, index, rings) ? -1 : 1) * ringArea(ring), 0));
}

/** Metres round all rings. */
export function perimeterOf(drawing: Drawing): number {
  return (regionOf(drawing)?.rings ?? []).reduce((sum, ring) => sum + ringLength(ring), 0);
}

function isHole(ring: Path, index: number, rings: readonly Path[]): boolean {
  const [at] = ring;
  if (!at || rings.length === 1) return false;
  return rings.filter((other, n) => n !== index && createSieve([other], 'evenodd').has(...at)).length % 2 === 1;
}
