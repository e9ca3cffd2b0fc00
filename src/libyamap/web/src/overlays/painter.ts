/** Overlays on a canvas: areas, then lines, then points; of what falls onto the same pixels, one. */

import { throughOnePicture } from '../map/layering';
import type { Frame } from '../map/sheet';
import { LINE, POINT, RING, type Chains } from './overlay';
import type { Laid, Spot } from './store';
import { CERTAIN, HIDDEN } from './window';

export interface Brush {
  /** Around points and lines, so that they stand out. */
  readonly casing: string;
  readonly ink: string;
  readonly open: Spot | null;
}

/** What is only possibly in the interval. */
const FAINT = 0.45;
const FILL = 0.28;
/** Pixels of the screen below which an area is no more than a dot, and corners of a line are the same. */
const TINY = 2;
const SAME = 0.7;
/** Points from which they are sieved more coarsely. */
const MANY = 20_000;

export function paintOverlay(context: CanvasRenderingContext2D, frame: Frame, laid: Laid, states: Uint8Array, brush: Brush): void {
  throughOnePicture(context, laid.style.opacity / 100, (picture) => {
    paintAreas(picture, frame, laid, states);
    paintLines(picture, frame, laid, states, brush);
    paintPoints(picture, frame, laid, states, brush);
  });
  if (brush.open?.id === laid.id) paintOpen(context, frame, laid, brush);
}

/** Whether a chain's box touches the canvas, widened by some pixels. */
function isSeen({ boxes }: Chains, chain: number, { scale, origin, size }: Frame, margin: number): boolean {
  const at = 4 * chain;
  return (
    (boxes[at + 2] as number) * scale - origin.x >= -margin &&
    (boxes[at] as number) * scale - origin.x <= size.width + margin &&
    (boxes[at + 3] as number) * scale - origin.y >= -margin &&
    (boxes[at + 1] as number) * scale - origin.y <= size.height + margin
  );
}

/** Add a chain to the path, without the corners that fall together on the screen. */
function trace(context: CanvasRenderingContext2D | Path2D, { positions, starts }: Chains, chain: number, { scale, origin }: Frame): void {
  const [first, end] = [starts[chain] as number, starts[chain + 1] as number];
  let [x, y] = [NaN, NaN];
  for (let at = first; at < end; at++) {
    const [toX, toY] = [(positions[2 * at] as number) * scale - origin.x, (positions[2 * at + 1] as number) * scale - origin.y];
    if (at > first && at < end - 1 && Math.abs(toX - x) < SAME && Math.abs(toY - y) < SAME) continue;
    if (at === first) context.moveTo(toX, toY);
    else context.lineTo(toX, toY);
    [x, y] = [toX, toY];
  }
}

function paintAreas(context: CanvasRenderingContext2D, frame: Frame, { overlay: { chains }, style }: Laid, states: Uint8Array): void {
  const { owners, kinds, boxes } = chains;
  context.fillStyle = style.colour;
  context.strokeStyle = style.colour;
  context.lineWidth = Math.max(1, style.size / 6);
  const dots = createSieve(frame, 1);
  for (let chain = 0; chain < kinds.length; ) {
    const owner = owners[chain] as number;
    let end = chain;
    const rings: number[] = [];
    for (; end < kinds.length && owners[end] === owner; end++) if (kinds[end] === RING) rings.push(end);
    chain = end;
    if (states[owner] === HIDDEN || !rings.some((ring) => isSeen(chains, ring, frame, style.size))) continue;
    const strength = states[owner] === CERTAIN ? 1 : FAINT;
    const [ring] = rings as [number];
    const width = ((boxes[4 * ring + 2] as number) - (boxes[4 * ring] as number)) * frame.scale;
    const height = ((boxes[4 * ring + 3] as number) - (boxes[4 * ring + 1] as number)) * frame.scale;
    if (rings.length === 1 && width < TINY && height < TINY) {
      const [x, y] = [(boxes[4 * ring] as number) * frame.scale - frame.origin.x, (boxes[4 * ring + 1] as number) * frame.scale - frame.origin.y];
      context.globalAlpha = strength;
      if (dots(x, y)) context.fillRect(x, y, TINY, TINY);
      continue;
    }
    context.beginPath();
    for (const one of rings) trace(context, chains, one, frame);
    context.globalAlpha = FILL * strength;
    context.fill('evenodd');
    context.globalAlpha = strength;
    context.stroke();
  }
  context.globalAlpha = 1;
}

