/** What the timeline shows of a feature: a block in the histogram, or a bar over all days that it may fill. */

import type { Feature } from '../document';
import { FIRST_DAY, LAST_DAY } from '../interval';
import type { Span } from './axis';
import { LENGTH, type Unit } from './calendar';

/** A bar over a whole interval. */
export interface Bar {
  readonly feature: Feature;
  readonly from: number;
  readonly to: number;
  /** The days on which it certainly is; null where it may be on any one of them. */
  readonly core: Span | null;
  /** Whether its beginning, or its end, is not known. */
  readonly openStart: boolean;
  readonly openEnd: boolean;
  /** Day of a presence's last confirmation. */
  readonly confirmed: number | null;
}

/** Days by which what fits into a bin may be longer than it. */
const ABOUT = 1.15;

/** Whether it is dated within about one unit, and so counted in it. A presence lasts, and is always a bar. */
export function isCounted({ collection, days }: Feature, unit: Unit): boolean {
  const [first, , , last] = days;
  return collection !== 'presence' && first !== FIRST_DAY && last !== LAST_DAY && last - first + 1 <= LENGTH[unit] * ABOUT;
}

/** Whether anything is known of when it was. */
export function isDated({ days }: Feature): boolean {
  return days[0] !== FIRST_DAY || days[1] !== LAST_DAY || days[2] !== FIRST_DAY || days[3] !== LAST_DAY;
}

/** The day in the middle of all on which it may have been. */
export function middleOf({ days }: Feature): number {
  return Math.floor((days[0] + days[3]) / 2);
}

/** Its bar; what has no beginning or no end reaches to the end of all that is dated. */
export function barOf(feature: Feature, extent: Span): Bar {
  const [startEarliest, startLatest, endEarliest, endLatest] = feature.days;
  const [openStart, openEnd] = [startEarliest === FIRST_DAY, endLatest === LAST_DAY];
  const from = openStart ? Math.min(extent.from, startLatest) : startEarliest;
  const to = openEnd ? Math.max(extent.to, from + 1) : endLatest + 1;
  const core = startLatest <= endEarliest ? { from: startLatest, to: endEarliest + 1 } : null;
  return { feature, from, to, core, openStart, openEnd, confirmed: feature.confirmed?.days[3] ?? null };
}
