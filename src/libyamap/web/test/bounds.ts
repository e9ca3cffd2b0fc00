/** The four bounds of a date as the tables of cases write them. */

import assert from 'node:assert/strict';

import { parseIso } from '../src/days';
import type { Days } from '../src/document';
import { FIRST_DAY, LAST_DAY } from '../src/interval';

/** The day number of a date. */
export function day(text: string): number {
  const found = parseIso(text);
  assert.notEqual(found, null, `${text} is no date`);
  return found as number;
}

/** The day number of an edge of a window; the limit where there is no edge. */
export function edge(text: string | null | undefined, limit: number): number {
  return text === null || text === undefined ? limit : day(text);
}

/**
 * Day numbers of four bounds. The tables write `null` for no limit in either direction; which one is meant follows
 * from the other bound: what starts before all time starts then for certain, what starts "some time after" may
 * start as late as one likes, and nothing at all is known of what has no bound.
 */
export function days(bounds: readonly (string | null)[]): Days {
  const [startEarliest, startLatest, endEarliest, endLatest] = bounds;
  if (bounds.every((bound) => bound === null)) return [FIRST_DAY, LAST_DAY, FIRST_DAY, LAST_DAY];
  return [
    edge(startEarliest, FIRST_DAY),
    edge(startLatest, startEarliest ? LAST_DAY : FIRST_DAY),
    edge(endEarliest, endLatest ? FIRST_DAY : LAST_DAY),
    edge(endLatest, LAST_DAY),
  ];
}
