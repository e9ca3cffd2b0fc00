/** Paints the ground: sea, land, Libya, borders, districts, coast. */

import { COARSE_UP_TO, type GroundLevels, type GroundPaths } from './ground-paths';
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

export function paintGround(context: CanvasRenderingContext2D, frame: Frame, palette: Palette, levels: GroundLevels | null): void {
  context.fillStyle = colourOf(palette, 'sea');
  context.fillRect(0, 0, frame.size.width, frame.size.height);
  if (!levels) return;
  const paths = frame.zoom <= COARSE_UP_TO ? levels.coarse : levels.fine;
  context.lineJoin = 'round';
  context.lineCap = 'round';
  for (const copy of worldCopies(frame)) {
    context.save();
    context.transform(frame.scale, 0, 0, frame.scale, copy * WORLD * frame.scale - frame.origin.x, -frame.origin.y);
    paintWorld(context, new Brush(context, frame, palette), paths, seen(frame, copy));
    context.restore();
  }
}

/** Strokes and fills, their lengths in pixels of the screen. */
class Brush {
  constructor(
    private readonly context: CanvasRenderingContext2D,
    readonly frame: Frame,
    private readonly palette: Palette,
  ) {}

  fill(path: Path2D, colour: string): void {
    this.context.fillStyle = colourOf(this.palette, colour);
    this.context.fill(path, 'evenodd');
  }

  stroke(path: Path2D, colour: string, width: number, { opacity = 1, dash = [] as readonly number[] } = {}): void {
    const { context, frame } = this;
    context.globalAlpha = opacity;
    context.strokeStyle = colourOf(this.palette, colour);
    context.lineWidth = width / frame.scale;
    context.setLineDash(dash.map((length) => length / frame.scale));
    context.stroke(path);
    context.setLineDash([]);
    context.globalAlpha = 1;
  }
}

function paintWorld(context: CanvasRenderingContext2D, brush: Brush, paths: GroundPaths, view: Box): void {
  const { zoom } = brush.frame;
  const [land, libya, coast] = [paths.land.within(view), paths.libya.within(view), paths.coast.within(view)];
  const [borders, disputed, home] = [paths.borders.within(view), paths.disputed.within(view), paths.libyaBorder.within(view)];
  brush.stroke(paths.graticule, 'grid', 0.6);
  for (const [width, opacity] of GLOW) brush.stroke(coast, 'sea-glow', width * softness(zoom), { opacity });
  brush.fill(land, 'land');
  brush.fill(libya, 'libya');
  context.save();
  context.clip(libya, 'evenodd');
  for (const [width, opacity] of BAND) brush.stroke(libya, 'libya-band', width * softness(zoom), { opacity });
  context.restore();
  if (zoom >= DISTRICTS_FROM) brush.stroke(paths.districts.within(view), 'district', zoom < 7 ? 0.8 : 1.1);
  // Where two fills meet the sea would shine through: between dashes, and along the antimeridian's copies.
  brush.stroke(disputed, 'land', 1.4);
  brush.stroke(borders, 'border', thin(zoom, 0.9));
  brush.stroke(disputed, 'border', thin(zoom, 1), { dash: zoom < 4 ? [2.5, 2.5] : [5, 4] });
  brush.stroke(home, 'libya-border', thin(zoom, 1.5));
  brush.stroke(coast, 'coast', thin(zoom, 0.9));
}

/** Widths and opacities of strokes over one another, which together fade out. */
const GLOW = [
  [20, 0.28],
  [12, 0.3],
  [6, 0.35],
] as const;
const BAND = [
  [26, 0.3],
  [18, 0.35],
  [10, 0.4],
] as const;

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
