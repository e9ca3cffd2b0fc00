/** Where labels stand: no label over another or over what must stay visible, the most important first. */

import type { Direction } from '../i18n';
import type { Box, Point } from './projection';

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
  readonly slant?: boolean;
}

export interface Placed {
  readonly label: Label;
  readonly side: Side;
  readonly box: Box;
}

/** Width of a line in pixels. */
export type Measure = (line: Line, spacing: number, slant: boolean) => number;

export interface Room {
  /** What labels must stay inside. */
  readonly frame: Box;
  /** What labels must not cover. */
  readonly obstacles: readonly Box[];
  readonly direction: Direction;
  /** The side that each label had before, by id. */
  readonly before: ReadonlyMap<string, Side>;
}
