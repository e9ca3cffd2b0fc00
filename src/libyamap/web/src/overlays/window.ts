/** Which rows of an overlay are in the interval, by the same clock as everything else. */

import { overlap } from '../interval';
import type { Overlay } from './overlay';

export interface Window {
  readonly first: number;
  readonly last: number;
  readonly certainOnly: boolean;
}

/** How a row is shown. */
export const [HIDDEN, POSSIBLE, CERTAIN] = [0, 1, 2] as const;

/** Of each row, how it is shown. */
export function standing({ days, shown }: Overlay, { first, last, certainOnly }: Window): Uint8Array {
  const found = new Uint8Array(shown).fill(CERTAIN);
  if (!days) return found;
  for (let row = 0; row < shown; row++) {
    const four = [days[4 * row], days[4 * row + 1], days[4 * row + 2], days[4 * row + 3]] as [number, number, number, number];
    const met = overlap(four, first, last);
    found[row] = met === 'certain' ? CERTAIN : met === 'possible' && !certainOnly ? POSSIBLE : HIDDEN;
  }
  return found;
}

/** How many rows are shown. */
export function shownOf(states: Uint8Array): number {
  let count = 0;
  for (const state of states) if (state !== HIDDEN) count++;
  return count;
}
