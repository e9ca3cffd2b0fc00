/** Text on the map: its fonts, its widths, and how it is painted with a halo. */

import type { Direction } from '../i18n';
import type { Line, Measure, Placed } from './placement';

export const FAMILY = 'Vazirmatn, system-ui, sans-serif';
const HALO = 3.2;

export function font(size: number, weight = 400, style: 'normal' | 'italic' = 'normal'): string {
  return `${style} ${weight} ${size}px ${FAMILY}`;
}

/** Measures lines, each once. */
export function createMeasure(): Measure & { forget(): void } {
  const context = document.createElement('canvas').getContext('2d');
  const known = new Map<string, number>();
  const measure = (line: Line): number => {
    const key = `${line.font}|${line.spacing ?? 0}|${line.text}`;
    let width = known.get(key);
    if (width === undefined && context) {
      context.font = line.font;
      width = context.measureText(line.text).width + (line.spacing ?? 0) * line.text.length;
      known.set(key, width);
    }
    return width ?? 0;
  };
  return Object.assign(measure, { forget: () => known.clear() });
}

export function paintLabels(
  context: CanvasRenderingContext2D,
  placed: readonly Placed[],
  { halo, dir }: { readonly halo: string; readonly dir: Direction },
): void {
  context.save();
  context.direction = dir;
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = HALO;
  context.strokeStyle = halo;
  for (const { label, side, box } of placed) {
    const [along] = side.split('-');
    const right = along === 'end' ? dir === 'ltr' : dir === 'rtl';
    const centred = along !== 'end' && along !== 'start';
    context.textAlign = centred ? 'center' : right ? 'left' : 'right';
    const x = centred ? box.x + box.width / 2 : right ? box.x : box.x + box.width;
    let y = box.y;
    for (const line of label.lines) {
      context.font = line.font;
      context.letterSpacing = `${line.spacing ?? 0}px`;
      context.strokeText(line.text, x, y + line.height / 2);
      context.fillStyle = line.colour;
      context.fillText(line.text, x, y + line.height / 2);
      y += line.height;
    }
  }
  context.restore();
}
