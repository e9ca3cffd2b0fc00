/** Sides that are put beside the view by one click: an earlier time, what was known then, what is better known. */

import { stepped } from '../timeline/calendar';
import { sideOf, type Side, type Versus } from '../view';

export const OFFERS = ['before', 'year', 'known', 'origins', 'certain'] as const;
/** Those that leave the filters as they are. */
export const WITHIN_FILTERS: readonly Offer[] = ['before', 'year', 'certain'];
export type Offer = (typeof OFFERS)[number];

/** The side of an offer; null where there is none. What is earlier stands first. */
export function offered(offer: Offer, view: Side, asOf: number): Versus | null {
  const side = sideOf(view);
  const { first, last } = side;
  switch (offer) {
    case 'before':
      return first === null || last === null ? null : { ...side, first: first - (last - first + 1), last: first - 1, standsFirst: true };
    case 'year':
      return { ...side, first: first === null ? null : yearBefore(first, 'first'), last: yearBefore(last ?? asOf, 'last'), standsFirst: true };
    case 'known':
      return { ...side, filters: { ...side.filters, asOf: yearBefore(asOf, 'last') }, standsFirst: true };
    case 'origins':
      return side.filters.lineages > 1 ? null : { ...side, filters: { ...side.filters, lineages: 2 }, standsFirst: false };
    case 'certain':
      return side.certain ? null : { ...side, certain: true, standsFirst: false };
  }
}

function yearBefore(day: number, edge: 'first' | 'last'): number {
  return stepped(day, 'year', -1, edge);
}
