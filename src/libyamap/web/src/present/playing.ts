/** Time played inside a scene: its interval fills from its first day to its last, once the map is there. */

import { effect, untracked } from '@preact/signals';
import { FIRST_DAY, LAST_DAY } from '../interval';
import type { State } from '../state';
import type { Span } from '../timeline/axis';
import { LENGTH, type Step } from '../timeline/calendar';
import { continued, opened, type Pace } from '../timeline/playing';
import type { Show } from './show';

/** Seconds that an interval takes, however long it is. */
const SECONDS = 8;
/** Steps in which it is played for those who want no motion. */
const STEPS = 8;
/** Milliseconds, so that a page which slept does not leap. */
const LONGEST = 100;

/** Play the scene when the map rests there; `done` once there is nothing left to play. */
export function playTime(show: Show, still: () => boolean, done: () => void): void {
  let frame = 0;
  effect(() => {
    const { plays } = show.scene.value;
    const rests = show.rests.value;
    cancelAnimationFrame(frame);
    if (!rests) return;
    // What playing moves is not what it waits for.
    if (plays) untracked(() => play(show.state, still(), (next) => (frame = requestAnimationFrame(next)), done));
    else done();
  });
}

function play(state: State, still: boolean, request: (next: () => void) => void, done: () => void): void {
  const span = spanOf(state);
  if (!span) return done();
  const days = span.to - span.from;
  const step = stepOf(days);
  const speed = still ? 1 : days / LENGTH[step] / SECONDS;
  const pace: Pace = { mode: 'cumulative', step, speed, loop: false, still, span };
  let head = opened({ first: state.view.peek().first, last: null }, pace);
  let before = performance.now();
  state.moving.to(head.interval);
  const tick = () => {
    const now = performance.now();
    head = continued(head, still ? now - before : Math.min(now - before, LONGEST), pace);
    before = now;
    if (head.ended) {
      state.moving.stop();
      done();
      return;
    }
    state.moving.to(head.interval);
    request(tick);
  };
  request(tick);
}

/** The days of the view's interval; where it has no end, those of what is shown. */
function spanOf({ view, drawn, selection }: State): Span | null {
  const days = drawn.peek().flatMap(({ feature }) => feature.days.filter((day) => day > FIRST_DAY && day < LAST_DAY));
  const first = view.peek().first ?? Math.min(...days);
  const last = view.peek().last ?? Math.min(Math.max(...days), selection.peek().asOf);
  return Number.isFinite(first) && Number.isFinite(last) && last > first ? { from: first, to: last + 1 } : null;
}

/** The step that leads through so many days in about as many steps as are wanted. */
function stepOf(days: number): Step {
  return (['day', 'month', 'quarter'] as const).find((step) => days / LENGTH[step] <= 2 * STEPS) ?? 'year';
}
