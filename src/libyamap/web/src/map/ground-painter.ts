/** Paints the ground: sea, land, Libya, borders, districts, coast. */

import { Brush, colourOf, eachCopy, type Palette, type Step } from './ground-brush';
import type { GroundShapes } from './ground-geometry';
import { paintGraticule } from './ground-graticule';
import { createPaths, type GroundPaths } from './ground-paths';
import { createSoftPicture } from './ground-softness';
import type { Box } from './projection';
import type { Frame } from './sheet';

/** From this zoom on the lines between Libya's districts are drawn. */
const DISTRICTS_FROM = 5.5;
const GLOW: readonly Step[] = [
  [21, 0.36],
  [10, 0.5],
];
const BAND: readonly Step[] = [
  [28, 0.22],
  [21, 0.26],
  [14, 0.32],
  [7, 0.36],
];

/** Paints a frame of the ground. */
export type GroundPainter = (context: CanvasRenderingContext2D, frame: Frame, palette: Palette) => void;

/** Before there is a basemap: all is sea. */
export const paintSea: GroundPainter = (context, frame, palette) => {
  context.fillStyle = colourOf(palette, 'sea');
  context.fillRect(0, 0, frame.size.width, frame.size.height);
};

export function createGroundPainter(shapes: GroundShapes): GroundPainter {
  const pathsAt = createPaths(shapes);
  const soft = createSoftPicture();
  return (context, frame, palette) => {
    const paths = pathsAt(frame.zoom);
    const brush = new Brush(context, frame, palette);
    const [glow, band] = [softened(GLOW, frame.zoom), softened(BAND, frame.zoom)];
    paintSea(context, frame, palette);
    paintGraticule(context, frame, colourOf(palette, 'grid'));
    soft(frame, palette, (small, view) => small.soft(paths.glow.within(view), 'sea-glow', glow))(context);
    const put = soft(frame, palette, (small, view) => small.soft(paths.band.within(view), 'libya-band', band));
    const screen = context.getTransform();
    eachCopy(context, frame, (view) => {
      brush.fill(paths.land.within(view), 'land');
      if (paths.libya.meets(view)) {
        paintLibya(brush, paths.libya.within(view), () => {
          context.setTransform(screen);
          put(context);
        });
      }
      paintLines(brush, paths, view);
    });
  };
}

/** Libya stands out: lighter, with a soft band along the inside of its outline. */
function paintLibya(brush: Brush, outline: Path2D, paintBand: () => void): void {
  brush.fill(outline, 'libya');
  brush.context.save();
  brush.context.clip(outline, 'evenodd');
  paintBand();
  brush.context.restore();
}

function paintLines(brush: Brush, paths: GroundPaths, view: Box): void {
  const { zoom } = brush.frame;
  const [borders, disputed, coast] = [paths.borders.within(view), paths.disputed.within(view), paths.coast.within(view)];
  if (zoom >= DISTRICTS_FROM) brush.stroke(paths.districts.within(view), 'district', zoom < 7 ? 0.9 : 1.2);
  // Where two fills meet the sea shines through: between dashes it would be seen.
  brush.stroke(disputed, 'land', 1.4);
  brush.stroke(borders, 'border', thin(zoom, 0.9));
  brush.stroke(disputed, 'border', thin(zoom, 1), zoom < 4 ? [2.5, 2.5] : [5, 4]);
  brush.stroke(coast, 'coast', thin(zoom, 0.9));
  brush.stroke(paths.libyaBorder.within(view), 'libya-border', thin(zoom, 1.5));
}

/** Soft edges as wide as the zoom has room for: full where a country fills the screen, slight on the world. */
function softened(steps: readonly Step[], zoom: number): Step[] {
  const share = Math.max(0.2, Math.min(1.2, (zoom - 1.5) / 4));
  return steps.map(([width, opacity]) => [width * share, opacity]);
}

/** A line's width: thinner where the whole world is seen. */
function thin(zoom: number, width: number): number {
  return width * Math.max(0.55, Math.min(1, 0.55 + (zoom - 2) * 0.15));
}
