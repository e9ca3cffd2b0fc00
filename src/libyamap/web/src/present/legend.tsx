/** What the scene's symbols mean, in one strip below the map: only what is shown, the most telling first. */

import type { VNode } from 'preact';
import { useComputed } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Speech } from '../i18n';
import { legendOf, type Section } from '../legend';
import { LegendMark } from '../panels/legend-mark';
import { nameOf } from '../panels/legend';
import type { State } from '../state';
import { fit } from './fit';

/** Sides and steps of age say less from afar than they take room. */
const SECTIONS: readonly Section[] = ['kinds', 'assertions', 'precisions', 'confirmation'];
const STEPS_OF_AGE = /^age-/;

export function Legend({ state, speech, label }: { readonly state: State; readonly speech: Speech; readonly label: string }): VNode {
  const strip = useRef<HTMLElement>(null);
  const entries = useComputed(() => {
    const legend = legendOf(state.onMap.value, state.lookup, state.stack.value);
    return SECTIONS.flatMap((section) => legend[section].filter(({ id }) => !STEPS_OF_AGE.test(id)).map((entry) => ({ section, entry })));
  }).value;
  useLayoutEffect(() => {
    if (strip.current) fit(strip.current);
  });
  return (
    <aside class="ly-key" ref={strip} aria-label={label}>
      <ul>
        {entries.map(({ section, entry }) => (
          <li key={`${section} ${entry.id}`} data-entry={entry.id}>
            <LegendMark section={section} entry={entry} />
            <span>{nameOf(section, entry, speech, state.lookup)}</span>
          </li>
        ))}
      </ul>
    </aside>
  );
}
