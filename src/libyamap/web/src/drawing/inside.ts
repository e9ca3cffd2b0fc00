/**
 * What is inside a selection. A place known to a radius or as an area is certainly inside if all of it is, and
 * possibly if some of it is; a country's point stands for its name, so that it is never more than possibly inside.
 */

import type { Feature, LonLat, Place } from '../document';
import type { Lookup } from '../lookup';
import type { Drawn } from '../selection';
import { unrolled } from './longitudes';
import type { Drawing, Path } from './model';
import { regionOf, type Region } from './region';
import { createSieve } from './sieve';

export type Inside = 'certain' | 'possible';

export interface Held {
  readonly drawn: Drawn;
  readonly inside: Inside;
}

/** The features inside a drawing, those that certainly are first. */
export function heldBy(drawing: Drawing, drawn: readonly Drawn[], lookup: Lookup): Held[] {
  const held = drawn.flatMap((one): Held[] => {
    const inside = insideOf(drawing, one.feature, lookup);
    return inside ? [{ drawn: one, inside }] : [];
  });
  return held.sort((a, b) => Number(b.inside === 'certain') - Number(a.inside === 'certain'));
}

/** What the selections that are switched to show only what is inside leave; everything where none is. */
export function narrowed<One extends Pick<Drawn, 'feature'>>(all: readonly One[], drawings: readonly Drawing[], lookup: Lookup): readonly One[] {
  const only = drawings.filter((drawing) => drawing.only);
  if (only.length === 0) return all;
  return all.filter(({ feature }) => only.some((drawing) => insideOf(drawing, feature, lookup) !== null));
}

export function insideOf(drawing: Drawing, feature: Feature, lookup: Lookup): Inside | null {
  const region = regionOf(drawing);
  if (!region) return null;
  if (feature.place !== null) return placed(drawing, region, lookup.places.get(feature.place));
  if (feature.line) return along(region, feature.line);
  const end = feature.origin ?? feature.destination;
  // Where the other end is not stated, some of the way may lie anywhere.
  return end !== null && placed(drawing, region, lookup.places.get(end)) ? 'possible' : null;
}

const judged = new WeakMap<Drawing, WeakMap<Place, Inside | null>>();

/** Judged once: many features stand at one place. */
function placed(drawing: Drawing, region: Region, place: Place | undefined): Inside | null {
  if (!place) return null;
  const known = judged.get(drawing) ?? new WeakMap<Place, Inside | null>();
  judged.set(drawing, known);
  const before = known.get(place);
  if (before !== undefined) return before;
  const inside = judge(region, place);
  known.set(place, inside);
  return inside;
}

function judge(region: Region, place: Place): Inside | null {
  const has = region.sieve.has(...place.point);
  if (place.precision === 'country') return has ? 'possible' : null;
  if (!place.outline) return has ? 'certain' : null;
  return related(region, place.outline.flatMap((rings) => rings.map((ring) => unrolled(ring))));
}

/** How an outline lies: wholly inside, partly, or not at all. */
function related(region: Region, outline: readonly Path[]): Inside | null {
  const corners = outline.flat();
  const held = corners.filter((corner) => region.sieve.has(...corner)).length;
  const whole = held === corners.length;
  // Parts of a corridor overlap, so that their edges may well run through what is wholly inside.
  if (whole && region.parts) return 'certain';
  const area = createSieve(outline, 'evenodd');
  const cut = region.rings.some((ring) => ring.some((corner) => area.has(...corner))) || meets(region.rings, outline);
  if (whole) return cut ? 'possible' : 'certain';
  return held > 0 || cut ? 'possible' : null;
}

function along(region: Region, line: Path): Inside | null {
  const way = unrolled(line);
  const held = way.filter((position) => region.sieve.has(...position)).length;
  if (held === way.length) return 'certain';
  return held > 0 || region.rings.some((ring) => edgesMeet(closed(ring), way)) ? 'possible' : null;
}

function meets(rings: readonly Path[], others: readonly Path[]): boolean {
  return rings.some((ring) => others.some((other) => edgesMeet(closed(ring), closed(other))));
}

function closed(ring: Path): Path {
  const [first] = ring;
  return first ? [...ring, first] : ring;
}

function edgesMeet(a: Path, b: Path): boolean {
  for (let i = 1; i < a.length; i++) {
    const [p, q] = [a[i - 1] as LonLat, a[i] as LonLat];
    for (let j = 1; j < b.length; j++) {
      const [r, s] = [b[j - 1] as LonLat, b[j] as LonLat];
      if (Math.max(p[1], q[1]) < Math.min(r[1], s[1]) || Math.max(r[1], s[1]) < Math.min(p[1], q[1])) continue;
      if (turn(p, q, r) * turn(p, q, s) < 0 && turn(r, s, p) * turn(r, s, q) < 0) return true;
    }
  }
  return false;
}

/** Positive where the way from a over b to c turns left. */
function turn(a: LonLat, b: LonLat, c: LonLat): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}
