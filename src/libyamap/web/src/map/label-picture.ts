/** Labels as one picture, from which they are laid on others: writing them anew costs many times as much. */

import { paintLabels, type LabelStyle } from './label-painter';
import type { Placed } from './labels';

export interface LabelPicture {
  /** Lay labels on a canvas; they are written where that was not done since the picture was forgotten. */
  paint(context: CanvasRenderingContext2D, placed: readonly Placed[], style: LabelStyle): void;
  forget(): void;
}

/** Pixels round a label's box that its halo and its letters' tails may take. */
const ROUND = 4;

export function createLabelPicture(): LabelPicture {
  let known = false;
  let own: CanvasRenderingContext2D | null = null;
  const write = (like: CanvasRenderingContext2D, placed: readonly Placed[], style: LabelStyle) => {
    own ??= document.createElement('canvas').getContext('2d');
    if (!own) return;
    const { width, height } = like.canvas;
    if (own.canvas.width !== width || own.canvas.height !== height) Object.assign(own.canvas, { width, height });
    own.setTransform(1, 0, 0, 1, 0, 0);
    own.clearRect(0, 0, width, height);
    own.setTransform(like.getTransform());
    paintLabels(own, placed, style);
    known = true;
  };
  return {
    paint: (context, placed, style) => {
      if (!known) write(context, placed, style);
      if (!own) return;
      const { canvas } = own;
      const { a: density } = context.getTransform();
      context.save();
      context.setTransform(1, 0, 0, 1, 0, 0);
      for (const { box } of placed) {
        const [x, y] = [Math.floor((box.x - ROUND) * density), Math.floor((box.y - ROUND) * density)];
        const [width, height] = [Math.ceil((box.width + 2 * ROUND) * density), Math.ceil((box.height + 2 * ROUND) * density)];
        context.drawImage(canvas, x, y, width, height, x, y, width, height);
      }
      context.restore();
    },
    forget: () => {
      known = false;
    },
  };
}
