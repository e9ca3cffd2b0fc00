/** Wide soft strokes, painted on a small canvas and enlarged: they are smooth for it, and cost a fraction. */

import { Brush, eachCopy, type Palette } from './ground-brush';
import type { Box } from './projection';
import type { Frame } from './sheet';

/** How many times smaller it is painted than shown. */
const REDUCED = 4;

/** Paints what `draw` draws of each copy of the world; the picture of a whole frame is kept until the next. */
export type SoftPicture = (frame: Frame, palette: Palette, draw: (brush: Brush, view: Box) => void) => PutPicture;

/** Puts the picture where it belongs on a canvas that has no transform but the screen's. */
export type PutPicture = (target: CanvasRenderingContext2D) => void;

export function createSoftPicture(): SoftPicture {
  const small = document.createElement('canvas');
  const context = small.getContext('2d');
  if (!context) throw new Error('This browser cannot draw on a canvas.');
  return (frame, palette, draw) => {
    const [width, height] = [Math.ceil(frame.size.width / REDUCED), Math.ceil(frame.size.height / REDUCED)];
    if (small.width !== width) small.width = width;
    if (small.height !== height) small.height = height;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, width, height);
    context.scale(1 / REDUCED, 1 / REDUCED);
    eachCopy(context, frame, (view) => draw(new Brush(context, frame, palette), view));
    return (target) => target.drawImage(small, 0, 0, width * REDUCED, height * REDUCED);
  };
}
