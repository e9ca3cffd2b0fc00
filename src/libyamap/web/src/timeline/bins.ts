/** The histogram: how many features are dated within each bin, stacked by layer. */

import type { Feature } from '../document';
import { pixelsPerDay, type Axis } from './axis';
import { following, LENGTH, startOf, type Unit } from './calendar';
import { middleOf } from './entries';

/** What one layer has in a bin. */
export interface Stacked {
  readonly layer: string;
  readonly features: readonly Feature[];
}

export interface Bin {
  readonly from: number;
  readonly to: number;
  /** The layers from the bottom up. */
  readonly stacks: readonly Stacked[];
  readonly total: number;
}

/** Pixels that a bin takes at least. */
const NARROWEST = 9;
const UNITS: readonly Unit[] = ['day', 'week', 'month', 'quarter', 'year'];

/** The shortest unit whose bins can be told from one another. */
export function binUnit(axis: Axis): Unit {
  return UNITS.find((unit) => LENGTH[unit] * pixelsPerDay(axis) >= NARROWEST) ?? 'year';
}

/** The bins that hold anything, from the earliest on; the layer that is drawn on top of the map stands on top. */
export function bins(features: readonly Feature[], unit: Unit, rank: (layer: string) => number): Bin[] {
  const byStart = new Map<number, Map<string, Feature[]>>();
  for (const feature of features) {
    const start = startOf(middleOf(feature), unit);
    const layers = byStart.get(start) ?? new Map<string, Feature[]>();
    const here = layers.get(feature.layer);
    if (here) here.push(feature);
    else layers.set(feature.layer, [feature]);
    byStart.set(start, layers);
  }
  const starts = [...byStart.keys()].sort((a, b) => a - b);
  return starts.map((from) => {
    const stacks = [...(byStart.get(from) ?? [])].map(([layer, here]) => ({ layer, features: here })).sort((a, b) => rank(b.layer) - rank(a.layer));
    return { from, to: following(from, unit), stacks, total: stacks.reduce((sum, one) => sum + one.features.length, 0) };
  });
}
