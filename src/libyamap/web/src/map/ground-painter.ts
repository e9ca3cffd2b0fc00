/** Paints the ground: sea, land, Libya, borders, districts, coast. */

import { createGraticule, createPaths, type GroundPaths } from './ground-paths';
import type { GroundShapes } from './ground-geometry';
import { WORLD, type Box } from './projection';
import type { Frame } from './sheet';

/** Colours by name, as a theme of the document has them. */
export type Palette = Readonly<Record<string, string>>;

/** From this zoom on the lines between Libya's districts are drawn. */
const DISTRICTS_FROM = 5.5;
/** Pixels round the frame in which lines still reach into it. */
const REACH = 24;

export function colourOf(palette: Palette, name: string): string {
  const colour = palette[name];
  if (!colour) throw new Error(`The theme has no colour "${name}".`);
  return colour;
}

/** Paints a frame of the ground. */
export type GroundPainter = (context: CanvasRenderingContext2D, frame: Frame, palette: Palette) => void;

/** Before there is a basemap: all is sea. */
export const paintSea: GroundPainter = (context, frame, palette) => {
  context.fillStyle = colourOf(palette, 'sea');
  context.fillRect(0, 0, frame.size.width, frame.size.height);
};

export function createGroundPainter(shapes: GroundShapes): GroundPainter {
  const pathsAt = createPaths(shapes);
  const graticule = createGraticule();
  return (context, frame, palette) => {
    paintSea(context, frame, palette);
    const brush = new Brush(context, frame, palette);
    for (const copy of worldCopies(frame)) {
      context.save();
      context.transform(frame.scale, 0, 0, frame.scale, copy * WORLD * frame.scale - frame.origin.x, -frame.origin.y);
      brush.stroke(graticule, 'grid', 0.6);
      paintWorld(brush, pathsAt(frame.zoom), seen(frame, copy));
      context.restore();
    }
  };
}

/** Strokes and fills, their lengths in pixels of the screen. */
class Brush {
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
    context.lineJoin = 'round';
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
      this.stroke(path, colour, width * softness(this.frame.zoom));
    }
    this.context.globalAlpha = 1;
  }
}

function paintWorld(brush: Brush, paths: GroundPaths, view: Box): void {
  const { zoom } = brush.frame;
  const [borders, disputed, coast] = [paths.borders.within(view), paths.disputed.within(view), paths.coast.within(view)];
  brush.soft(paths.glow.within(view), 'sea-glow', GLOW);
  brush.fill(paths.land.within(view), 'land');
  paintLibya(brush, paths, view);
  if (zoom >= DISTRICTS_FROM) brush.stroke(paths.districts.within(view), 'district', zoom < 7 ? 0.9 : 1.2);
  // Where two fills meet the sea shines through: between dashes it would be seen.
  brush.stroke(disputed, 'land', 1.4);
  brush.stroke(borders, 'border', thin(zoom, 0.9));
  brush.stroke(disputed, 'border', thin(zoom, 1), zoom < 4 ? [2.5, 2.5] : [5, 4]);
  brush.stroke(coast, 'coast', thin(zoom, 0.9));
  brush.stroke(paths.libyaBorder.within(view), 'libya-border', thin(zoom, 1.5));
}

/** Libya stands out: lighter, with a soft band along the inside of its outline. */
function paintLibya(brush: Brush, paths: GroundPaths, view: Box): void {
  const libya = paths.libya.within(view);
  brush.fill(libya, 'libya');
  brush.context.save();
  brush.context.clip(libya, 'evenodd');
  brush.soft(paths.band.within(view), 'libya-band', BAND);
  brush.context.restore();
}

/** Width in pixels and opacity of one of several strokes over one another. */
type Step = readonly [width: number, opacity: number];
const GLOW: readonly Step[] = [
  [20, 0.28],
  [12, 0.3],
  [6, 0.35],
];
const BAND: readonly Step[] = [
  [26, 0.3],
  [18, 0.35],
  [10, 0.4],
];

/** How wide soft edges are, against their width at the scale of a country: the world has less room for them. */
function softness(zoom: number): number {
  return Math.max(0.2, Math.min(1.2, (zoom - 1.5) / 4));
}

/** A line's width: thinner where the whole world is seen. */
function thin(zoom: number, width: number): number {
  return width * Math.max(0.55, Math.min(1, 0.55 + (zoom - 2) * 0.15));
}

/** Numbers of the copies of the world that the frame shows; the first is 0. */
export function worldCopies(frame: Frame): number[] {
  const width = WORLD * frame.scale;
  const first = Math.floor((frame.origin.x - REACH) / width);
  const last = Math.floor((frame.origin.x + frame.size.width + REACH) / width);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** What a frame shows of a copy of the world, in pixels of zoom 0. */
function seen({ origin, size, scale }: Frame, copy: number): Box {
  return {
    x: (origin.x - REACH) / scale - copy * WORLD,
    y: (origin.y - REACH) / scale,
    width: (size.width + 2 * REACH) / scale,
    height: (size.height + 2 * REACH) / scale,
  };
}
