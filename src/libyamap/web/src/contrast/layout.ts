/** Where two maps stand: beside each other in what panels leave free, or, where that is too narrow, one above the other. */

import type { Box, Point } from '../map/projection';
import type { Insets } from '../map/view';

/** One side: the box of its map in the window, and what is covered of it. */
export interface Laid {
  readonly box: Box;
  readonly insets: Insets;
  /** Where its heading stands, in the window. */
  readonly heading: Box;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Layout {
  /** Beside each other; else one above the other. */
  readonly beside: boolean;
  readonly first: Laid;
  readonly second: Laid;
  readonly divider: Box;
}

/** Height of a side's heading, in CSS pixels. */
export const HEADING = 46;
/** Pixels between a map's own marks and what covers it. */
const MARGIN = 8;
const DIVIDER = 3;
/** Pixels of free width from which a side is wide enough. */
const ROOM = 230;
/** Pixels at the edges of the window that the buttons take which open a panel again. */
const CORNER = 56;

/** Lay out two maps; the first stands on the left, or where reading starts on the right, there. */
export function layOut(size: Size, covered: Insets, rtl: boolean): Layout {
  const free = { width: size.width - covered.left - covered.right, height: size.height - covered.top - covered.bottom };
  if (free.width < 2 * ROOM && free.height > free.width / 2) return oneAboveOther(size, covered, free);
  const middle = Math.round(covered.left + free.width / 2);
  const top = covered.top + HEADING + MARGIN;
  const left: Laid = {
    box: { x: 0, y: 0, width: middle, height: size.height },
    insets: { ...covered, top, right: MARGIN },
    heading: between(Math.max(covered.left, CORNER), middle - MARGIN, covered.top),
  };
  const right: Laid = {
    box: { x: middle, y: 0, width: size.width - middle, height: size.height },
    insets: { ...covered, top, left: MARGIN },
    heading: between(middle + MARGIN, size.width - Math.max(covered.right, CORNER), covered.top),
  };
  const divider = { x: middle - Math.floor(DIVIDER / 2), y: covered.top - MARGIN, width: DIVIDER, height: free.height + 2 * MARGIN };
  return rtl ? { beside: true, first: right, second: left, divider } : { beside: true, first: left, second: right, divider };
}

function oneAboveOther(size: Size, covered: Insets, free: Size): Layout {
  const middle = Math.round(covered.top + free.height / 2);
  const heading = (y: number) => between(Math.max(covered.left, CORNER), size.width - Math.max(covered.right, CORNER), y);
  return {
    beside: false,
    first: { box: { x: 0, y: 0, width: size.width, height: middle }, insets: { ...covered, top: covered.top + HEADING + MARGIN, bottom: MARGIN }, heading: heading(covered.top) },
    second: {
      box: { x: 0, y: middle, width: size.width, height: size.height - middle },
      insets: { ...covered, top: HEADING + 2 * MARGIN },
      heading: heading(middle + MARGIN),
    },
    divider: { x: 0, y: middle - Math.floor(DIVIDER / 2), width: size.width, height: DIVIDER },
  };
}

function between(left: number, right: number, y: number): Box {
  return { x: left, y, width: right - left, height: HEADING };
}

/** How far the middle of what is left free of a map lies from the middle of all of it. */
export function offset({ left, right, top, bottom }: Insets): Point {
  return { x: (left - right) / 2, y: (top - bottom) / 2 };
}
