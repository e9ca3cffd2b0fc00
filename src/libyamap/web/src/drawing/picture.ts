/** Drawings on a canvas. */

import type { LonLat } from '../document';
import type { Palette } from '../map/ground-brush';
import { projected, type Point } from '../map/projection';
import { onCanvas, type Frame } from '../map/sheet';
import type { Handle } from './edit';
import { circle, curved, straight } from './geodesy';
import type { Drawing, Role } from './model';
import { withinReach } from './reach';
import { regionOf } from './region';

/** Lines in pixels of zoom 0: closed ones go round an area. */
interface Lines {
  readonly closed: readonly (readonly Point[])[];
  readonly open: readonly (readonly Point[])[];
}

const INKS: Readonly<Record<Role, string>> = { selection: 'accent', measure: 'ink', note: 'warning' };
const WIDTH = 2;
const CASING = 4.5;
export const DOT = 5;
const HANDLE = 5.5;
const DASH = [7, 5];

export function inkOf({ role }: Pick<Drawing, 'role'>, palette: Palette): string {
  return palette[INKS[role]] ?? '#17212b';
}

const known = new WeakMap<Drawing, Lines>();

export function linesOf(drawing: Drawing): Lines {
  const before = known.get(drawing);
  if (before) return before;
  const lines = traced(drawing);
  known.set(drawing, lines);
  return lines;
}

function traced(drawing: Drawing): Lines {
  const { shape, paths, radii } = withinReach(drawing);
  const [path = []] = paths;
  const [first] = path;
  const onMap = (line: readonly LonLat[]) => line.map(projected);
  if (shape === 'line') return { closed: [], open: [onMap(curved(path))] };
  if (shape === 'rings' && first) return { closed: radii.map((metres) => onMap(circle(first, metres))), open: [] };
  const { rings = [] } = regionOf(drawing) ?? {};
  if (shape === 'corridor') return { closed: rings.map(onMap), open: [onMap(curved(path))] };
  return { closed: rings.map((ring) => onMap(shape === 'circle' ? ring : straight(ring))), open: [] };
}

export function paintDrawing(context: CanvasRenderingContext2D, frame: Frame, drawing: Drawing, palette: Palette, strong: boolean): void {
  const { closed, open } = linesOf(drawing);
  const ink = inkOf(drawing, palette);
  const casing = palette['halo'] ?? '#ffffff';
  context.lineJoin = 'round';
  context.lineCap = 'round';
  context.fillStyle = ink;
  const outline = traceAll(frame, closed, true);
  if (drawing.shape === 'corridor') paintCorridor(context, outline, ink, strong);
  else {
    context.globalAlpha = strong ? 0.16 : 0.09;
    if (drawing.shape !== 'rings') context.fill(outline, 'evenodd');
    stroke(context, outline, { ink, casing, strong, dash: drawing.shape === 'rings' });
  }
  stroke(context, traceAll(frame, open, false), { ink, casing, strong, dash: drawing.shape === 'corridor' });
  for (const position of dotsOf(drawing)) dot(context, onCanvas(frame, projected(position)), ink, casing);
}

/** Its parts overlap: what is stroked inside of them is taken out again. */
function paintCorridor(context: CanvasRenderingContext2D, outline: Path2D, ink: string, strong: boolean): void {
  context.globalAlpha = 1;
  context.strokeStyle = ink;
  context.lineWidth = 2 * (strong ? WIDTH + 0.8 : WIDTH);
  context.setLineDash([]);
  context.stroke(outline);
  context.globalCompositeOperation = 'destination-out';
  context.fill(outline, 'nonzero');
  context.globalCompositeOperation = 'source-over';
  context.globalAlpha = strong ? 0.16 : 0.09;
  context.fill(outline, 'nonzero');
}

interface Stroke {
  readonly ink: string;
  readonly casing: string;
  readonly strong: boolean;
  readonly dash: boolean;
}

function stroke(context: CanvasRenderingContext2D, path: Path2D, { ink, casing, strong, dash }: Stroke): void {
  context.setLineDash([]);
  context.globalAlpha = 0.7;
  context.strokeStyle = casing;
  context.lineWidth = CASING;
  context.stroke(path);
  context.globalAlpha = 1;
  context.strokeStyle = ink;
  context.lineWidth = strong ? WIDTH + 0.8 : WIDTH;
  context.setLineDash(dash ? DASH : []);
  context.stroke(path);
  context.setLineDash([]);
}

/** Centres and points; a text has none, as it stands for itself. */
export function dotsOf({ shape, role, paths }: Drawing): readonly LonLat[] {
  const [path = []] = paths;
  if (shape === 'point' || shape === 'rings' || shape === 'circle') return path;
  return shape === 'line' && role === 'measure' ? path : [];
}

function dot(context: CanvasRenderingContext2D, { x, y }: Point, ink: string, casing: string): void {
  context.globalAlpha = 1;
  context.beginPath();
  context.arc(x, y, DOT, 0, 2 * Math.PI);
  context.fillStyle = ink;
  context.strokeStyle = casing;
  context.lineWidth = 2;
  context.fill();
  context.stroke();
}

export function paintHandles(context: CanvasRenderingContext2D, frame: Frame, handles: readonly Handle[], ink: string, paper: string): void {
  context.globalAlpha = 1;
  context.setLineDash([]);
  for (const { sort, at } of handles) {
    const { x, y } = onCanvas(frame, projected(at));
    context.beginPath();
    context.arc(x, y, sort === 'between' ? HANDLE - 2.5 : HANDLE, 0, 2 * Math.PI);
    context.fillStyle = paper;
    context.strokeStyle = ink;
    context.lineWidth = sort === 'between' ? 1.4 : 2.2;
    context.fill();
    context.stroke();
  }
}

function traceAll(frame: Frame, lines: readonly (readonly Point[])[], close: boolean): Path2D {
  const path = new Path2D();
  for (const line of lines) {
    line.forEach((point, index) => {
      const { x, y } = onCanvas(frame, point);
      if (index) path.lineTo(x, y);
      else path.moveTo(x, y);
    });
    if (close) path.closePath();
  }
  return path;
}
