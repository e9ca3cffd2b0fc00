/** How far a radius may reach: what goes round a pole has no outline on a map that ends before the poles. */

import { curved, leg } from './geodesy';
import { MOST_RADIUS, RADII_OF, type Draftable } from './model';

/** Metres that stay between an outline and a pole. */
const SPARED = 1000;

const known = new WeakMap<Draftable['paths'], number>();

/** The largest radius, in metres, round the positions of a drawing. */
export function reachOf({ paths }: Pick<Draftable, 'paths'>): number {
  const before = known.get(paths);
  if (before !== undefined) return before;
  const far = paths.flatMap(curved).map((position) => leg(position, [position[0], position[1] < 0 ? -90 : 90]).metres);
  const reach = Math.max(1, Math.floor(Math.min(MOST_RADIUS, ...far.map((metres) => metres - SPARED))));
  known.set(paths, reach);
  return reach;
}

/** A drawing whose radii end before a pole. */
export function withinReach<One extends Draftable>(drawing: One): One {
  if (RADII_OF[drawing.shape] === 0) return drawing;
  const reach = reachOf(drawing);
  if (drawing.radii.every((metres) => metres <= reach)) return drawing;
  return { ...drawing, radii: [...new Set(drawing.radii.map((metres) => Math.min(metres, reach)))] };
}
