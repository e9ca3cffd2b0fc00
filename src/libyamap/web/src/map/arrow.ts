/** A movement's arrow: a shaft that grows towards its head; schematic ones are broken and have an open head. */

import type { Point } from './projection';

export interface ArrowStyle {
  readonly colour: string;
  readonly casing: string;
  /** Neither end is a known position: a direction, not a route. */
  readonly schematic: boolean;
  readonly certain: boolean;
  readonly strong: boolean;
  /** The way that is still ahead of a movement. */
  readonly ahead?: boolean;
}

const HEAD = 11;
/** How much is seen of the way that a movement has not gone yet. */
const AHEAD = 0.28;
const TAIL_WIDTH = 1;
const HEAD_WIDTH = 4.2;
/** Length of an arrow of which only the far end is known. */
const STUB = 54;

/** The part of a line, in pixels, between `start` pixels after its beginning and `end` pixels before its end. */
export function trimmed(line: readonly Point[], start: number, end: number): Point[] {
  const lengths = line.slice(1).map((point, index) => distance(point, line[index] as Point));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  if (total <= start + end) return [];
  const kept: Point[] = [];
  let walked = 0;
  line.forEach((point, index) => {
    const step = index ? (lengths[index - 1] as number) : 0;
    const before = walked;
    walked += step;
    const previous = line[index - 1];
    for (const cut of [start, total - end]) {
      if (previous && step && before < cut && cut < walked) kept.push(between(previous, point, (cut - before) / step));
    }
    if (walked >= start && walked <= total - end) kept.push(point);
  });
  return kept;
}

/** The beginning of a line, up to a share of its length. */
export function upTo(line: readonly Point[], share: number): Point[] {
  const total = line.slice(1).reduce((sum, point, index) => sum + distance(point, line[index] as Point), 0);
  return share >= 1 ? [...line] : trimmed(line, 0, total * (1 - share));
}

/** A line towards a point from a direction that means nothing: where the origin is not stated. */
export function stub(end: Point, gap: number, outwards: Point): Point[] {
  const length = Math.hypot(outwards.x, outwards.y) || 1;
  const [ux, uy] = [outwards.x / length, outwards.y / length];
  const at = (far: number) => ({ x: end.x + ux * far, y: end.y + uy * far });
  return [at(gap + STUB), at(gap + STUB / 2), at(gap)];
}

/** Paint along a line in pixels; `fading` where the beginning is not known. */
export function paintArrow(context: CanvasRenderingContext2D, line: readonly Point[], style: ArrowStyle, fading: boolean): void {
  const [tip, first] = [line.at(-1), line[0]];
  if (!tip || !first || line.length < 2) return;
  const shaft = trimmed(line, 0, HEAD * 0.7);
  const neck = shaft.at(-1);
  if (!neck) return;
  const angle = Math.atan2(tip.y - neck.y, tip.x - neck.x);
  context.save();
  context.globalAlpha = alphaOf(style);
  const paint = fading ? faded(context, first, tip, style.colour) : style.colour;
  if (!fading) outline(context, shaft, tip, angle, style);
  context.fillStyle = paint;
  context.strokeStyle = paint;
  if (style.schematic) {
    context.lineWidth = style.strong ? 3 : 2.2;
    context.setLineDash([9, 5]);
    along(context, shaft);
    context.setLineDash([]);
    head(context, tip, angle, HEAD);
    context.lineWidth = 1.8;
    context.fillStyle = style.casing;
    context.fill();
    context.stroke();
  } else {
    tapered(context, shaft, TAIL_WIDTH, style.strong ? HEAD_WIDTH + 1.2 : HEAD_WIDTH);
    head(context, tip, angle, HEAD);
    context.fill();
  }
  context.restore();
}

function faded(context: CanvasRenderingContext2D, first: Point, tip: Point, colour: string): CanvasGradient {
  const gradient = context.createLinearGradient(first.x, first.y, tip.x, tip.y);
  gradient.addColorStop(0, `${colour}00`);
  gradient.addColorStop(0.75, colour);
  return gradient;
}

function outline(context: CanvasRenderingContext2D, shaft: readonly Point[], tip: Point, angle: number, style: ArrowStyle): void {
  context.strokeStyle = style.casing;
  context.lineJoin = 'round';
  context.lineWidth = HEAD_WIDTH + 2.4;
  context.globalAlpha *= 0.75;
  along(context, shaft);
  head(context, tip, angle, HEAD);
  context.lineWidth = 3;
  context.stroke();
  context.globalAlpha = alphaOf(style);
}

function alphaOf({ certain, ahead }: ArrowStyle): number {
  return (certain ? 1 : 0.6) * (ahead ? AHEAD : 1);
}

function along(context: CanvasRenderingContext2D, line: readonly Point[]): void {
  context.beginPath();
  line.forEach(({ x, y }, index) => (index ? context.lineTo(x, y) : context.moveTo(x, y)));
  context.stroke();
}

function tapered(context: CanvasRenderingContext2D, line: readonly Point[], from: number, to: number): void {
  const sides = line.map((point, index) => {
    const [before, after] = [line[Math.max(0, index - 1)] as Point, line[Math.min(line.length - 1, index + 1)] as Point];
    const angle = Math.atan2(after.y - before.y, after.x - before.x) + Math.PI / 2;
    const half = (from + ((to - from) * index) / (line.length - 1)) / 2;
    return { point, dx: Math.cos(angle) * half, dy: Math.sin(angle) * half };
  });
  context.beginPath();
  for (const { point, dx, dy } of sides) context.lineTo(point.x + dx, point.y + dy);
  for (const { point, dx, dy } of sides.toReversed()) context.lineTo(point.x - dx, point.y - dy);
  context.closePath();
  context.fill();
}

function head(context: CanvasRenderingContext2D, tip: Point, angle: number, size: number): void {
  const corner = (turn: number) => [tip.x - Math.cos(angle + turn) * size, tip.y - Math.sin(angle + turn) * size] as const;
  context.beginPath();
  context.moveTo(tip.x, tip.y);
  context.lineTo(...corner(0.46));
  context.lineTo(tip.x - Math.cos(angle) * size * 0.7, tip.y - Math.sin(angle) * size * 0.7);
  context.lineTo(...corner(-0.46));
  context.closePath();
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function between(a: Point, b: Point, share: number): Point {
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
}
