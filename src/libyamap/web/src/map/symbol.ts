/** One symbol on a canvas; its grammar is that of `symbology.py`, and lists and legend draw by it too. */

import type { Assertion, Symbol, Theme } from '../document';
import type { Point } from './projection';

/** How a symbol is drawn beside its shape and colour. */
export interface Look {
  readonly assertion: Assertion;
  /** Age of its confirmation, 0 to 1. */
  readonly age: number;
  readonly certain: boolean;
}

export interface Ink {
  readonly theme: Theme;
  /** What shows through holes, and round the symbol. */
  readonly paper: string;
}

/** Opacity of a fill when its presence was just confirmed, and when that is two years old; as in `symbology.py`. */
const FRESH = 1;
const STALE = 0.38;
const HALF = 10;
/** The outline of what is not stated as a fact. */
export const DASHES: Partial<Record<Assertion, readonly number[]>> = {
  reported: [3.4, 2.2],
  assessed: [1.3, 2.3],
  forecast: [1.3, 2.3],
  requested: [1.3, 2.3],
};
/** What stands within that outline: what is only expected has nothing, what is only asked for a ring. */
export const CORES: Partial<Record<Assertion, 'full' | 'ring'>> = { reported: 'full', assessed: 'full', requested: 'ring' };
export const CORE = { full: 0.4, ring: 0.46, hole: 0.42 } as const;

/** Opacity of a fill for the age of a confirmation, 0 to 1. */
export function freshness(age: number): number {
  return FRESH - (FRESH - STALE) * age;
}

const shapes = new Map<string, Path2D>();

/** The path of a shape within (-10, -10, 10, 10); made once. */
export function shapeOf(symbol: Symbol): Path2D {
  let path = shapes.get(symbol.shape);
  if (!path) {
    path = new Path2D(symbol.shape);
    shapes.set(symbol.shape, path);
  }
  return path;
}

interface Spot {
  readonly at: Point;
  readonly radius: number;
}

/** Pictures of symbols as they were last painted: thousands of symbols have few looks. */
const pictures = new Map<string, HTMLCanvasElement>();
const MOST_PICTURES = 1500;
/** Ages that pictures tell apart: from one to the next the eye sees no difference. */
const AGES = 40;
/** Half of a picture's side over the symbol's radius: a ring of dots and its line fit in. */
const PICTURE = 1.5;

/** Paint a symbol of `radius` pixels about a point, from the picture that was made of it before. */
export function paintSymbol(context: CanvasRenderingContext2D, symbol: Symbol, look: Look, ink: Ink, spot: Spot): void {
  const density = context.getTransform().a;
  const half = Math.ceil(spot.radius * PICTURE * density);
  const { assertion, certain } = look;
  const age = Math.ceil(look.age * AGES) / AGES;
  const key = [symbol.shape, symbol.colour[ink.theme], symbol.hole, assertion, age, certain, ink.paper, spot.radius, density].join('|');
  let picture = pictures.get(key);
  if (!picture) {
    picture = document.createElement('canvas');
    picture.width = picture.height = 2 * half;
    const own = picture.getContext('2d');
    if (!own) return;
    own.setTransform(density, 0, 0, density, half, half);
    drawSymbol(own, symbol, { assertion, age, certain }, ink, { at: { x: 0, y: 0 }, radius: spot.radius });
    if (pictures.size >= MOST_PICTURES) pictures.clear();
    pictures.set(key, picture);
  }
  // On whole pixels of the screen: between them it would be blurred.
  const [x, y] = [Math.round(spot.at.x * density), Math.round(spot.at.y * density)];
  context.drawImage(picture, (x - half) / density, (y - half) / density, (2 * half) / density, (2 * half) / density);
}

function drawSymbol(context: CanvasRenderingContext2D, symbol: Symbol, look: Look, ink: Ink, { at, radius }: Spot): void {
  const shape = shapeOf(symbol);
  const colour = symbol.colour[ink.theme];
  const hollow = look.assertion !== 'stated';
  context.save();
  context.translate(at.x, at.y);
  context.scale(radius / HALF, radius / HALF);
  context.lineJoin = 'round';
  context.strokeStyle = ink.paper;
  context.lineWidth = 4.4;
  context.stroke(shape);
  context.fillStyle = ink.paper;
  context.fill(shape);
  context.strokeStyle = colour;
  context.fillStyle = colour;
  if (hollow) {
    context.lineWidth = 1.9;
    context.setLineDash(DASHES[look.assertion] ?? []);
    context.stroke(shape);
    context.setLineDash([]);
    const core = CORES[look.assertion];
    if (look.assertion === 'denied') strike(context);
    if (core === 'full') scaled(context, CORE.full, () => context.fill(shape));
    if (core === 'ring') scaled(context, CORE.ring, () => context.stroke(shape), 1.9 / CORE.ring);
  } else {
    context.globalAlpha = freshness(look.age);
    context.fill(shape);
    context.globalAlpha = 1;
    if (look.age > 0) {
      context.lineWidth = 1.4;
      context.stroke(shape);
    }
    context.fillStyle = ink.paper;
    if (symbol.hole) scaled(context, CORE.hole, () => context.fill(shape));
  }
  if (!look.certain) ring(context, colour);
  context.restore();
}

function scaled(context: CanvasRenderingContext2D, by: number, paint: () => void, lineWidth = 1): void {
  context.save();
  context.scale(by, by);
  context.lineWidth = lineWidth;
  paint();
  context.restore();
}

function strike(context: CanvasRenderingContext2D): void {
  context.beginPath();
  context.moveTo(-8, 8);
  context.lineTo(8, -8);
  context.stroke();
}

/** Dots round what is only possibly inside the interval. */
function ring(context: CanvasRenderingContext2D, colour: string): void {
  context.beginPath();
  context.arc(0, 0, 12.5, 0, 2 * Math.PI);
  context.strokeStyle = colour;
  context.lineWidth = 1.6;
  context.lineCap = 'round';
  context.setLineDash([0.1, 3.83]);
  context.stroke();
}
