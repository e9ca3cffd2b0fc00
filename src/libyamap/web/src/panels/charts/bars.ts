/** The bars of each chart: names, what each choice would leave, and the order in which they stand. */

import { isChosen, type Offered } from '../../choices';
import { collation, type MessageKey, type Speech } from '../../i18n';
import type { Lookup } from '../../lookup';
import type { Filters } from '../../view';

/** Charts by the permalink parameter that they filter by. */
export const CHARTS = ['kinds', 'actors', 'places', 'assertion', 'cred', 'rel', 'sources', 'prec'] as const;
export type Chart = (typeof CHARTS)[number];

export interface Bar {
  readonly value: string;
  readonly name: string;
  /** How many features the choice would leave; of one that is made, what it leaves. */
  readonly left: number;
  readonly chosen: boolean;
}

/** What bars are made of. */
export interface Ground {
  readonly filters: Filters;
  readonly lookup: Lookup;
  readonly offered: Offered;
  readonly speech: Speech;
}

/** Values that have an order of their own stand in it; the others by what they leave. */
const ORDERS: Partial<Record<Chart, readonly string[]>> = {
  assertion: ['stated', 'reported', 'assessed', 'forecast', 'requested', 'denied'],
  cred: ['1', '2', '3', '4', '5'],
  rel: ['A', 'B', 'C', 'D', 'E'],
  prec: ['exact', 'vicinity', 'locality', 'area', 'sea', 'country', 'none'],
};

/** The bars of a chart; a choice that would leave nothing has none, unless it is made. */
export function barsOf(chart: Chart, ground: Ground): Bar[] {
  const { filters, lookup, offered, speech } = ground;
  const bars = offered.values(chart).flatMap((value) => {
    const left = offered.left(chart, value) ?? 0;
    const chosen = isChosen(filters, chart, value);
    // A side is offered with the filters; here its actors stand for it, unless it is chosen.
    const shown = chosen || (left > 0 && !(chart === 'actors' && lookup.actorGroups.has(value)) && !(chart === 'sources' && value === '1'));
    return shown ? [{ value, name: nameOf(chart, value, ground), left, chosen }] : [];
  });
  const order = ORDERS[chart];
  const collator = collation(speech.lang);
  if (order) return bars.sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value));
  if (chart === 'sources') return bars.sort((a, b) => Number(a.value) - Number(b.value));
  return bars.sort((a, b) => b.left - a.left || collator.compare(a.name, b.name));
}

function nameOf(chart: Chart, value: string, { lookup, speech }: Ground): string {
  const named = (one: { readonly name: { readonly ar: string; readonly en: string } } | undefined) => (one ? speech.of(one.name) : value);
  switch (chart) {
    case 'kinds':
      return speech.t(`web.kind.${value}` as MessageKey);
    case 'actors':
      return named(lookup.actors.get(value) ?? lookup.actorGroups.get(value));
    case 'places':
      return named(lookup.places.get(value));
    case 'assertion':
      return speech.t(`web.assertion.${value}` as MessageKey);
    case 'cred':
      return speech.t('web.charts.at-least', { grade: value, words: speech.t(`web.credibility.${value}` as MessageKey) });
    case 'rel':
      return speech.t('web.charts.at-least', { grade: value, words: speech.t(`web.reliability.${value}` as MessageKey) });
    case 'sources':
      return speech.t('web.charts.origins', { n: Number(value) });
    case 'prec':
      return value === 'none' ? speech.t('web.fact.no-place') : speech.t(`web.precision.${value}` as MessageKey);
  }
}