function paintLines(context: CanvasRenderingContext2D, frame: Frame, { overlay: { chains }, style }: Laid, states: Uint8Array, { casing }: Brush): void {
  const { owners, kinds } = chains;
  context.lineJoin = 'round';
  context.lineCap = 'round';
  const width = Math.max(1.5, style.size / 3);
  const paths = new Map<number, Path2D>();
  for (let chain = 0; chain < kinds.length; chain++) {
    const state = states[owners[chain] as number] as number;
    if (kinds[chain] !== LINE || state === HIDDEN || !isSeen(chains, chain, frame, style.size)) continue;
    const path = paths.get(state) ?? new Path2D();
    paths.set(state, path);
    trace(path, chains, chain, frame);
  }
  for (const [state, path] of paths) {
    context.globalAlpha = state === CERTAIN ? 1 : FAINT;
    context.strokeStyle = casing;
    context.lineWidth = width + 2;
    context.stroke(path);
    context.strokeStyle = style.colour;
    context.lineWidth = width;
    context.stroke(path);
  }
  context.globalAlpha = 1;
}

function paintPoints(context: CanvasRenderingContext2D, frame: Frame, { overlay: { chains }, style }: Laid, states: Uint8Array, brush: Brush): void {
  const { positions, starts, owners, kinds } = chains;
  const { scale, origin, size } = frame;
  const certain = stamp(context, style.size, style.colour, brush.casing, true);
  const possible = stamp(context, style.size, style.colour, brush.casing, false);
  const half = certain.width / 2;
  // Points that stand nearer than a part of themselves look like one.
  const isFree = createSieve(frame, Math.max(1, style.size / (kinds.length > MANY ? 2 : 4)));
  for (let chain = 0; chain < kinds.length; chain++) {
    if (kinds[chain] !== POINT) continue;
    const state = states[owners[chain] as number];
    if (state === HIDDEN) continue;
    for (let at = starts[chain] as number; at < (starts[chain + 1] as number); at++) {
      const [x, y] = [(positions[2 * at] as number) * scale - origin.x, (positions[2 * at + 1] as number) * scale - origin.y];
      if (x < -half || y < -half || x > size.width + half || y > size.height + half || !isFree(x, y)) continue;
      const { picture, width } = state === CERTAIN ? certain : possible;
      context.drawImage(picture, x - half, y - half, width, width);
    }
  }
}

/** Tells, of each square of the canvas, once that it is free. */
function createSieve({ size }: Frame, side: number): (x: number, y: number) => boolean {
  const columns = Math.ceil(size.width / side) + 4;
  const taken = new Uint8Array(columns * (Math.ceil(size.height / side) + 4));
  return (x, y) => {
    const at = (Math.floor(y / side) + 2) * columns + Math.floor(x / side) + 2;
    if (taken[at]) return false;
    taken[at] = 1;
    return true;
  };
}

/** A point as a picture, which is laid on faster than it is drawn: full where it is certain, else a ring. */
function stamp(context: CanvasRenderingContext2D, size: number, colour: string, casing: string, isCertain: boolean): { readonly picture: HTMLCanvasElement; readonly width: number } {
  const width = size + 4;
  const density = context.getTransform().a;
  const picture = document.createElement('canvas');
  picture.width = picture.height = Math.ceil(width * density);
  const pen = picture.getContext('2d');
  if (!pen) return { picture, width };
  pen.scale(picture.width / width, picture.height / width);
  const circle = (radius: number, fill: string) => {
    pen.beginPath();
    pen.arc(width / 2, width / 2, radius, 0, 2 * Math.PI);
    pen.fillStyle = fill;
    pen.fill();
  };
  circle(size / 2 + 1.2, casing);
  circle(size / 2, colour);
  if (!isCertain) circle(Math.max(0, size / 2 - 1.6), casing);
  return { picture, width };
}

/** A ring round what is open, or its outline. */
function paintOpen(context: CanvasRenderingContext2D, frame: Frame, { overlay: { chains }, style }: Laid, { ink, casing, open }: Brush): void {
  const { owners, kinds, positions, starts } = chains;
  context.save();
  for (let chain = 0; chain < kinds.length; chain++) {
    if (owners[chain] !== open?.row) continue;
    context.beginPath();
    if (kinds[chain] === POINT) {
      const at = starts[chain] as number;
      context.arc((positions[2 * at] as number) * frame.scale - frame.origin.x, (positions[2 * at + 1] as number) * frame.scale - frame.origin.y, style.size / 2 + 5, 0, 2 * Math.PI);
    } else trace(context, chains, chain, frame);
    context.strokeStyle = casing;
    context.lineWidth = 5;
    context.stroke();
    context.strokeStyle = ink;
    context.lineWidth = 2.4;
    context.stroke();
  }
  context.restore();
}
