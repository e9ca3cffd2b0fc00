/**
 * Layer on layer, from the bottom up. What a layer that is seen through has on the canvas becomes one picture first,
 * and that is laid on: its symbols do not show through one another, only what lies under them all.
 */

import type { Stack } from '../stack';

/** Things to paint, those on top first. */
export interface Layered<T> {
  readonly things: readonly T[];
  layerOf(thing: T): string;
  /** Whether it is chosen or pointed at, and so never seen through. */
  isStrong(thing: T): boolean;
  paint(context: CanvasRenderingContext2D, thing: T): void;
}

export function paintInLayers<T>(context: CanvasRenderingContext2D, stack: Stack, { things, layerOf, isStrong, paint }: Layered<T>): void {
  const byLayer = new Map<string, T[]>(stack.order.map((layer) => [layer, []]));
  for (const thing of things) byLayer.get(layerOf(thing))?.push(thing);
  for (const layer of stack.order.toReversed()) {
    const here = byLayer.get(layer)?.toReversed() ?? [];
    const opacity = stack.opacity(layer);
    const faint = opacity < 1 ? here.filter((thing) => !isStrong(thing)) : [];
    if (faint.length > 0) throughOnePicture(context, opacity, (picture) => faint.forEach((thing) => paint(picture, thing)));
    for (const thing of here) if (opacity === 1 || isStrong(thing)) paint(context, thing);
  }
}

let spare: CanvasRenderingContext2D | null = null;

/** Paint on a canvas of the same size, and lay that on with an opacity. */
export function throughOnePicture(context: CanvasRenderingContext2D, opacity: number, paint: (picture: CanvasRenderingContext2D) => void): void {
  if (opacity === 0) return;
  spare ??= document.createElement('canvas').getContext('2d');
  if (!spare) return;
  const { width, height } = context.canvas;
  spare.canvas.width = width;
  spare.canvas.height = height;
  spare.setTransform(context.getTransform());
  paint(spare);
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalAlpha = opacity;
  context.drawImage(spare.canvas, 0, 0);
  context.restore();
}
