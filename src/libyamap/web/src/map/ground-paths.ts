/** The ground's shapes as canvas paths in pixels of zoom 0, in several levels of detail; only what is in view is drawn. */

import { coarser, pieces, type GroundShapes, type Shape } from './ground-geometry';
import { overlap } from './label-grid';
import { zoomScale, type Box } from './projection';

/** Zooms up to which a level of detail serves; beyond the last one every vertex is drawn. */
const LEVELS = [3, 5, 7] as const;
/** Pixels within which a level drops vertices, at the largest zoom that it serves. */
const UNSEEN = 0.5;
/** The same for what is wide and soft, where less shows. */
const UNSEEN_IN_GLOW = 6;

interface Part {
  readonly path: Path2D;
  readonly box: Box;
}

/** Paths of one kind: all as one, and the parts from which what is in view is put together. */
class Paths {
  private readonly all = new Path2D();
  private readonly parts: readonly Part[];

  constructor(shapes: readonly Shape[], closed: boolean) {
    this.parts = shapes.map((shape) => ({ path: traced(shape, closed), box: shape.box }));
    for (const { path } of this.parts) this.all.addPath(path);
  }

  meets(box: Box): boolean {
    return this.parts.some((part) => overlap(part.box, box));
  }

  /** One path of the parts that meet a box: one, so that where they overlap soft strokes stay even. */
  within(box: Box): Path2D {
    const seen = this.parts.filter((part) => overlap(part.box, box));
    if (seen.length === this.parts.length) return this.all;
    const path = new Path2D();
    for (const part of seen) path.addPath(part.path);
    return path;
  }
}

/** Everything that is painted of the ground, in one level of detail. */
export interface GroundPaths {
  readonly land: Paths;
  readonly libya: Paths;
  readonly coast: Paths;
  /** Coast and Libya's outline as wide soft strokes follow them. */
  readonly glow: Paths;
  readonly band: Paths;
  readonly borders: Paths;
  readonly disputed: Paths;
  readonly libyaBorder: Paths;
  readonly districts: Paths;
}

/** The paths for a zoom; each level is made when it is first wanted. */
export type PathsAt = (zoom: number) => GroundPaths;

export function createPaths(shapes: GroundShapes): PathsAt {
  const made = new Map<number, GroundPaths>();
  return (zoom) => {
    const upTo = LEVELS.find((level) => zoom <= level) ?? Infinity;
    const paths = made.get(upTo) ?? level(shapes, upTo);
    made.set(upTo, paths);
    return paths;
  };
}

function level(shapes: GroundShapes, upTo: number): GroundPaths {
  const least = UNSEEN / zoomScale(upTo);
  const detail = (kind: readonly Shape[]) => kind.filter(({ box }) => box.width + box.height > least).map((shape) => coarser(shape, least));
  const softly = (kind: readonly Shape[]) => kind.map((shape) => coarser(shape, UNSEEN_IN_GLOW / zoomScale(Math.min(upTo, 9))));
  const rings = (kind: readonly Shape[], how = detail) => new Paths(how(kind), true);
  const lines = (kind: readonly Shape[], how = detail) => new Paths(how(kind).flatMap(pieces), false);
  return {
    land: rings(shapes.land),
    libya: rings(shapes.libya),
    coast: lines(shapes.coast),
    glow: lines(shapes.coast, softly),
    band: rings(shapes.libya, softly),
    borders: lines(shapes.borders),
    // In one piece each: the dashes would start anew with every piece.
    disputed: new Paths(detail(shapes.disputed), false),
    libyaBorder: lines(shapes.libyaBorder),
    districts: lines(shapes.districts),
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
