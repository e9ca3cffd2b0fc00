/** Imprecise time in the browser: how four day numbers meet a window. The library's `interval.py` is its twin. */

import type { Days } from './document';

export type Overlap = 'certain' | 'possible' | 'none';

/** Stand for "no limit": 0001-01-01 and 9999-12-31. */
export const FIRST_DAY = -719162;
export const LAST_DAY = 2932896;

/** Certain if it overlaps the window under every reading of its bounds, possible if under some. Edges inclusive. */
export function overlap(days: Days, first: number, last: number): Overlap {
  const [startEarliest, startLatest, endEarliest, endLatest] = days;
  if (startLatest <= last && endEarliest >= first) return 'certain';
  return startEarliest <= last && endLatest >= first ? 'possible' : 'none';
}
