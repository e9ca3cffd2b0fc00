/** What a hand does to the interval on the axis. Its ends lie between days: `to` is the day after the last. */

import type { Interval } from '../moving';
import type { Span } from './axis';

/** What is held: an end, the whole interval, or a new one that is being drawn. */
export type Grip = 'first' | 'last' | 'band' | 'new';

/** The days of an interval; where it has no limit, up to the end of all that is dated, and of the interval itself. */
export function spanOf({ first, last }: Interval, extent: Span): Span {
  const to = last === null ? Math.max(extent.to, (first ?? extent.from) + 1) : last + 1;
  return { from: first ?? Math.min(extent.from, to - 1), to };
}

/** The interval of a span: no limit at the ends of all that is dated. */
export function intervalOf({ from, to }: Span, extent: Span): Interval {
  return { first: from <= extent.from ? null : Math.round(from), last: to >= extent.to ? null : Math.round(to) - 1 };
}

/** The interval once what is held was taken from one day to another; at least a day is left of it. */
export function dragged(grip: Grip, start: Interval, from: number, to: number, extent: Span): Interval {
  const span = spanOf(start, extent);
  const clamped = (day: number) => Math.min(Math.max(Math.round(day), extent.from), extent.to);
  const by = Math.round(to - from);
  if (grip === 'first') return { ...intervalOf({ from: Math.min(clamped(span.from + by), span.to - 1), to: span.to }, extent), last: start.last };
  if (grip === 'last') return { ...intervalOf({ from: span.from, to: Math.max(clamped(span.to + by), span.from + 1) }, extent), first: start.first };
  if (grip === 'new') {
    const [low, high] = [clamped(Math.min(from, to)), clamped(Math.max(from, to))];
    return intervalOf({ from: Math.min(low, extent.to - 1), to: Math.max(high, low + 1) }, extent);
  }
  return shifted(span, by, extent);
}

/** An interval of the same length some days on, or as far as there are days; it keeps both its ends. */
export function shifted({ from, to }: Span, by: number, extent: Span): Interval {
  const room = by < 0 ? Math.min(0, extent.from - from) : Math.max(0, extent.to - to);
  const far = by < 0 ? Math.max(by, room) : Math.min(by, room);
  return { first: from + far, last: to + far - 1 };
}
