/** Ticks of the time axis: by years, quarters, months or days, as there is room for them. */

import { monthOf } from '../days';
import type { Speech } from '../i18n';
import { pixelsPerDay, type Axis } from './axis';
import { dayOfMonth, following, LENGTH, newYear, startOf, type Unit } from './calendar';

export interface Tick {
  readonly day: number;
  /** Nothing where a line is enough. */
  readonly label: string;
  /** Begins a unit of the next higher kind: a year among months, a month among days. */
  readonly major: boolean;
}

/** Pixels that a label takes at least. */
const ROOM = 52;
/** Pixels between lines without a label. */
const CLOSE = 7;
const UNITS: readonly Unit[] = ['day', 'week', 'month', 'quarter', 'year'];

type Spacing = { readonly unit: Unit; readonly every: number };

/** What is labelled: a unit, or for years a round number of them. */
export function labelled(axis: Axis): Spacing {
  const scale = pixelsPerDay(axis);
  const unit = UNITS.find((one) => LENGTH[one] * scale >= ROOM);
  if (unit) return { unit, every: 1 };
  const years = [2, 5, 10, 20, 50, 100, 200, 500].find((count) => count * LENGTH.year * scale >= ROOM);
  return { unit: 'year', every: years ?? 1000 };
}

/** The ticks in sight, from the earliest on. */
export function ticks(axis: Axis, speech: Speech): Tick[] {
  const scale = pixelsPerDay(axis);
  const { unit, every } = labelled(axis);
  const minor = UNITS.find((one) => LENGTH[one] * scale >= CLOSE) ?? 'year';
  const named = days(axis, unit, every);
  const isNamed = new Set(named);
  const lines = minor === unit ? [] : days(axis, minor, 1).filter((day) => !isNamed.has(day) && minor !== 'week');
  const all = [...named.map((day, index) => ({ day, label: label(day, unit, index === 0, speech), major: isMajor(day, unit) })), ...lines.map((day) => ({ day, label: '', major: false }))];
  return all.sort((a, b) => a.day - b.day);
}

function days({ span }: Axis, unit: Unit, every: number): number[] {
  const found: number[] = [];
  let day = every === 1 ? startOf(span.from, unit) : newYear(Math.floor(monthOf(Math.floor(span.from)).year / every) * every);
  while (day < span.to) {
    if (day >= span.from) found.push(day);
    day = every === 1 ? following(day, unit) : newYear(monthOf(day).year + every);
  }
  return found;
}

function isMajor(day: number, unit: Unit): boolean {
  if (unit === 'year') return true;
  if (unit === 'month' || unit === 'quarter') return monthOf(day).month === 1;
  return dayOfMonth(day) <= (unit === 'week' ? 7 : 1);
}

/** A year is named where it begins, and on the first tick in sight. */
function label(day: number, unit: Unit, isFirst: boolean, speech: Speech): string {
  const { year, month } = monthOf(day);
  if (unit === 'year') return String(year);
  if (unit === 'month' || unit === 'quarter') return month === 1 ? String(year) : isFirst ? speech.month(day) : speech.monthName(day);
  return isFirst || isMajor(day, unit) ? speech.dayOfMonth(day) : String(dayOfMonth(day));
}
