/** The timeline's own state, and what can be done with it. None of it is part of the view but the interval. */

import { computed, effect, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Actions } from '../actions';
import type { Interval } from '../moving';
import type { State } from '../state';
import { extentOf, panned, presetSpan, within, zoomed, type Preset, type Span } from './axis';
import { spanOf } from './brush';
import type { Step } from './calendar';
import { continued, opened, stepOn, type Mode, type Pace, type Playhead } from './playing';

export const SPEEDS: readonly number[] = [0.5, 1, 2, 4, 8];

export interface Timeline {
  readonly open: Signal<boolean>;
  readonly mode: Signal<Mode>;
  readonly step: Signal<Step>;
  /** Steps a second. */
  readonly speed: Signal<number>;
  readonly loop: Signal<boolean>;
  readonly playing: ReadonlySignal<boolean>;
  /** All that is dated. */
  readonly extent: ReadonlySignal<Span>;
  /** The days that the axis shows. */
  readonly span: ReadonlySignal<Span>;
  /** The interval as it is on the map, moving or not. */
  readonly interval: ReadonlySignal<Interval>;
  /** The preset that the axis is at. */
  readonly preset: ReadonlySignal<Preset | null>;
  show(preset: Preset): void;
  zoom(about: number, factor: number): void;
  pan(days: number): void;
  play(): void;
  /** End playing; the interval rests where it is. */
  pause(): void;
  toggle(): void;
  /** Move the interval by steps; those that follow one another soon are one change of the view. */
  stepBy(step: Step, by: number): void;
  /** Show an interval that is on its way: playing ends. */
  moveTo(interval: Interval): void;
  /** The interval rests: the view, and the address, take it over. */
  settle(): void;
  /** The same once nothing has moved for a moment, as between two keys. */
  settleSoon(): void;
  /** End what moves: playing rests where it is, a hand gives the interval back. Tells whether anything moved. */
  interrupt(): boolean;
}

/** What moves the clock: the browser, or a test. */
export interface Ticking {
  now(): number;
  /** Call back for the next picture; the answer calls that off. */
  request(run: () => void): () => void;
  /** Whether the reader wants no motion. */
  still(): boolean;
}

export const PRESETS: readonly Preset[] = ['all', 'year', 'recent'];

/** Milliseconds after which the interval rests. */
const REST = 500;
/** A picture that took longer than this counts as this long: a tab that was not seen does not leap. */
const LONGEST = 250;

const BROWSER: Ticking = {
  now: () => performance.now(),
  request: (run) => {
    const id = requestAnimationFrame(run);
    return () => cancelAnimationFrame(id);
  },
  still: () => matchMedia('(prefers-reduced-motion: reduce)').matches,
};

export function createTimeline(state: State, actions: Pick<Actions, 'setInterval'>, open: boolean, ticking = BROWSER): Timeline {
  const { moving, view, selection } = state;
  const extent = computed(() => extentOf(state.document.features, state.document.asOf));
  const wanted = signal<Span | null>(null);
  const span = computed(() => (wanted.value ? within(wanted.value, extent.value) : extent.value));
  const first = computed(() => view.value.first);
  const last = computed(() => view.value.last);
  const interval = computed((): Interval => moving.drawn.value ?? { first: first.value, last: last.value });
  const preset = computed(() => PRESETS.find((one) => same(presetSpan(one, extent.value, selection.value.asOf), span.value)) ?? null);
  const mode = signal<Mode>('sliding');
  const step = signal<Step>('quarter');
  const speed = signal(2);
  const loop = signal(false);
  const playing = signal(false);
  let resting: ReturnType<typeof setTimeout> | undefined;
  let callOff = () => {};

  const pace = (): Pace => ({ mode: mode.peek(), step: step.peek(), speed: speed.peek(), loop: loop.peek(), still: ticking.still(), span: span.peek() });

  const settle = () => {
    clearTimeout(resting);
    const moved = moving.drawn.peek();
    if (moved) actions.setInterval(moved.first, moved.last);
  };
  const halt = () => {
    callOff();
    playing.value = false;
  };
  const moveTo = (to: Interval) => {
    clearTimeout(resting);
    if (playing.peek()) halt();
    moving.to(to);
  };
  const settleSoon = () => {
    clearTimeout(resting);
    resting = setTimeout(settle, REST);
  };
  const pause = () => {
    if (!playing.peek()) return;
    halt();
    settle();
  };
  const play = () => {
    if (playing.peek()) return;
    clearTimeout(resting);
    let head = opened(interval.peek(), pace());
    let before = ticking.now();
    let ours: Interval | null = null;
    const show = (next: Playhead) => {
      head = next;
      moving.to(next.interval);
      ours = moving.drawn.peek();
    };
    const tick = () => {
      // Somebody else has set the interval: it is theirs.
      if (moving.drawn.peek() !== ours) return halt();
      const now = ticking.now();
      show(continued(head, Math.min(now - before, LONGEST), pace()));
      before = now;
      if (head.ended && !loop.peek()) pause();
      else callOff = ticking.request(tick);
    };
    playing.value = true;
    show(head);
    callOff = ticking.request(tick);
  };
  // Whoever sets the interval while it moves by hand has it.
  effect(() => {
    if (!moving.drawn.value) clearTimeout(resting);
  });

  return {
    open: signal(open),
    mode,
    step,
    speed,
    loop,
    playing,
    extent,
    span,
    interval,
    preset,
    show: (one) => {
      wanted.value = one === 'all' ? null : presetSpan(one, extent.peek(), selection.peek().asOf);
    },
    zoom: (about, factor) => {
      wanted.value = zoomed(span.peek(), about, factor, extent.peek());
    },
    pan: (days) => {
      wanted.value = panned(span.peek(), days, extent.peek());
    },
    play,
    pause,
    toggle: () => (playing.peek() ? pause() : play()),
    stepBy: (by, times) => {
      moveTo(stepOn(interval.peek(), { mode: mode.peek(), step: by, span: extent.peek() }, times));
      follow(interval.peek());
      settleSoon();
    },
    moveTo,
    settle,
    settleSoon,
    interrupt: () => {
      const moved = moving.drawn.peek() !== null;
      if (playing.peek()) pause();
      else if (moved) moving.stop();
      return moved;
    },
  };

  /** Move the axis so far that the end of the interval is in sight. */
  function follow(moved: Interval): void {
    const { from, to } = spanOf(moved, extent.peek());
    const seen = span.peek();
    if (to > seen.to) wanted.value = panned(seen, to - seen.to, extent.peek());
    else if (from < seen.from && to <= seen.from) wanted.value = panned(seen, from - seen.from, extent.peek());
  }
}

function same(a: Span, b: Span): boolean {
  return a.from === b.from && a.to === b.to;
}
