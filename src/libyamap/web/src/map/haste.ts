/** Whether pictures follow one another so quickly, as while time is played, that each may cost but little. */

export interface Haste {
  readonly now: boolean;
  /** There is something new to be painted. */
  note(): void;
}

/** Milliseconds within which another picture makes haste, and after which nothing does. */
const SOON = 300;

/** `rested` is told when haste is over: there is time again to paint with care. */
export function createHaste(rested: () => void, clock: () => number = () => performance.now()): Haste {
  let now = false;
  let before = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const rest = () => {
    const left = before + SOON - clock();
    if (left > 0) return void (timer = setTimeout(rest, left));
    timer = undefined;
    now = false;
    rested();
  };
  return {
    get now() {
      return now;
    },
    note: () => {
      const at = clock();
      now = at - before < SOON;
      before = at;
      if (now) timer ??= setTimeout(rest, SOON);
    },
  };
}
