/** What differs from the map beside this one stands out by the form of a ring, and not by its colour alone. */

import type { Palette } from './ground-brush';
import type { Point } from './projection';

/** Whether the other map shows it otherwise, or not at all. */
export type How = 'only' | 'otherwise';

export type Differing = ReadonlyMap<string, How>;

/** Pixels between a symbol and its ring. */
const GAP = 3;
/** Radius of a ring that surrounds no symbol. */
const LEAST = 5;
const WIDTH = 2;
/** Of the ring round what both maps show; the ring round what only this one shows is whole, with a stone. */
const DASHES = [3.2, 2.6];
const STONE = 5;
const DIAGONAL = Math.SQRT1_2;

export function paintDiffering(context: CanvasRenderingContext2D, how: How, at: Point, radius: number, palette: Palette): void {
  const reach = Math.max(LEAST, radius + GAP);
  context.save();
  context.beginPath();
  context.arc(at.x, at.y, reach, 0, 2 * Math.PI);
  context.strokeStyle = palette['paper'] ?? '#ffffff';
  context.lineWidth = WIDTH + 2.4;
  context.stroke();
  context.strokeStyle = palette['ink'] ?? '#111111';
  context.lineWidth = WIDTH;
  if (how === 'otherwise') context.setLineDash(DASHES);
  context.stroke();
  if (how === 'only') paintStone(context, { x: at.x + reach * DIAGONAL, y: at.y - reach * DIAGONAL }, palette);
  context.restore();
}

/** A stone on the ring, as on a finger: the ring is told from any other by it. */
function paintStone(context: CanvasRenderingContext2D, at: Point, palette: Palette): void {
  context.beginPath();
  diamond(context, at, STONE);
  context.fillStyle = palette['ink'] ?? '#111111';
  context.strokeStyle = palette['paper'] ?? '#ffffff';
  context.lineWidth = 1.2;
  context.fill();
  context.stroke();
}

function diamond(context: CanvasRenderingContext2D, { x, y }: Point, reach: number): void {
  context.moveTo(x, y - reach);
  context.lineTo(x + reach, y);
  context.lineTo(x, y + reach);
  context.lineTo(x - reach, y);
  context.closePath();
}
