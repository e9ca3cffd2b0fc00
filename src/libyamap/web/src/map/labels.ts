/** Where labels stand: no label over another or over what must stay visible, the most important first. */

import type { Direction } from '../i18n';
import type { Box, Point } from './projection';
import { BoxGrid, within } from './label-grid';

export type { Box, Point } from './projection';

/** Beside, above or below the anchor; `end` is where reading goes. `centre` is for names of areas. */
export type Side =
  | 'end'
  | 'start'
  | 'above'
  | 'below'
  | 'above-end'
  | 'above-start'
  | 'below-end'
  | 'below-start'
  | 'centre';

export interface Line {
  readonly text: string;
  /** A CSS font; its size in pixels gives the height of the line. */
  readonly font: string;
  readonly colour: string;
  /** 0 to 1; opaque, if not said. */
  readonly opacity?: number;
}

export interface Label {
  /** The same from frame to frame, so that a label keeps its side. */
  readonly id: string;
  readonly lines: readonly Line[];
  readonly at: Point;
  /** Pixels from the anchor to the text: a symbol's radius and some air. */
  readonly gap: number;
  /** The largest are placed first. */
  readonly priority: number;
  /** In order of preference. */
  readonly sides: readonly Side[];
  /** Pixels between letters; never applied to Arabic, whose letters join. */
  readonly spacing?: number;
  /** Italics, as for water; never applied to Arabic, which has none. */
  readonly slant?: boolean;
  /** Colour round the letters where the painter's own would stand out. */
  readonly halo?: string;
  /** Further anchors, the best first, for areas of which only a part may be seen. */
  readonly elsewhere?: readonly Point[];
  /** Lines that a label needs; those after them are dropped where there is no room. All, if not said. */
  readonly fewest?: number;
}

export interface Placed {
  readonly label: Label;
  /** The lines that there is room for. */
  readonly lines: readonly Line[];
  readonly side: Side;
  readonly box: Box;
}

/** Width of a line of a label in pixels. */
export type Measure = (line: Line, label: Label) => number;

export interface Room {
  /** What labels must stay inside. */
  readonly frame: Box;
  /** What labels must not cover. */
  readonly obstacles: readonly Box[];
  readonly direction: Direction;
  /** The side that each label had before, by id. */
  readonly before: ReadonlyMap<string, Side>;
}

/** A line's height as a share of its font's size. */
const LEADING = 1.22;
/** Share of a line above and below its letters that need not be kept clear of the anchor. */
const AIR = 0.16;
/** Of a gap, what is left along each axis where the label stands diagonally. */
const DIAGONAL = 0.75;
/** How much more a label's last side is worth than the next in its order of preference. */
const LOYALTY = 2.5;

/** Labels that there is room for, each with its box; those of equal priority in the order of their ids. */
export function placeLabels(labels: readonly Label[], room: Room, measure: Measure): Placed[] {
  const taken = new BoxGrid(room.obstacles);
  return ranked(labels).flatMap((label) => {
    const placed = place(label, room, taken, measure);
    if (!placed) return [];
    taken.add(placed.box);
    return [placed];
  });
}

function ranked(labels: readonly Label[]): Label[] {
  return [...labels].sort((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

function place(label: Label, room: Room, taken: BoxGrid, measure: Measure): Placed | null {
  const anchors = [label.at, ...(label.elsewhere ?? [])];
  const sides = preferred(label.sides, room.before.get(label.id));
  for (let count = label.lines.length; count >= Math.max(1, label.fewest ?? label.lines.length); count--) {
    const lines = label.lines.slice(0, count);
    const width = Math.max(...lines.map((line) => measure(line, label)));
    const height = lines.reduce((sum, line) => sum + lineHeight(line), 0);
    for (const at of anchors) {
      for (const side of sides) {
        const box = boxAt({ ...label, at, lines }, side, { width, height }, room.direction);
        if (within(box, room.frame) && !taken.meets(box)) return { label, lines, side, box };
      }
    }
  }
  return null;
}

/** The sides by preference, the last one moved forward, so that labels do not jump from frame to frame. */
function preferred(sides: readonly Side[], last: Side | undefined): readonly Side[] {
  if (last === undefined || !sides.includes(last)) return sides;
  const rank = (side: Side) => sides.indexOf(side) - (side === last ? LOYALTY : 0);
  return [...sides].sort((a, b) => rank(a) - rank(b));
}

/** Pixels from one line to the next. */
export function lineHeight(line: Line): number {
  return fontSize(line) * LEADING;
}

function fontSize({ font }: Line): number {
  return Number(/([\d.]+)px/.exec(font)?.[1] ?? 12);
}

type Size = Pick<Box, 'width' | 'height'>;

function boxAt(label: Label, side: Side, { width, height }: Size, direction: Direction): Box {
  const [vertical, sideways] = parts(side);
  const { at, gap } = label;
  const air = AIR * fontSize(label.lines[0] ?? { text: '', font: '', colour: '' });
  const share = vertical && sideways ? DIAGONAL : 1;
  const across = gap * share;
  const y = vertical === 'above' ? at.y - across + air - height : vertical === 'below' ? at.y + across - air : at.y - height / 2;
  if (!sideways) return { x: at.x - width / 2, y, width, height };
  const right = (sideways === 'end') === (direction === 'ltr');
  return { x: right ? at.x + across : at.x - across - width, y, width, height };
}

/** Where a side lies: up or down, and along the line of reading. */
export function parts(side: Side): readonly [vertical: 'above' | 'below' | null, sideways: 'end' | 'start' | null] {
  const words = side.split('-');
  const vertical = words.includes('above') ? 'above' : words.includes('below') ? 'below' : null;
  const sideways = words.includes('end') ? 'end' : words.includes('start') ? 'start' : null;
  return [vertical, sideways];
}
