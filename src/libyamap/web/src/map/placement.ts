/** Labels placed without collision: most important first, each on the first of its sides where it fits. */

import type { Direction } from '../i18n';
import type { Box, Point } from './mercator';

/** Where a label stands to its anchor. Start and end are those of the reader's language. */
export type Side = 'end' | 'start' | 'above' | 'below' | 'end-above' | 'end-below' | 'start-above' | 'start-below' | 'centre';

export interface Line {
  readonly text: string;
  /** CSS font. */
  readonly font: string;
  /** Height of the line in pixels. */
  readonly height: number;
  readonly colour: string;
  /** Pixels between letters; never for Arabic, which it would tear apart. */
  readonly spacing?: number;
}

export interface Label {
  readonly id: string;
  readonly lines: readonly Line[];
  readonly at: Point;
  /** Pixels from the anchor to the text. */
  readonly gap: number;
  /** The largest is placed first. */
  readonly priority: number;
  /** In order of preference. */
  readonly sides: readonly Side[];
}

export interface Placed {
  readonly label: Label;
  readonly side: Side;
  readonly box: Box;
}

/** Width of a line of text in pixels. */
export type Measure = (line: Line) => number;

export interface Room {
  /** What labels must stay inside. */
  readonly frame: Box;
  /** What labels must not cover. */
  readonly obstacles: readonly Box[];
  readonly dir: Direction;
  /** The side that each label had before: kept if it still fits, so that labels don't jump. */
  readonly before: ReadonlyMap<string, Side>;
}

const CELL = 64;
const MARGIN = 2;

export function placeLabels(labels: readonly Label[], room: Room, measure: Measure): Placed[] {
  const taken = new Grid(room.obstacles);
  const ranked = [...labels].sort((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1));
  return ranked.flatMap((label) => {
    const width = Math.max(...label.lines.map(measure));
    const height = label.lines.reduce((sum, line) => sum + line.height, 0);
    const last = room.before.get(label.id);
    const sides = last && label.sides.includes(last) ? [last, ...label.sides.filter((side) => side !== last)] : label.sides;
    for (const side of sides) {
      const box = boxAt(label, side, width, height, room.dir);
      if (!within(box, room.frame) || taken.meets(box)) continue;
      taken.add(box);
      return [{ label, side, box }];
    }
    return [];
  });
}

function boxAt({ at, gap }: Label, side: Side, width: number, height: number, dir: Direction): Box {
  const [along, across] = side.split('-') as [Side, string | undefined];
  const right = along === 'end' ? dir === 'ltr' : dir === 'rtl';
  const diagonal = gap * 0.7;
  const sideways = across ? diagonal : gap;
  const x = along === 'end' || along === 'start' ? (right ? at.x + sideways : at.x - sideways - width) : at.x - width / 2;
  const vertical = across ?? along;
  if (vertical === 'above') return { x, y: at.y - (across ? diagonal : gap) - height, width, height };
  if (vertical === 'below') return { x, y: at.y + (across ? diagonal : gap), width, height };
  return { x, y: at.y - height / 2, width, height };
}

function within(box: Box, frame: Box): boolean {
  return (
    box.x >= frame.x &&
    box.y >= frame.y &&
    box.x + box.width <= frame.x + frame.width &&
    box.y + box.height <= frame.y + frame.height
  );
}

export function overlaps(a: Box, b: Box, margin = 0): boolean {
  return (
    a.x < b.x + b.width + margin &&
    b.x < a.x + a.width + margin &&
    a.y < b.y + b.height + margin &&
    b.y < a.y + a.height + margin
  );
}

/** Boxes by the squares that they touch: what may meet a box is found without looking at all. */
class Grid {
  private readonly cells = new Map<string, Box[]>();

  constructor(boxes: readonly Box[]) {
    for (const box of boxes) this.add(box);
  }

  add(box: Box): void {
    for (const key of this.keys(box)) {
      const cell = this.cells.get(key);
      if (cell) cell.push(box);
      else this.cells.set(key, [box]);
    }
  }

  meets(box: Box): boolean {
    return this.keys(box).some((key) => this.cells.get(key)?.some((other) => overlaps(box, other, MARGIN)));
  }

  private keys(box: Box): string[] {
    const keys: string[] = [];
    const [left, top] = [Math.floor((box.x - MARGIN) / CELL), Math.floor((box.y - MARGIN) / CELL)];
    const [right, bottom] = [Math.floor((box.x + box.width + MARGIN) / CELL), Math.floor((box.y + box.height + MARGIN) / CELL)];
    for (let column = left; column <= right; column++) for (let row = top; row <= bottom; row++) keys.push(`${column},${row}`);
    return keys;
  }
}
