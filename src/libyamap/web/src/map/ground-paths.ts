/** The ground's shapes as canvas paths in pixels of zoom 0, in several levels of detail; only what is in view is drawn. */

import { follow, pieces, type GroundShapes, type Shape } from './ground-geometry';
import { overlap } from './label-grid';
import { zoomScale, type Box } from './projection';

/** Zooms up to which a level of detail serves; beyond the last one every vertex is drawn. */
const LEVELS = [3, 5, 7] as const;
/** Pixels within which a level drops vertices, at the largest zoom that it serves. */
const UNSEEN = 0.5;
/** The same for what is wide and soft, where less shows. */
const UNSEEN_IN_GLOW = 6;

/** A shape that is traced once it is seen. */
interface Part {
  readonly box: Box;
  readonly path: () => Path2D;
}

/** Paths of one kind, from which what is in view is put together. */
class Paths {
  private readonly parts: readonly Part[];
  private last: { readonly seen: readonly Part[]; readonly path: Path2D } = { seen: [], path: new Path2D() };

  constructor(shapes: readonly Shape[], least: number, closed: boolean) {
    this.parts = shapes.map((shape) => partOf(shape, least, closed));
  }

  meets(box: Box): boolean {
    return this.parts.some((part) => overlap(part.box, box));
  }

  /** One path of the parts that meet a box: one, so that where they overlap soft strokes stay even. */
  within(box: Box): Path2D {
    const seen = this.parts.filter((part) => overlap(part.box, box));
    const before = this.last.seen;
    if (seen.length === before.length && seen.every((part, index) => part === before[index])) return this.last.path;
    const path = new Path2D();
    for (const part of seen) path.addPath(part.path());
    this.last = { seen, path };
    return path;
  }
}

function partOf(shape: Shape, least: number, closed: boolean): Part {
  let known: Path2D | undefined;
  const traced = () => {
    const path = new Path2D();
    follow(shape, least, path);
    if (closed) path.closePath();
    return path;
  };
  return { box: shape.box, path: () => (known ??= traced()) };
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
  const softly = UNSEEN_IN_GLOW / zoomScale(Math.min(upTo, 9));
  const large = (kind: readonly Shape[]) => kind.filter(({ box }) => box.width + box.height > least);
  const rings = (kind: readonly Shape[]) => new Paths(large(kind), least, true);
  const lines = (kind: readonly Shape[]) => new Paths(large(kind).flatMap(pieces), least, false);
  return {
    land: rings(shapes.land),
    libya: rings(shapes.libya),
    coast: lines(shapes.coast),
    glow: new Paths(shapes.coast.flatMap(pieces), softly, false),
    band: new Paths(shapes.libya, softly, true),
    borders: lines(shapes.borders),
    // In one piece each: the dashes would start anew with every piece.
    disputed: new Paths(large(shapes.disputed), least, false),
    libyaBorder: lines(shapes.libyaBorder),
    districts: lines(shapes.districts),
  };
}
