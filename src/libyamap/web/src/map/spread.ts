/**
 * Where symbols stand on the screen: those of one place packed side by side, packs of near places moved apart,
 * so that each can be seen and reached. The same scene at the same zoom always gives the same layout.
 */

import type { Drawn } from '../selection';
import type { Point } from './projection';

export interface Bead {
  readonly drawn: Drawn;
  readonly at: Point;
  readonly radius: number;
}

export interface Pack {
  readonly id: string;
  /** Where the place is. */
  readonly anchor: Point;
  /** The middle of its symbols. */
  readonly middle: Point;
  /** Of the circle round its symbols. */
  readonly radius: number;
  readonly beads: readonly Bead[];
}

export interface Packing {
  readonly id: string;
  readonly anchor: Point;
  readonly drawn: readonly Drawn[];
}

export const PRESENCE_RADIUS = 10;
export const OTHER_RADIUS = 8;

const GAP = 3;
/** Rounds of moving packs apart, and what part of an overlap each removes. */
const ROUNDS = 60;
const STEP = 0.5;
/** What part of its way back to its place a pack takes in each round. */
const PULL = 0.04;

export function radiusOf({ feature }: Drawn): number {
  return feature.collection === 'presence' ? PRESENCE_RADIUS : OTHER_RADIUS;
}

export function spread(places: readonly Packing[]): Pack[] {
  const packs = places.map((place) => pack(place)).sort((a, b) => (a.id < b.id ? -1 : 1));
  const middles = packs.map(({ anchor }) => ({ ...anchor }));
  for (let round = 0; round < ROUNDS; round++) {
    if (!part(packs, middles) && round) break;
    packs.forEach(({ anchor }, index) => {
      const middle = middles[index] as { x: number; y: number };
      middle.x += (anchor.x - middle.x) * PULL;
      middle.y += (anchor.y - middle.y) * PULL;
    });
  }
  part(packs, middles);
  return packs.map((one, index) => moved(one, middles[index] as Point));
}

/** Symbols in rings round the first: 1, then 6, then 12; two or three side by side. */
function pack({ id, anchor, drawn }: Packing): Pack {
  const largest = Math.max(...drawn.map(radiusOf), 0);
  const pitch = 2 * largest + GAP;
  const spots = drawn.length <= 3 ? row(drawn.length, pitch) : rings(drawn.length, pitch);
  const beads = drawn.map((one, index) => {
    const spot = spots[index] as Point;
    return { drawn: one, at: { x: anchor.x + spot.x, y: anchor.y + spot.y }, radius: radiusOf(one) };
  });
  const reach = Math.max(0, ...spots.map(({ x, y }) => Math.hypot(x, y)));
  return { id, anchor, middle: anchor, radius: reach + largest + GAP, beads };
}

function row(count: number, pitch: number): Point[] {
  return Array.from({ length: count }, (_, index) => ({ x: (index - (count - 1) / 2) * pitch, y: 0 }));
}

function rings(count: number, pitch: number): Point[] {
  const spots: Point[] = [{ x: 0, y: 0 }];
  for (let ring = 1; spots.length < count; ring++) {
    const room = Math.min(6 * ring, count - spots.length);
    for (let index = 0; index < room; index++) {
      const angle = (2 * Math.PI * index) / room - Math.PI / 2;
      spots.push({ x: Math.cos(angle) * ring * pitch, y: Math.sin(angle) * ring * pitch });
    }
  }
  return spots;
}

/** Move every two packs that overlap apart; whether any did. */
function part(packs: readonly Pack[], middles: { x: number; y: number }[]): boolean {
  let met = false;
  for (let first = 0; first < packs.length; first++) {
    for (let second = first + 1; second < packs.length; second++) {
      const [a, b] = [middles[first] as { x: number; y: number }, middles[second] as { x: number; y: number }];
      const wanted = (packs[first] as Pack).radius + (packs[second] as Pack).radius;
      const [dx, dy] = [b.x - a.x, b.y - a.y];
      if (Math.abs(dx) >= wanted || Math.abs(dy) >= wanted) continue;
      const distance = Math.hypot(dx, dy);
      if (distance >= wanted) continue;
      met = true;
      const [ux, uy] = distance > 0.01 ? [dx / distance, dy / distance] : [1, 0];
      const push = (wanted - distance) * STEP;
      a.x -= ux * push;
      a.y -= uy * push;
      b.x += ux * push;
      b.y += uy * push;
    }
  }
  return met;
}

function moved(one: Pack, middle: Point): Pack {
  const [dx, dy] = [middle.x - one.anchor.x, middle.y - one.anchor.y];
  const beads = one.beads.map((bead) => ({ ...bead, at: { x: bead.at.x + dx, y: bead.at.y + dy } }));
  return { ...one, middle, beads };
}
