/** Bars in lanes, none over another. */

import type { Bar } from './entries';

export interface Lanes {
  /** The lane of each bar that has one. */
  readonly of: ReadonlyMap<Bar, number>;
  /** How many lanes are taken. */
  readonly count: number;
  /** Bars for which there was no lane left. */
  readonly left: readonly Bar[];
}

/**
 * Give each bar the first lane in which it fits, in the order of the bars.
 *
 * `gap` is what two bars of a lane keep between them, in days; `most` the number of lanes that there are.
 */
export function packed(bars: readonly Bar[], gap: number, most = Infinity): Lanes {
  const taken: Bar[][] = [];
  const of = new Map<Bar, number>();
  const left: Bar[] = [];
  for (const bar of bars) {
    let lane = taken.findIndex((others) => others.every((other) => bar.from >= other.to + gap || other.from >= bar.to + gap));
    if (lane < 0 && taken.length < most) lane = taken.push([]) - 1;
    if (lane < 0) left.push(bar);
    else {
      taken[lane]?.push(bar);
      of.set(bar, lane);
    }
  }
  return { of, count: taken.length, left };
}
