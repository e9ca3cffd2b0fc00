/** What differs from the map beside this one stands out by the form of a ring, and not by its colour alone. */

import type { Palette } from './ground-brush';
import type { Point } from './projection';

/** Whether the other map shows it otherwise, or not at all. */
export type How = 'only' | 'otherwise';

export type Differing = ReadonlyMap<string, How>;

/** Pixels between a symbol and its ring. */
const GAP = 3.5;
/** Radius of a ring that surrounds no symbol. */
const LEAST = 5;
const WIDTH = 2;
/** Of the ring round what both maps show; what only this one shows stands in a square on its tip. */
const DASHES = [3.2, 2.6];

export function paintDiffering(context: CanvasRenderingContext2D, how: How, at: Point, radius: number, palette: Palette): void {
  const reach = Math.max(LEAST, radius + GAP);
  context.save();
  context.beginPath();
  if (how === 'only') diamond(context, at, reach * 1.35);
  else context.arc(at.x, at.y, reach, 0, 2 * Math.PI);
  context.strokeStyle = palette['paper'] ?? '#ffffff';
  context.lineWidth = WIDTH + 2.6;
  context.stroke();
  context.strokeStyle = palette['ink'] ?? '#111111';
  context.lineWidth = WIDTH;
  if (how === 'otherwise') context.setLineDash(DASHES);
  context.stroke();
  context.restore();
}

function diamond(context: CanvasRenderingContext2D, { x, y }: Point, reach: number): void {
  context.moveTo(x, y - reach);
  context.lineTo(x + reach, y);
  context.lineTo(x, y + reach);
  context.lineTo(x - reach, y);
  context.closePath();
}
