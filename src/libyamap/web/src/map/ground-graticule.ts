/** Parallels and meridians, faint, at a spacing that suits the zoom. */

import { projected, unprojected, WORLD } from './projection';
import type { Frame } from './sheet';

/** From which zoom on, how many degrees apart. */
const SPACINGS = [
  [8.5, 0.5],
  [7.5, 1],
  [6.5, 2],
  [4.5, 5],
  [2.5, 10],
  [-Infinity, 20],
] as const;
const LAST_PARALLEL = 85;

export function spacingAt(zoom: number): number {
  return SPACINGS.find(([from]) => zoom >= from)?.[1] ?? 20;
}

/** Paints them as thin rectangles: much cheaper than strokes, and sharp. */
export function paintGraticule(context: CanvasRenderingContext2D, frame: Frame, colour: string): void {
  const { scale, origin, size } = frame;
  const spacing = spacingAt(frame.zoom);
  const [west, north] = unprojected({ x: origin.x / scale, y: Math.max(0, origin.y / scale) });
  const [east, south] = unprojected({ x: (origin.x + size.width) / scale, y: Math.min(WORLD, (origin.y + size.height) / scale) });
  context.fillStyle = colour;
  context.globalAlpha = 0.6;
  for (let lon = Math.ceil(west / spacing) * spacing; lon <= east; lon += spacing) {
    context.fillRect(Math.round(projected([lon, 0]).x * scale - origin.x), 0, 1, size.height);
  }
  for (let lat = Math.ceil(Math.max(south, -LAST_PARALLEL) / spacing) * spacing; lat <= Math.min(north, LAST_PARALLEL); lat += spacing) {
    context.fillRect(0, Math.round(projected([0, lat]).y * scale - origin.y), size.width, 1);
  }
  context.globalAlpha = 1;
}
