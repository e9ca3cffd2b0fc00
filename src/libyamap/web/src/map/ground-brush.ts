/** Strokes and fills of what lies in pixels of zoom 0, their widths in pixels of the screen. */

import { WORLD, type Box } from './projection';
import type { Frame } from './sheet';

/** Colours by name, as a theme of the document has them. */
export type Palette = Readonly<Record<string, string>>;

export function colourOf(palette: Palette, name: string): string {
  const colour = palette[name];
  if (!colour) throw new Error(`The theme has no colour "${name}".`);
  return colour;
}

/** Width in pixels and opacity of one of several strokes over one another. */
export type Step = readonly [width: number, opacity: number];

export class Brush {
  constructor(
    readonly context: CanvasRenderingContext2D,
    readonly frame: Frame,
    private readonly palette: Palette,
  ) {}

  fill(path: Path2D, colour: string): void {
    this.context.fillStyle = colourOf(this.palette, colour);
    this.context.fill(path, 'evenodd');
  }

  stroke(path: Path2D, colour: string, width: number, dash: readonly number[] = []): void {
    const { context, frame } = this;
    context.lineJoin = 'bevel';
    context.lineCap = dash.length ? 'butt' : 'round';
    context.strokeStyle = colourOf(this.palette, colour);
    context.lineWidth = width / frame.scale;
    context.setLineDash(dash.map((length) => length / frame.scale));
    context.stroke(path);
  }

  /** A line that fades out to both sides: narrower strokes over wider ones, all translucent. */
  soft(path: Path2D, colour: string, steps: readonly Step[]): void {
    for (const [width, opacity] of steps) {
      this.context.globalAlpha = opacity;
      this.stroke(path, colour, width);
    }
    this.context.globalAlpha = 1;
  }
}

/** Pixels round the frame in which lines still reach into it. */
const REACH = 24;

/** Draws in pixels of zoom 0, once for each copy of the world in view; `view` is what is seen of that copy. */
export function eachCopy(context: CanvasRenderingContext2D, frame: Frame, draw: (view: Box) => void): void {
  for (const copy of worldCopies(frame)) {
    context.save();
    context.transform(frame.scale, 0, 0, frame.scale, copy * WORLD * frame.scale - frame.origin.x, -frame.origin.y);
    draw(viewOf(frame, copy));
    context.restore();
  }
}

/** Numbers of the copies of the world that the frame shows; the first is 0, and they go on east and west. */
export function worldCopies({ origin, size, scale }: Frame): number[] {
  const width = WORLD * scale;
  const first = Math.floor((origin.x - REACH) / width);
  const last = Math.floor((origin.x + size.width + REACH) / width);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** What is seen of a copy of the world, in pixels of zoom 0. */
export function viewOf({ origin, size, scale }: Frame, copy: number): Box {
  return {
    x: (origin.x - REACH) / scale - copy * WORLD,
    y: (origin.y - REACH) / scale,
    width: (size.width + 2 * REACH) / scale,
    height: (size.height + 2 * REACH) / scale,
  };
}
