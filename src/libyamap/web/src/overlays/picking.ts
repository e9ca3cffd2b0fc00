/** What of an overlay lies at a spot of the map: points before lines, lines before areas. */

import { LINE, POINT, RING, type Overlay } from './overlay';
import { HIDDEN } from './window';

/** All in pixels of zoom 0. */
export interface Spotted {
  readonly x: number;
  readonly y: number;
  /** From the middle of a point. */
  readonly point: number;
  /** From a line. */
  readonly line: number;
}

export interface Picked {
  readonly row: number;
  /** Whether it is around the spot, and not what was aimed at. */
  readonly isArea: boolean;
}

/** The row that lies there, or null; of several points the nearest, of other shapes the one on top. */
export function rowAt({ chains }: Overlay, states: Uint8Array, spot: Spotted): Picked | null {
  const { kinds, owners, boxes } = chains;
  let [nearest, found] = [spot.point, null as number | null];
  let [line, area] = [null as number | null, null as number | null];
  for (let chain = 0; chain < kinds.length; chain++) {
    const owner = owners[chain] as number;
    const reach = kinds[chain] === POINT ? spot.point : spot.line;
    const box = 4 * chain;
    const misses = spot.x < (boxes[box] as number) - reach || spot.x > (boxes[box + 2] as number) + reach || spot.y < (boxes[box + 1] as number) - reach || spot.y > (boxes[box + 3] as number) + reach;
    if (misses || states[owner] === HIDDEN) continue;
    const far = distance(chains, chain, spot);
    if (kinds[chain] === POINT && far <= nearest) [nearest, found] = [far, owner];
    if (kinds[chain] === LINE && far <= spot.line) line = owner;
    if (kinds[chain] === RING && owner !== area && isInside(chains, chain, spot)) area = owner;
  }
  const row = found ?? line ?? area;
  return row === null ? null : { row, isArea: found === null && line === null };
}

/** From the spot to the nearest position of a point, or leg of a line. */
function distance({ positions, starts, kinds }: Overlay['chains'], chain: number, { x, y }: Spotted): number {
  let nearest = Infinity;
  const [first, end] = [starts[chain] as number, starts[chain + 1] as number];
  for (let at = first; at < end; at++) {
    const [toX, toY] = [positions[2 * at] as number, positions[2 * at + 1] as number];
    const from = kinds[chain] === LINE && at > first ? at - 1 : at;
    const [fromX, fromY] = [positions[2 * from] as number, positions[2 * from + 1] as number];
    const [alongX, alongY] = [toX - fromX, toY - fromY];
    const length = alongX ** 2 + alongY ** 2;
    const share = length ? Math.max(0, Math.min(1, ((x - fromX) * alongX + (y - fromY) * alongY) / length)) : 0;
    nearest = Math.min(nearest, Math.hypot(x - fromX - share * alongX, y - fromY - share * alongY));
  }
  return nearest;
}

/** Whether the spot is inside all rings of the chain's owner, counted as they cross. */
function isInside({ positions, starts, owners, kinds }: Overlay['chains'], chain: number, { x, y }: Spotted): boolean {
  let inside = false;
  let first = chain;
  while (first > 0 && owners[first - 1] === owners[chain]) first--;
  for (let ring = first; ring < kinds.length && owners[ring] === owners[chain]; ring++) {
    if (kinds[ring] !== RING) continue;
    for (let at = (starts[ring] as number) + 1; at < (starts[ring + 1] as number); at++) {
      const [fromX, fromY] = [positions[2 * at - 2] as number, positions[2 * at - 1] as number];
      const [toX, toY] = [positions[2 * at] as number, positions[2 * at + 1] as number];
      if (fromY > y !== toY > y && x < ((toX - fromX) * (y - fromY)) / (toY - fromY) + fromX) inside = !inside;
    }
  }
  return inside;
}
