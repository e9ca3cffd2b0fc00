/** The interval while it moves, by hand or by itself; the view has it once it rests. */

import { batch, signal, type ReadonlySignal } from '@preact/signals';

/** Day numbers, edges inclusive; no limit where null. */
export interface Interval {
  readonly first: number | null;
  readonly last: number | null;
}

export interface Moving {
  /** For the map: at every step. Null while nothing moves. */
  readonly drawn: ReadonlySignal<Interval | null>;
  /** For what is read, such as counts and lists: a few times a second, as nobody reads faster. */
  readonly told: ReadonlySignal<Interval | null>;
  to(interval: Interval): void;
  /** It rests, or somebody else has set the interval. */
  stop(): void;
}

/** Milliseconds between two times that panels follow. */
const PACE = 500;

export function createMoving(now: () => number = () => performance.now()): Moving {
  const drawn = signal<Interval | null>(null);
  const told = signal<Interval | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let before = -Infinity;
  const tell = () => {
    timer = undefined;
    before = now();
    told.value = drawn.peek();
  };
  return {
    drawn,
    told,
    to: (interval) => {
      const { value: current } = drawn;
      if (current?.first === interval.first && current.last === interval.last) return;
      drawn.value = interval;
      const due = before + PACE - now();
      if (due <= 0) tell();
      else timer ??= setTimeout(tell, due);
    },
    stop: () => {
      clearTimeout(timer);
      timer = undefined;
      before = -Infinity;
      batch(() => {
        drawn.value = null;
        told.value = null;
      });
    },
  };
}
