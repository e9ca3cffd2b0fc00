/** Boxes by the squares that they touch, so that what a label would meet is found without looking at all. */

import type { Box } from './projection';

const CELL = 64;
/** Pixels to be kept between any two boxes. */
const MARGIN = 1.5;
/** Cells in a row of the plane: more than any screen has. */
const ROW = 65_536;

export class BoxGrid {
  private readonly cells = new Map<number, Box[]>();

  constructor(boxes: readonly Box[] = []) {
    for (const box of boxes) this.add(box);
  }

  add(box: Box): void {
    for (const key of keys(box)) {
      const cell = this.cells.get(key);
      if (cell) cell.push(box);
      else this.cells.set(key, [box]);
    }
  }

  /** Whether a box overlaps one that was added, or nearly touches it. */
  meets(box: Box): boolean {
    return keys(box).some((key) => this.cells.get(key)?.some((other) => overlap(box, other, MARGIN)));
  }
}

export function overlap(a: Box, b: Box, margin = 0): boolean {
  return (
    a.x < b.x + b.width + margin &&
    b.x < a.x + a.width + margin &&
    a.y < b.y + b.height + margin &&
    b.y < a.y + a.height + margin
  );
}

export function within(box: Box, frame: Box): boolean {
  return (
    box.x >= frame.x &&
    box.y >= frame.y &&
    box.x + box.width <= frame.x + frame.width &&
    box.y + box.height <= frame.y + frame.height
  );
}

function keys({ x, y, width, height }: Box): number[] {
  const found: number[] = [];
  const [left, right] = [Math.floor((x - MARGIN) / CELL), Math.floor((x + width + MARGIN) / CELL)];
  const [top, bottom] = [Math.floor((y - MARGIN) / CELL), Math.floor((y + height + MARGIN) / CELL)];
  for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) found.push(row * ROW + column);
  return found;
}
