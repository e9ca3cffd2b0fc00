/** The timeline on its canvas. It is painted again when its content or the axis changes, not while the interval moves. */

import type { Theme, Symbol } from '../document';
import { positionOf, type Axis } from './axis';
import type { Block, LaidBar, Layout, Target } from './layout';
import type { Tick } from './ticks';

export interface Look {
  readonly theme: Theme;
  readonly palette: Readonly<Record<string, string>>;
  readonly font: string;
  symbol(layer: string): Symbol | undefined;
  /** 0 to 1. */
  opacity(layer: string): number;
  /** Ids of what is open, and of what is pointed at. */
  readonly selected: string | null;
  readonly pointed: ReadonlySet<string>;
}

/** Heights in pixels: of the chart above, and of the axis below it. */
export const AXIS_HEIGHT = 21;

const POSSIBLE = 0.5;
const UNKNOWN = 0.1;

export function paint(context: CanvasRenderingContext2D, layout: Layout, ticks: readonly Tick[], height: number, look: Look): void {
  const chart = height - AXIS_HEIGHT;
  context.clearRect(0, 0, layout.axis.width, height);
  paintTicks(context, layout.axis, ticks, chart, look);
  for (const block of layout.blocks) paintBlock(context, block, look);
  for (const laid of layout.bars) paintBar(context, laid, layout.axis, look);
  for (const target of [...layout.bars, ...layout.blocks]) {
    const strength = emphasis(target, look);
    if (strength) outline(context, target, strength, look);
  }
}

function paintTicks(context: CanvasRenderingContext2D, axis: Axis, ticks: readonly Tick[], chart: number, look: Look): void {
  const { palette } = look;
  const line = palette['line'] ?? '#cccccc';
  context.fillStyle = line;
  context.fillRect(0, chart - 1, axis.width, 1);
  context.font = look.font;
  context.textBaseline = 'middle';
  context.textAlign = axis.mirrored ? 'right' : 'left';
  context.direction = axis.mirrored ? 'rtl' : 'ltr';
  for (const { day, label, major } of ticks) {
    const x = Math.round(positionOf(axis, day));
    context.globalAlpha = major ? 1 : label ? 0.6 : 0.35;
    context.fillStyle = line;
    context.fillRect(x, label ? 0 : chart - 5, 1, label ? chart + 6 : 5);
    if (!label) continue;
    context.globalAlpha = 1;
    context.fillStyle = (major ? palette['ink'] : palette['muted']) ?? '#555555';
    context.fillText(label, x + (axis.mirrored ? -5 : 5), chart + AXIS_HEIGHT / 2 + 1);
  }
  context.globalAlpha = 1;
}

function colourOf(layer: string, { symbol, theme }: Look): string {
  return symbol(layer)?.colour[theme] ?? '#777777';
}

function paintBlock(context: CanvasRenderingContext2D, { layer, x, y, width, height }: Block, look: Look): void {
  context.globalAlpha = look.opacity(layer);
  context.fillStyle = colourOf(layer, look);
  context.beginPath();
  context.roundRect(x, y + 0.5, width, Math.max(1, height - 1), Math.min(2, height / 3));
  context.fill();
  context.globalAlpha = 1;
}

/** Full where it certainly is, pale where it may be, and fading towards an end that is not known. */
function paintBar(context: CanvasRenderingContext2D, laid: LaidBar, axis: Axis, look: Look): void {
  const { bar, x, y, width, height } = laid;
  const opacity = look.opacity(bar.feature.layer);
  const colour = colourOf(bar.feature.layer, look);
  context.globalAlpha = opacity;
  context.fillStyle = fill(context, laid, axis, colour);
  context.beginPath();
  context.roundRect(x, y, width, height, Math.min(height / 2, 3));
  context.fill();
  if (bar.confirmed !== null) paintConfirmation(context, laid, positionOf(axis, bar.confirmed + 0.5), colour, look);
  context.globalAlpha = 1;
}

function fill(context: CanvasRenderingContext2D, { bar, width }: LaidBar, axis: Axis, colour: string): CanvasGradient | string {
  const [from, to] = [positionOf(axis, bar.from), positionOf(axis, bar.to)];
  const shade = (alpha: number) => colour + Math.round(alpha * 255).toString(16).padStart(2, '0');
  const open = bar.openStart || bar.openEnd;
  if (!bar.core && !open) return shade(POSSIBLE);
  if (width < 1 || from === to) return colour;
  const gradient = context.createLinearGradient(from, 0, to, 0);
  const share = (day: number) => Math.min(1, Math.max(0, (day - bar.from) / (bar.to - bar.from)));
  const sure = bar.core ? 1 : POSSIBLE + 0.15;
  const [begins, ends] = bar.core ? [share(bar.core.from), share(bar.core.to)] : [bar.openStart ? 1 : 0, bar.openEnd ? 0 : 1];
  gradient.addColorStop(0, shade(bar.openStart ? UNKNOWN : begins > 0 ? POSSIBLE : sure));
  if (begins > 0 && !bar.openStart) gradient.addColorStop(Math.max(0, begins - 0.001), shade(POSSIBLE));
  if (begins < 1) gradient.addColorStop(begins, shade(sure));
  if (ends > begins) gradient.addColorStop(ends, shade(sure));
  if (ends < 1 && !bar.openEnd) gradient.addColorStop(Math.min(1, ends + 0.001), shade(POSSIBLE));
  gradient.addColorStop(1, shade(bar.openEnd ? UNKNOWN : ends < 1 ? POSSIBLE : sure));
  return gradient;
}

/** A notch where a presence was last confirmed. */
function paintConfirmation(context: CanvasRenderingContext2D, { y, height }: LaidBar, x: number, colour: string, { palette }: Look): void {
  const half = Math.max(2, Math.min(3.5, height / 2 + 1));
  const middle = y + height / 2;
  context.beginPath();
  context.moveTo(x, middle - half);
  context.lineTo(x + half, middle);
  context.lineTo(x, middle + half);
  context.lineTo(x - half, middle);
  context.closePath();
  context.fillStyle = palette['paper'] ?? '#ffffff';
  context.strokeStyle = colour;
  context.lineWidth = 1.2;
  context.fill();
  context.stroke();
}

function emphasis(target: Target, { selected, pointed }: Look): 'selected' | 'pointed' | null {
  const features = 'bar' in target ? [target.bar.feature] : target.features;
  if (features.some(({ id }) => id === selected)) return 'selected';
  return features.some(({ id }) => pointed.has(id)) ? 'pointed' : null;
}

function outline(context: CanvasRenderingContext2D, { x, y, width, height }: Target, strength: 'selected' | 'pointed', { palette }: Look): void {
  const grown = strength === 'selected' ? 2.5 : 1.5;
  context.beginPath();
  context.roundRect(x - grown, y - grown, width + 2 * grown, height + 2 * grown, 3.5);
  context.strokeStyle = palette['paper'] ?? '#ffffff';
  context.lineWidth = 3.2;
  context.stroke();
  context.strokeStyle = (strength === 'selected' ? palette['ink'] : palette['accent']) ?? '#000000';
  context.lineWidth = 1.5;
  context.stroke();
}
