/** The history of edits: each can be undone and done again; what is typed in one go is one edit. */

export interface History<T> {
  readonly past: readonly T[];
  readonly now: T;
  /** What was undone, the next to be done again first. */
  readonly future: readonly T[];
  /** What was edited last, and when. */
  readonly step: string | null;
  readonly at: number;
}

/** Milliseconds after which typing in the same field is another edit. */
const PAUSE = 1500;
/** How many edits can be undone. */
const DEPTH = 200;

export function begun<T>(now: T): History<T> {
  return { past: [], now, future: [], step: null, at: 0 };
}

/** After an edit. Edits of one `step` in quick succession are undone together. */
export function edited<T>(history: History<T>, next: T, at: number, step: string | null = null): History<T> {
  if (next === history.now) return history;
  const continues = step !== null && step === history.step && at - history.at < PAUSE;
  const past = continues ? history.past : [...history.past, history.now].slice(-DEPTH);
  return { past, now: next, future: [], step, at };
}

export function undone<T>(history: History<T>): History<T> {
  const now = history.past.at(-1);
  if (now === undefined) return history;
  return { past: history.past.slice(0, -1), now, future: [history.now, ...history.future], step: null, at: 0 };
}

export function redone<T>(history: History<T>): History<T> {
  const [now, ...future] = history.future;
  if (now === undefined) return history;
  return { past: [...history.past, history.now], now, future, step: null, at: 0 };
}
