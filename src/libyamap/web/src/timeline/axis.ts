/** The time axis: which days it shows, where each of them lies, and how it is moved and zoomed. */

import { monthOf, monthSpan } from '../days';
import type { Feature } from '../document';
import { FIRST_DAY, LAST_DAY } from '../interval';
import { newYear, startOf } from './calendar';

/** Days from `from` up to, and without, `to`; not whole while the axis glides. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Axis {
  readonly span: Span;
  /** Pixels. */
  readonly width: number;
  /** Whether time runs from right to left. */
  readonly mirrored: boolean;
}

/** The closest look, in days. */
const CLOSEST = 14;

/** Where a day begins, in pixels from the left. */
export function positionOf({ span, width, mirrored }: Axis, day: number): number {
  const share = (day - span.from) / (span.to - span.from);
  return (mirrored ? 1 - share : share) * width;
}

/** The day at a position, with its fraction. */
export function dayAt({ span, width, mirrored }: Axis, position: number): number {
  const share = width > 0 ? position / width : 0;
  return span.from + (mirrored ? 1 - share : share) * (span.to - span.from);
}

export function pixelsPerDay({ span, width }: Axis): number {
  return width / (span.to - span.from);
}

/** All that is dated, from the year in which it begins to the month after its end. */
export function extentOf(features: readonly Feature[], asOf: number): Span {
  let [first, last] = [asOf, asOf];
  for (const { days } of features) {
    for (const day of days) {
      if (day === FIRST_DAY || day === LAST_DAY) continue;
      first = Math.min(first, day);
      last = Math.max(last, day);
    }
  }
  const { year, month } = monthOf(last);
  return { from: startOf(first, 'year'), to: monthSpan(year, month + 1)[1] + 1 };
}

/** Shortened or lengthened about a day, within the bounds. */
export function zoomed({ from, to }: Span, about: number, factor: number, bounds: Span): Span {
  const length = Math.max((to - from) * factor, Math.min(CLOSEST, bounds.to - bounds.from));
  const share = (about - from) / (to - from);
  return within({ from: about - share * length, to: about + (1 - share) * length }, bounds);
}

/** Moved by days, within the bounds. */
export function panned({ from, to }: Span, days: number, bounds: Span): Span {
  return within({ from: from + days, to: to + days }, bounds);
}

/** Moved into the bounds; cut to them where it is longer. */
export function within({ from, to }: Span, bounds: Span): Span {
  if (to - from >= bounds.to - bounds.from) return bounds;
  const shift = Math.max(bounds.from - from, 0) - Math.max(to - bounds.to, 0);
  return { from: from + shift, to: to + shift };
}

export type Preset = 'all' | 'year' | 'recent';

/** What the axis can be set to: everything, the year of the as-of date, or its month and the two before. */
export function presetSpan(preset: Preset, extent: Span, asOf: number): Span {
  const { year, month } = monthOf(asOf);
  const spans: Readonly<Record<Preset, Span>> = {
    all: extent,
    year: { from: newYear(year), to: newYear(year + 1) },
    recent: { from: monthSpan(year, month - 2)[0], to: monthSpan(year, month)[1] + 1 },
  };
  const { from, to } = spans[preset];
  return { from: Math.max(from, extent.from), to: Math.min(to, extent.to) };
}
