/** What an analyst draws on the map: shapes that select, measures, notes. */

import type { LonLat } from '../document';

export const SHAPES = ['polygon', 'rectangle', 'circle', 'corridor', 'rings', 'line', 'point', 'text'] as const;
export type Shape = (typeof SHAPES)[number];
export const ROLES = ['selection', 'measure', 'note'] as const;
export type Role = (typeof ROLES)[number];

/** One drawing. Frozen: a change makes another. */
export interface Drawing {
  /** Two characters, kept for as long as there is the drawing. */
  readonly id: string;
  readonly shape: Shape;
  readonly role: Role;
  /** Only what is inside is shown; selections alone can do that. */
  readonly only: boolean;
  /**
   * Positions that define it: a polygon's rings (not closed, inside by the even-odd rule), a rectangle's opposite
   * corners, the centre of a circle or of rings, the line of a corridor. All but polygons have one path.
   */
  readonly paths: readonly Path[];
  /** Metres: a circle's, half the width of a corridor, those of rings from the smallest on. */
  readonly radii: readonly number[];
  /** What it is called; of a text, the text itself. */
  readonly name: string;
  readonly note: string;
}

export type Path = readonly LonLat[];

/** The id of what is being drawn. */
export const PENDING = '--';

/** A drawing that has no id yet. */
export type Draftable = Omit<Drawing, 'id'>;

/** The roles that each shape can have. */
export const ROLES_OF: Readonly<Record<Shape, readonly Role[]>> = {
  polygon: ['selection', 'measure', 'note'],
  rectangle: ['selection', 'note'],
  circle: ['selection', 'note'],
  corridor: ['selection'],
  rings: ['measure'],
  line: ['measure', 'note'],
  point: ['note'],
  text: ['note'],
};

/** The fewest and the most positions of a path. */
export const POSITIONS_OF: Readonly<Record<Shape, readonly [number, number]>> = {
  polygon: [3, Infinity],
  rectangle: [2, 2],
  circle: [1, 1],
  corridor: [2, Infinity],
  rings: [1, 1],
  line: [2, Infinity],
  point: [1, 1],
  text: [1, 1],
};

/** The most radii; none for what has no radius. */
export const RADII_OF: Readonly<Record<Shape, number>> = {
  polygon: 0,
  rectangle: 0,
  circle: 1,
  corridor: 1,
  rings: 12,
  line: 0,
  point: 0,
  text: 0,
};

/** Characters. */
export const MOST_NAME = 60;
export const MOST_NOTE = 280;
/** Metres: beyond a quarter of the globe a circle has no sensible picture on this map. */
export const MOST_RADIUS = 10_000_000;
export const MOST_DRAWINGS = 200;

const CONTROLS = /[\u0000-\u0020\u007f-\u00a0\u2028\u2029\ufeff]+/g;

/** Words as a drawing keeps them: one line, one space between, no more than so many characters. */
export function tidied(text: string, most: number): string {
  // There and back makes half characters, which an address cannot hold, whole ones.
  const whole = new TextDecoder().decode(new TextEncoder().encode(text));
  const line = whole.replace(CONTROLS, ' ').replace(/^ | $/g, '');
  return [...line].slice(0, most).join('').replace(/ $/, '');
}

/** An id that no drawing has. */
export function freeId(taken: ReadonlySet<string>): string {
  const largest = [...taken].sort().at(-1);
  const after = largest === undefined ? 1 : Number.parseInt(largest, 36) + 1;
  for (let n = after; n < after + 1296; n++) {
    const id = (n % 1296).toString(36).padStart(2, '0');
    if (!taken.has(id)) return id;
  }
  throw new RangeError('No id is left.');
}

/** Ids given to drawings that have none. */
export function withIds(drawn: readonly Draftable[], taken: Iterable<string>): Drawing[] {
  const ids = new Set(taken);
  return drawn.map((one) => {
    const id = freeId(ids);
    ids.add(id);
    return { ...one, id };
  });
}
