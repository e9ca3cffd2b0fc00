/** Handles of a drawing that is edited: what each moves. */

import type { LonLat } from '../document';
import { circle, leg } from './geodesy';
import { unrolled } from './longitudes';
import { MOST_RADIUS, POSITIONS_OF, type Drawing, type Path } from './model';
import { cornersOf } from './region';

/** A position, one that a drag would add between two, or the radius at an index. */
export interface Handle {
  readonly sort: 'position' | 'between' | 'radius';
  readonly path: number;
  readonly index: number;
  readonly at: LonLat;
}

/** Rings with more positions than this are edited as text alone: their handles would cover them. */
const MOST_HANDLES = 80;

export function handlesOf(drawing: Drawing): Handle[] {
  const { shape, paths, radii } = drawing;
  if (paths.reduce((sum, path) => sum + path.length, 0) > MOST_HANDLES) return [];
  if (shape === 'rectangle') return cornersOf(paths[0] ?? []).map((at, index) => ({ sort: 'position', path: 0, index, at }));
  const positions = paths.flatMap((path, n) => unrolled(path).map((at, index): Handle => ({ sort: 'position', path: n, index, at })));
  const [centre] = paths[0] ?? [];
  if (shape === 'circle' && centre) {
    const [at] = circle(centre, radii[0] ?? 1, 4).slice(3);
    return at ? [...positions, { sort: 'radius', path: 0, index: 0, at }] : positions;
  }
  return [...positions, ...paths.flatMap((path, n) => between(drawing, path, n))];
}

/** Where a position could be added: the middles of edges. */
function between({ shape }: Drawing, path: Path, n: number): Handle[] {
  if (POSITIONS_OF[shape][1] === 1) return [];
  const way = unrolled(shape === 'polygon' ? [...path, path[0] as LonLat] : path);
  return way.slice(1).map((to, index) => {
    const from = way[index] as LonLat;
    return { sort: 'between', path: n, index: index + 1, at: [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2] };
  });
}

/** The drawing with a handle moved to a position. */
export function dragged(drawing: Drawing, handle: Handle, to: LonLat): Drawing {
  const { shape, paths } = drawing;
  if (handle.sort === 'radius') {
    const [centre] = paths[0] ?? [];
    const metres = centre ? Math.min(MOST_RADIUS, Math.max(1, leg(centre, to).metres)) : 1;
    return { ...drawing, radii: drawing.radii.with(handle.index, metres) };
  }
  if (shape === 'rectangle') {
    const opposite = cornersOf(paths[0] ?? [])[(handle.index + 2) % 4] as LonLat;
    return { ...drawing, paths: [[to, opposite]] };
  }
  const path = paths[handle.path] ?? [];
  const moved = handle.sort === 'between' ? path.toSpliced(handle.index, 0, to) : path.with(handle.index, to);
  return { ...drawing, paths: paths.with(handle.path, moved) };
}

/** The drawing without a position; as it was where it needs all that it has. */
export function without(drawing: Drawing, handle: Handle): Drawing {
  const path = drawing.paths[handle.path] ?? [];
  const [least, most] = POSITIONS_OF[drawing.shape];
  if (handle.sort !== 'position' || most !== Infinity || path.length <= least) return drawing;
  return { ...drawing, paths: drawing.paths.with(handle.path, path.toSpliced(handle.index, 1)) };
}
