/** Days, months, quarters and years: where they begin, and how an interval steps by them. */

import { dayOf, iso, monthOf, monthSpan } from '../days';
import type { Interval } from '../moving';

/** What the interval steps by. */
export type Step = 'day' | 'month' | 'quarter' | 'year';
/** What a bin of the histogram holds. */
export type Unit = Step | 'week';

export const STEPS: readonly Step[] = ['day', 'month', 'quarter', 'year'];

const MONTHS: Readonly<Record<Exclude<Step, 'day'>, number>> = { month: 1, quarter: 3, year: 12 };
const WEEK = 7;
/** 1970-01-05 was a Monday. */
const MONDAY = 4;

/** Mean length in days. */
export const LENGTH: Readonly<Record<Unit, number>> = { day: 1, week: WEEK, month: 30.4369, quarter: 91.3106, year: 365.2425 };

/** The first day of the unit that a day lies in. */
export function startOf(day: number, unit: Unit): number {
  return following(day, unit, 0);
}

/** The first day of the unit that comes so many units after the one that a day lies in. */
export function following(day: number, unit: Unit, by = 1): number {
  if (unit === 'day') return Math.floor(day) + by;
  if (unit === 'week') return Math.floor((day - MONDAY) / WEEK) * WEEK + MONDAY + by * WEEK;
  const { year, month } = monthOf(Math.floor(day));
  const months = MONTHS[unit];
  const first = Math.floor((month - 1) / months) * months + 1;
  return monthSpan(year, first + by * months)[0];
}

/** A day some steps on. An end of a month stays the end of a month where it ends an interval. */
export function stepped(day: number, step: Step, by: number, edge: 'first' | 'last'): number {
  if (step === 'day') return day + by;
  const { year, month } = monthOf(day);
  const [start, end] = monthSpan(year, month);
  const [nextStart, nextEnd] = monthSpan(year, month + by * MONTHS[step]);
  if (edge === 'last' && day === end) return nextEnd;
  return Math.min(nextStart + (day - start), nextEnd);
}

/** An interval with both ends some steps on. */
export function steppedInterval({ first, last }: Interval, step: Step, by: number): Interval {
  return {
    first: first === null ? null : stepped(first, step, by, 'first'),
    last: last === null ? null : stepped(last, step, by, 'last'),
  };
}

/** The step above one, and how many of it make a large step. */
export function larger(step: Step): readonly [step: Step, times: number] {
  const next = STEPS[STEPS.indexOf(step) + 1];
  return next ? [next, 1] : ['year', 5];
}

/** The day of the month. */
export function dayOfMonth(day: number): number {
  return Number(iso(day).slice(-2));
}

/** The first day of a year, also before the first and far beyond. */
export function newYear(year: number): number {
  return dayOf(Math.max(year, 1)) ?? 0;
}
