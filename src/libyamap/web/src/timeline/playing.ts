/** Playing: the interval moves by itself, gliding or by steps, until time or somebody ends it. */

import type { Interval } from '../moving';
import type { Span } from './axis';
import { following, LENGTH, steppedInterval, type Step } from './calendar';
import { spanOf } from './brush';

/** An interval that keeps its length, or one that begins where it began and grows. */
export type Mode = 'sliding' | 'cumulative';

export interface Pace {
  readonly mode: Mode;
  readonly step: Step;
  /** Steps a second. */
  readonly speed: number;
  readonly loop: boolean;
  /** By whole steps, for readers who want no motion. */
  readonly still: boolean;
  /** The days that are played. */
  readonly span: Span;
}

/** Where playing stands. */
export interface Playhead {
  readonly interval: Interval;
  /** The end of the interval, with the fraction of a day that has passed of the next. */
  readonly edge: number;
  /** Milliseconds since the last whole step. */
  readonly waited: number;
  readonly ended: boolean;
}

/** Playing begins with the interval, or at the start of what is played if that was at its end or is not in it. */
export function opened(interval: Interval, pace: Pace): Playhead {
  const span = spanOf(interval, pace.span);
  const free = interval.last === null || (pace.mode === 'sliding' && interval.first === null);
  if (free || span.to >= pace.span.to || span.to <= pace.span.from) return from(begun(interval, pace));
  return from({ first: interval.first, last: interval.last });
}

/** Playing, some milliseconds later. */
export function continued(head: Playhead, passed: number, pace: Pace): Playhead {
  if (head.ended) return pace.loop ? from(begun(head.interval, pace)) : head;
  return pace.still ? byStep(head, passed, pace) : gliding(head, passed, pace);
}

/** The interval some steps on, in the way of a mode, as far as there are days. */
export function stepOn(interval: Interval, { mode, step, span }: Pick<Pace, 'mode' | 'step' | 'span'>, by: number): Interval {
  if (interval.last === null || (mode === 'sliding' && interval.first === null)) {
    return by > 0 ? begun(interval, { mode, step, span }) : ending(interval, { mode, step, span });
  }
  const next = steppedInterval(interval, step, by);
  const first = mode === 'sliding' ? next.first : interval.first;
  const last = Math.min(Math.max(next.last ?? span.to - 1, span.from), span.to - 1);
  if (mode === 'cumulative') return { first, last: Math.max(last, first ?? last) };
  const length = (interval.last ?? last) - (interval.first ?? last);
  if (last < (next.last ?? last)) return { first: last - length, last };
  if ((first ?? span.from) < span.from) return { first: span.from, last: span.from + length };
  return { first, last };
}

/** The first interval of a run: of its own length if it has one, else a step; nothing but its beginning if it grows. */
function begun(interval: Interval, { mode, step, span }: Pick<Pace, 'mode' | 'step' | 'span'>): Interval {
  const { from: start, to } = span;
  if (mode === 'cumulative') {
    const first = interval.first !== null && interval.first < to ? interval.first : null;
    return { first, last: Math.min(following(Math.max(first ?? start, start), step), to) - 1 };
  }
  const length = lengthOf(interval);
  const end = length === null ? following(start, step) : start + length;
  return { first: start, last: Math.max(Math.min(end, to) - 1, start) };
}

/** The last interval of a run. */
function ending(interval: Interval, { mode, step, span }: Pick<Pace, 'mode' | 'step' | 'span'>): Interval {
  const last = following(span.to - 1, step, 0) - 1;
  if (mode === 'cumulative') return { first: interval.first, last: Math.max(last, interval.first ?? span.from) };
  return { first: Math.max(following(last, step, 0), span.from), last: Math.max(last, span.from) };
}

function lengthOf({ first, last }: Interval): number | null {
  return first === null || last === null ? null : last - first + 1;
}

function from(interval: Interval): Playhead {
  return { interval, edge: (interval.last ?? 0) + 1, waited: 0, ended: false };
}

function byStep(head: Playhead, passed: number, pace: Pace): Playhead {
  const waited = head.waited + passed;
  if (waited < 1000 / pace.speed) return { ...head, waited };
  const interval = stepOn(head.interval, pace, 1);
  return { ...from(interval), ended: (interval.last ?? pace.span.to) + 1 >= pace.span.to };
}

function gliding(head: Playhead, passed: number, pace: Pace): Playhead {
  const edge = Math.min(head.edge + (passed / 1000) * pace.speed * LENGTH[pace.step], pace.span.to);
  const { first, last } = head.interval;
  const moved = Math.floor(edge) - 1;
  const ended = edge >= pace.span.to;
  if (moved === last && !ended) return { ...head, edge };
  const start = pace.mode === 'sliding' && first !== null && last !== null ? first + (moved - last) : first;
  return { interval: { first: start, last: moved }, edge, waited: 0, ended };
}
