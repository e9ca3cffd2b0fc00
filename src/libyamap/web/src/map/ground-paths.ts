/** The ground's shapes as canvas paths in pixels of zoom 0, made once, coarse and fine; only those in view are drawn. */

import type { Ground, Packed } from './ground';
import { coarser, pieces, shapeOf, type Shape } from './ground-geometry';
import { projected, WORLD, type Box } from './projection';
import { overlap } from './label-grid';

/** Up to this zoom the coarse paths serve. */
export const COARSE_UP_TO = 5;
/** Pixels, at that zoom, within which the coarse paths drop vertices. */
const UNSEEN = 0.5;
const HOME = 'LY';
/** Degrees between the graticule's lines. */
const GRATICULE = 10;

interface Part {
  readonly path: Path2D;
  readonly box: Box;
}

/** Paths of one kind: all as one, and the parts from which what is in view is put together. */
class Paths {
  readonly all = new Path2D();
  private readonly parts: readonly Part[];

  constructor(shapes: readonly Shape[], closed: boolean) {
    this.parts = shapes.map((shape) => ({ path: traced(shape, closed), box: shape.box }));
    for (const { path } of this.parts) this.all.addPath(path);
  }

  /** One path of the parts that meet a box. */
  within(box: Box): Path2D {
    const seen = this.parts.filter((part) => overlap(part.box, box));
    if (seen.length === this.parts.length) return this.all;
    const path = new Path2D();
    for (const part of seen) path.addPath(part.path);
    return path;
  }
}

/** Everything that is painted of the ground, for one level of detail. */
export interface GroundPaths {
  readonly land: Paths;
  readonly libya: Paths;
  readonly coast: Paths;
  readonly borders: Paths;
  readonly disputed: Paths;
  readonly libyaBorder: Paths;
  readonly districts: Paths;
  readonly graticule: Path2D;
}

export interface GroundLevels {
  readonly fine: GroundPaths;
  readonly coarse: GroundPaths;
}

export function createLevels(ground: Ground): GroundLevels {
  const shapes = (lines: readonly Packed[]) => lines.map((line) => shapeOf(line, ground.scale));
  const { countries, borders } = ground;
  const rings = (home: boolean) => shapes(countries.filter(({ iso }) => (iso === HOME) === home).flatMap((country) => country.rings));
  const lines = (wanted: (border: Ground['borders'][number]) => boolean) => shapes(borders.filter(wanted).map(({ line }) => line));
  const kinds = {
    land: rings(false),
    libya: rings(true),
    coast: shapes(ground.coast),
    borders: lines(({ disputed, libya }) => !disputed && !libya),
    disputed: lines(({ disputed }) => disputed),
    libyaBorder: lines(({ disputed, libya }) => libya && !disputed),
    districts: shapes(ground.districtLines),
  };
  const least = UNSEEN / 2 ** COARSE_UP_TO;
  return { fine: level(kinds, (shape) => shape), coarse: level(kinds, (shape) => coarser(shape, least)) };
}

type Kinds = Readonly<Record<Exclude<keyof GroundPaths, 'graticule'>, readonly Shape[]>>;

function level(kinds: Kinds, detail: (shape: Shape) => Shape): GroundPaths {
  const rings = (shapes: readonly Shape[]) => new Paths(shapes.map(detail), true);
  const lines = (shapes: readonly Shape[]) => new Paths(shapes.map(detail).flatMap(pieces), false);
  return {
    land: rings(kinds.land),
    libya: rings(kinds.libya),
    coast: lines(kinds.coast),
    borders: lines(kinds.borders),
    disputed: new Paths(kinds.disputed.map(detail), false),
    libyaBorder: lines(kinds.libyaBorder),
    districts: lines(kinds.districts),
    graticule: graticule(),
  };
}

function traced({ xy }: Shape, closed: boolean): Path2D {
  const path = new Path2D();
  for (let at = 0; at + 1 < xy.length; at += 2) {
    if (at) path.lineTo(xy[at] as number, xy[at + 1] as number);
    else path.moveTo(xy[at] as number, xy[at + 1] as number);
  }
  if (closed) path.closePath();
  return path;
}

function graticule(): Path2D {
  const path = new Path2D();
  for (let lon = -180; lon < 180; lon += GRATICULE) {
    const { x } = projected([lon, 0]);
    path.moveTo(x, 0);
    path.lineTo(x, WORLD);
  }
  for (let lat = -80; lat <= 80; lat += GRATICULE) {
    const { y } = projected([0, lat]);
    path.moveTo(0, y);
    path.lineTo(WORLD, y);
  }
  return path;
}
