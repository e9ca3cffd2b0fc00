/** The ground that a drawing covers, as rings in longitude and latitude. */

import type { LonLat } from '../document';
import { circle, curved, destination, leg, ringArea, ringLength } from './geodesy';
import { unrolled } from './longitudes';
import type { Drawing, Path } from './model';
import { withinReach } from './reach';
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

function ringsOf(drawing: Drawing): Path[] | null {
  const { shape, paths, radii } = withinReach(drawing);
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
  return measuresOf(drawing)?.area ?? null;
}

/** Metres round all rings. */
export function perimeterOf(drawing: Drawing): number {
  return measuresOf(drawing)?.perimeter ?? 0;
}

interface Measures {
  readonly area: number;
  readonly perimeter: number;
}

const measured = new WeakMap<Drawing, Measures>();

function measuresOf(drawing: Drawing): Measures | null {
  const { shape } = drawing;
  if (shape !== 'polygon' && shape !== 'rectangle' && shape !== 'circle') return null;
  const known = measured.get(drawing);
  if (known) return known;
  const rings = regionOf(drawing)?.rings ?? [];
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const areas = polygonsOf(rings).map(([outer = [], ...holes]) => ringArea(outer) - sum(holes.map(ringArea)));
  const measures = { area: Math.abs(sum(areas)), perimeter: sum(rings.map(ringLength)) };
  measured.set(drawing, measures);
  return measures;
}

/** Rings of the even-odd rule as polygons: each an outer ring, and the holes that are cut out of it. */
export function polygonsOf(rings: readonly Path[]): Path[][] {
  const sieves = rings.map((ring) => createSieve([ring], 'evenodd'));
  const around = rings.map(([at], index) => sieves.flatMap((sieve, other) => (at && other !== index && sieve.has(...at) ? [other] : [])));
  const isOuter = (index: number) => (around[index]?.length ?? 0) % 2 === 0;
  const polygons = new Map(rings.flatMap((ring, index): [number, Path[]][] => (isOuter(index) ? [[index, [ring]]] : [])));
  rings.forEach((ring, index) => {
    if (isOuter(index)) return;
    const outers = (around[index] ?? []).filter(isOuter).sort((a, b) => (around[b]?.length ?? 0) - (around[a]?.length ?? 0));
    // Rings that cross one another may have none: then each is a polygon of its own.
    const home = polygons.get(outers[0] ?? -1);
    if (home) home.push(ring);
    else polygons.set(index, [ring]);
  });
  return [...polygons.values()];
}
