/** What narrows the view, each thing with a button that takes it away. */

import type { VNode } from 'preact';
import { useApp } from './context';
import { titleOf } from './drawing-names';
import { Icon } from './icon';

export interface Narrowing {
  readonly id: string;
  /** Whether it is a filter, or is applied after them: layers and interval. */
  readonly sort: 'filter' | 'window';
  readonly text: string;
  clear(): void;
}

export function Active(): VNode | null {
  const { actions, speech } = useApp();
  const { t } = speech.value;
  const narrowings = useNarrowings();
  if (narrowings.length === 0) return null;
  return (
    <div class="ly-active" role="region" aria-label={t('web.active.label')}>
      {narrowings.map(({ id, text, clear }) => (
        <button type="button" key={id} class="ly-active-chip" data-narrowing={id} title={text} aria-label={t('web.active.clear', { what: text })} onClick={clear}>
          <span>{text}</span>
          <Icon name="close" />
        </button>
      ))}
      {narrowings.length > 1 && (
        <button type="button" class="ly-active-chip ly-active-all" onClick={actions.showEverything}>
          {t('web.sentence.everything')}
        </button>
      )}
    </div>
  );
}

/** Filters, interval and layers, as far as they are not as a new view has them. */
export function useNarrowings(): Narrowing[] {
  const { actions, interval, selection, speech, view } = useApp();
  const { t, of, day } = speech.value;
  const { certain, layers, drawings } = view.value;
  const { first, last } = interval.value;
  const found: Narrowing[] = selection.value.filters.map(({ parameter, text }) => ({
    id: parameter,
    sort: 'filter',
    text: of(text),
    clear: () => actions.clearFilter(parameter),
  }));
  if (first !== null || last !== null) {
    const key = first === null ? 'web.sentence.to' : last === null ? 'web.sentence.from' : 'web.sentence.between';
    const text = t(key, { first: first === null ? '' : day(first), last: last === null ? '' : day(last) });
    found.push({ id: 'interval', sort: 'window', text, clear: () => actions.setInterval(null, null) });
  }
  if (certain) found.push({ id: 'certain', sort: 'window', text: t('web.sentence.certain'), clear: () => actions.setCertain(false) });
  if (layers) found.push({ id: 'layers', sort: 'window', text: t('web.sentence.layers', { n: layers.length }), clear: actions.clearLayers });
  for (const drawing of drawings.filter(({ only }) => only)) {
    found.push({ id: `drawing-${drawing.id}`, sort: 'window', text: t('web.sentence.inside', { name: titleOf(drawing, speech.value) }), clear: () => actions.draw(drawings.map((one) => (one === drawing ? { ...one, only: false } : one))) });
  }
  return found;
}
