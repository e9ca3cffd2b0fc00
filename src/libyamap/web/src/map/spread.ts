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
  /** Of the circle that it keeps free of others: round its symbols, or about the middle of its plate. */
  readonly radius: number;
  /** From its middle to the upper edge of its symbols. */
  readonly height: number;
  readonly plate: boolean;
  readonly beads: readonly Bead[];
}

export interface Packing {
  readonly id: string;
  readonly anchor: Point;
  readonly drawn: readonly Drawn[];
  /** A whole country: its symbols stand in a row on a plate, so that they don't look like points. */
  readonly plate: boolean;
}

export const PRESENCE_RADIUS = 10;
export const OTHER_RADIUS = 8;

const GAP = 3;
/** Symbols that a plate has room for. */
const LONGEST_PLATE = 6;
/** How much of a plate's length counts when packs are moved apart: it is long, but low. */
const PLATE_SHARE = 0.3;
/** Zooms at which symbols are as small as they get, and from which on they have their full size. */
const SMALL_AT = 2.5;
const FULL_FROM = 5.5;
const SMALLEST = 0.55;
/** Pixels from ring to ring, and how many directions are tried on each, where a pack looks for a free spot near its place. */
const RING = 5;
const RINGS = 40;
/** Rings that all packs may try together, and each in any case: among thousands a spot far away is no help, and long sought. */
const ALL_RINGS = 4000;
const FEWEST_RINGS = 2;
const DIRECTIONS = 24;
/** Upwards: labels stand beside and below. */
const FIRST_DIRECTION = -Math.PI / 2;
/** Pixels by which circles may overlap. */
const TOUCH = 0.5;
/** Squares in a row of the plane: more than any screen has. */
const ROW = 65_536;

export function radiusOf({ feature }: Drawn): number {
  return feature.collection === 'presence' ? PRESENCE_RADIUS : OTHER_RADIUS;
}

/** Share of its full size that a symbol has at a zoom: where the world is seen, symbols would cover countries. */
export function sizeAt(zoom: number): number {
  return Math.max(SMALLEST, Math.min(1, SMALLEST + ((zoom - SMALL_AT) / (FULL_FROM - SMALL_AT)) * (1 - SMALLEST)));
}

/**
 * The places of a frame, symbols at `size` of their full size. Small packs stand at their places; larger ones take the
 * nearest spot that is free. Where none is near, they stay and overlap: a closer look parts them.
 *
 * Packs of the picture `before`, at the same zoom, keep to where they stood: what comes and goes while time is played
 * moves nothing else, and little has to be found.
 */
export function spread(places: readonly Packing[], size = 1, before: readonly Pack[] = []): Pack[] {
  const packs = places.map((place) => pack(place, size)).sort((a, b) => a.radius - b.radius || (a.id < b.id ? -1 : 1));
  const taken = new Circles(Math.max(1, ...packs.map(({ radius }) => radius)));
  const rings = Math.max(FEWEST_RINGS, Math.min(RINGS, Math.floor(ALL_RINGS / packs.length)));
  const stood = new Map(before.map((pack) => [pack.id, pack]));
  const stand = (one: Pack, middle: Point) => {
    taken.add({ ...middle, radius: one.radius });
    return moved(one, middle);
  };
  const kept = packs.map((one) => {
    const last = stood.get(one.id);
    if (!last || last.radius !== one.radius) return null;
    return stand(one, { x: one.anchor.x + last.middle.x - last.anchor.x, y: one.anchor.y + last.middle.y - last.anchor.y });
  });
  return packs.map((one, index) => kept[index] ?? stand(one, spotFor(one, taken, rings)));
}

function spotFor({ anchor, radius }: Pack, taken: Circles, rings: number): Point {
  if (!taken.meets({ ...anchor, radius })) return anchor;
  for (let ring = 1; ring <= rings; ring++) {
    for (let step = 0; step < DIRECTIONS; step++) {
      const angle = FIRST_DIRECTION + (2 * Math.PI * step) / DIRECTIONS;
      const spot = { x: anchor.x + Math.cos(angle) * ring * RING, y: anchor.y + Math.sin(angle) * ring * RING };
      if (!taken.meets({ ...spot, radius })) return spot;
    }
  }
  return anchor;
}

interface Circle extends Point {
  readonly radius: number;
}

/** Circles by the squares that their middles lie in: what one may meet lies in its square or the eight round it. */
class Circles {
  private readonly squares = new Map<number, Circle[]>();

  constructor(private readonly largest: number) {}

  add(circle: Circle): void {
    const key = this.key(this.column(circle.x), this.column(circle.y));
    const square = this.squares.get(key);
    if (square) square.push(circle);
    else this.squares.set(key, [circle]);
  }

  meets({ x, y, radius }: Circle): boolean {
    const [column, row] = [this.column(x), this.column(y)];
    for (let across = column - 1; across <= column + 1; across++) {
      for (let down = row - 1; down <= row + 1; down++) {
        const near = this.squares.get(this.key(across, down));
        if (near?.some((other) => (other.x - x) ** 2 + (other.y - y) ** 2 < Math.max(0, other.radius + radius - TOUCH) ** 2)) return true;
      }
    }
    return false;
  }

  private column(at: number): number {
    return Math.floor(at / (2 * this.largest));
  }

  private key(column: number, row: number): number {
    return row * ROW + column;
  }
}

/** Symbols in rings round the first: 1, then 6, then 12; two or three side by side. */
function pack({ id, anchor, drawn, plate }: Packing, size: number): Pack {
  const largest = Math.max(...drawn.map(radiusOf), 0) * size;
  const pitch = 2 * largest + GAP * size;
  const spots = drawn.length <= (plate ? LONGEST_PLATE : 3) ? row(drawn.length, pitch) : rings(drawn.length, pitch);
  const beads = drawn.map((one, index) => {
    const spot = spots[index] as Point;
    return { drawn: one, at: { x: anchor.x + spot.x, y: anchor.y + spot.y }, radius: radiusOf(one) * size };
  });
  const reach = Math.max(0, ...spots.map(({ x, y }) => Math.hypot(x, y)));
  const height = (plate ? 0 : reach) + largest;
  return { id, anchor, middle: anchor, radius: (plate ? reach * PLATE_SHARE : reach) + largest + GAP * size, height, plate, beads };
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

function moved(one: Pack, middle: Point): Pack {
  if (middle === one.anchor) return one;
  const [dx, dy] = [middle.x - one.anchor.x, middle.y - one.anchor.y];
  const beads = one.beads.map((bead) => ({ ...bead, at: { x: bead.at.x + dx, y: bead.at.y + dy } }));
  return { ...one, middle, beads };
}
