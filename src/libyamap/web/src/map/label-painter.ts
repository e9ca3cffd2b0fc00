/** Labels on a canvas: their letters, their halo, and how wide they are. */

import type { Direction } from '../i18n';
import { lineHeight, parts, type Label, type Line, type Measure, type Placed } from './labels';

export const LABEL_FONT = 'Vazirmatn, system-ui, sans-serif';
const HALO = 3;
/** Scripts whose letters join or have no italics: Arabic with its supplements and presentation forms. */
const ARABIC = /[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]/;
/** The middle of a line's box lies this share of a line above the middle of its letters. */
const DROP = 0.03;

/** A label's font as canvas and CSS write it. */
export function labelFont(size: number, weight = 400): string {
  return `${weight} ${size}px ${LABEL_FONT}`;
}

export interface LabelStyle {
  readonly halo: string;
  readonly direction: Direction;
}

export function paintLabels(context: CanvasRenderingContext2D, placed: readonly Placed[], style: LabelStyle): void {
  context.save();
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = HALO;
  for (const one of placed) {
    // All halos before all letters: the halo of a line must not cover the tails of the line above it.
    context.strokeStyle = one.label.halo ?? style.halo;
    letter(context, one, style.direction, (text, x, y) => context.strokeText(text, x, y));
    letter(context, one, style.direction, (text, x, y, colour) => {
      context.fillStyle = colour;
      context.fillText(text, x, y);
    });
  }
  context.restore();
}

type Pen = (text: string, x: number, y: number, colour: string) => void;

function letter(context: CanvasRenderingContext2D, { label, lines, side, box }: Placed, direction: Direction, pen: Pen): void {
  const align = alignment(side, direction);
  context.direction = direction;
  let y = box.y;
  for (const line of lines) {
    const height = lineHeight(line);
    const middle = y + height * (0.5 + DROP);
    context.font = fontOf(line, label);
    context.globalAlpha = line.opacity ?? 1;
    if (spacingOf(line, label)) spread(context, line, label, { ...box, y: middle }, pen);
    else {
      context.textAlign = align;
      const x = align === 'left' ? box.x : align === 'right' ? box.x + box.width : box.x + box.width / 2;
      pen(line.text, x, middle, line.colour);
    }
    y += height;
  }
}

/** Letter by letter: not every browser's canvas spaces letters itself, and one that does adds a space at the end. */
function spread(context: CanvasRenderingContext2D, line: Line, label: Label, box: Placed['box'], pen: Pen): void {
  context.textAlign = 'left';
  context.direction = 'ltr';
  let x = box.x + (box.width - spreadWidth(context, line, label)) / 2;
  for (const character of line.text) {
    pen(character, x, box.y, line.colour);
    x += context.measureText(character).width + spacingOf(line, label);
  }
}

function spreadWidth(context: CanvasRenderingContext2D, line: Line, label: Label): number {
  const characters = [...line.text];
  const letters = characters.reduce((sum, character) => sum + context.measureText(character).width, 0);
  return letters + spacingOf(line, label) * Math.max(0, characters.length - 1);
}

function alignment(side: Placed['side'], direction: Direction): 'left' | 'right' | 'center' {
  const [, sideways] = parts(side);
  if (!sideways) return 'center';
  return (sideways === 'end') === (direction === 'ltr') ? 'left' : 'right';
}

function spacingOf({ text }: Line, { spacing }: Label): number {
  return spacing && !ARABIC.test(text) ? spacing : 0;
}

function fontOf({ text, font }: Line, { slant }: Label): string {
  return slant && !ARABIC.test(text) ? `italic ${font}` : font;
}

/** Measures lines of labels, each only once. Fonts that are loaded later change widths: then `forget`. */
export function createMeasure(): Measure & { forget(): void } {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('This browser cannot draw on a canvas.');
  const known = new Map<string, number>();
  const measure: Measure = (line, label) => {
    const key = `${fontOf(line, label)}|${spacingOf(line, label)}|${line.text}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    context.font = fontOf(line, label);
    const width = spacingOf(line, label) ? spreadWidth(context, line, label) : context.measureText(line.text).width;
    known.set(key, width);
    return width;
  };
  return Object.assign(measure, { forget: () => known.clear() });
}
