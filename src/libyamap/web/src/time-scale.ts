/** Days laid along a line: where a date stands between the first and the last, as a share of the whole. */

import { dayOf, monthOf } from './days';
import type { Days } from './document';
import { FIRST_DAY, LAST_DAY } from './interval';

export interface TimeScale {
  readonly first: number;
  readonly last: number;
  /** 0 at the first day, 1 after the last; what lies beyond stands at the edge. */
  at(day: number): number;
}

/** A bar: all days that may be meant, and within them those that certainly are. Shares of the whole line. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly certain: { readonly start: number; readonly end: number } | null;
  /** Whether it goes on beyond what is known. */
  readonly openStart: boolean;
  readonly openEnd: boolean;
}

/** Room at both ends, as a share of the time between the first and the last date. */
const ROOM = 0.03;
/** Days that a line shows at the least. */
const SHORTEST = 60;
/** Room for the name of the last tick, as a share of the line. */
const NAME_ROOM = 0.12;
const YEAR_STEPS = [1, 2, 5, 10, 20, 50, 100];

/** A line on which all dates that are known have room; null where none is known. */
export function timeScale(dates: readonly Days[]): TimeScale | null {
  const known = dates.flat().filter((day) => day > FIRST_DAY && day < LAST_DAY);
  if (known.length === 0) return null;
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const room = Math.max((most - least) * ROOM, (SHORTEST - (most - least)) / 2, 1);
  const [first, last] = [Math.floor(least - room), Math.ceil(most + room)];
  return { first, last, at: (day) => Math.min(Math.max((day - first) / (last + 1 - first), 0), 1) };
}

/** The bar of a date. */
export function spanOf([startEarliest, startLatest, endEarliest, endLatest]: Days, scale: TimeScale): Span {
  return {
    start: scale.at(startEarliest),
    end: scale.at(endLatest + 1),
    certain: startLatest <= endEarliest ? { start: scale.at(startLatest), end: scale.at(endEarliest + 1) } : null,
    openStart: startEarliest <= FIRST_DAY,
    openEnd: endLatest >= LAST_DAY,
  };
}

/** Beginnings of years, at most so many; of months where years are too few. */
export function ticks({ first, last }: TimeScale, most: number): { readonly day: number; readonly unit: 'year' | 'month' }[] {
  const [from, to] = [monthOf(first).year, monthOf(last).year];
  const step = YEAR_STEPS.find((years) => (to - from) / years <= most) ?? 100;
  const end = last - (last - first) * NAME_ROOM;
  const inside = (day: number | null): day is number => day !== null && day >= first && day <= end;
  const years = range(Math.ceil(from / step), Math.floor(to / step)).map((year) => dayOf(year * step)).filter(inside);
  if (years.length > 1) return years.map((day) => ({ day, unit: 'year' }));
  const months = range(0, (to - from + 1) * 12 - 1).map((month) => dayOf(from + Math.floor(month / 12), (month % 12) + 1)).filter(inside);
  const every = Math.ceil(months.length / most);
  return months.filter((_, index) => index % every === 0).map((day) => ({ day, unit: 'month' }));
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(to - from + 1, 0) }, (_, index) => from + index);
}
