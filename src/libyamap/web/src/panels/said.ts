/** What is shown, in words: filters, interval, layers, drawings. */

import type { Selection } from '../document';
import type { Speech } from '../i18n';
import { FIRST_DAY } from '../interval';
import type { Side, View } from '../view';
import { titleOf } from './drawing-names';

/** Empty where nothing narrows it; `named` says layers instead of how many they are. */
export function saidOf(view: Side & Partial<Pick<View, 'drawings'>>, filters: Selection['filters'], speech: Speech, named?: (layers: readonly string[]) => string): string {
  const { day, of, t } = speech;
  const { certain, drawings = [], first, last, layers } = view;
  const parts = filters.map(({ text }) => of(text));
  if (first !== null && last !== null) parts.push(t('web.sentence.between', { first: day(first), last: day(last) }));
  else if (first !== null && first > FIRST_DAY) parts.push(t('web.sentence.from', { first: day(first) }));
  else if (last !== null) parts.push(t('web.sentence.to', { last: day(last) }));
  if (certain) parts.push(t('web.sentence.certain'));
  if (layers) parts.push(named ? named(layers) : t('web.sentence.layers', { n: layers.length }));
  for (const drawing of drawings.filter(({ only }) => only)) parts.push(t('web.sentence.inside', { name: titleOf(drawing, speech) }));
  return parts.filter(Boolean).join(t('web.sentence.joint'));
}
