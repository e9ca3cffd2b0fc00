/** The dots of towns. */

import type { Ground } from './ground';
import { colourOf, worldCopies, type Palette } from './ground-brush';
import { projected, WORLD, type Box, type Point } from './projection';
import type { Frame } from './sheet';

export interface Town {
  /** Pixels of zoom 0. */
  readonly at: Point;
  readonly rank: number;
  readonly minZoom: number;
  readonly capital: boolean;
  /** In Libya. */
  readonly home: boolean;
}

/** A town in view: where its dot is on the canvas. */
export interface Dot {
  readonly index: number;
  readonly at: Point;
  readonly radius: number;
  readonly capital: boolean;
  readonly home: boolean;
}

const HOME = 'LY';
/** Pixels outside the frame within which a dot's name may still reach into it. */
const REACH = 8;

export function townsOf({ cities, scale }: Ground): Town[] {
  return cities.map(({ at: [lon, lat], rank, minZoom, capital, iso }) => ({
    at: projected([lon / scale, lat / scale]),
    rank,
    minZoom,
    capital,
    home: iso === HOME,
  }));
}

/** The dots that a frame shows, in each copy of the world. */
export function dotsIn(frame: Frame, towns: readonly Town[]): Dot[] {
  const { scale, origin, size, zoom } = frame;
  return worldCopies(frame).flatMap((copy) =>
    towns.flatMap(({ at, rank, minZoom, capital, home }, index) => {
      if (minZoom > zoom) return [];
      const [x, y] = [(at.x + copy * WORLD) * scale - origin.x, at.y * scale - origin.y];
      if (x < -REACH || y < -REACH || x > size.width + REACH || y > size.height + REACH) return [];
      return [{ index, at: { x, y }, radius: radiusOf(rank, zoom), capital, home }];
    }),
  );
}

function radiusOf(rank: number, zoom: number): number {
  return ([2.6, 2.6, 2.3, 2.1, 1.9][rank] ?? 1.7) + (zoom >= 8 ? 0.4 : zoom < 5 ? -0.4 : 0);
}

/** A ring for a town; a capital has a point in it. Towns outside Libya are fainter. */
export function paintTowns(context: CanvasRenderingContext2D, dots: readonly Dot[], palette: Palette): void {
  for (const { at, radius, capital, home } of dots) {
    const ink = colourOf(palette, home ? 'place-dot' : 'country-ink');
    disc(context, at, capital ? radius + 1 : radius);
    context.fillStyle = colourOf(palette, 'libya');
    context.fill();
    context.lineWidth = home ? 1.3 : 1.1;
    context.strokeStyle = ink;
    context.stroke();
    if (!capital) continue;
    disc(context, at, 1.3);
    context.fillStyle = ink;
    context.fill();
  }
}

function disc(context: CanvasRenderingContext2D, { x, y }: Point, radius: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
}

/** What names must not cover. */
export function townBoxes(dots: readonly Dot[]): Box[] {
  return dots.map(({ at, radius, capital }) => {
    const half = radius + (capital ? 1.6 : 0.6);
    return { x: at.x - half, y: at.y - half, width: 2 * half, height: 2 * half };
  });
}
