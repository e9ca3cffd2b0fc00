/** How far the brief is, and the same by pointer that keys do. */

import type { VNode } from 'preact';
import { Icon } from '../panels/icon';
import { useStage } from './context';

export function Progress(): VNode {
  const { company, show, words } = useStage();
  const { length } = show.presentation.scenes;
  const number = show.index.value + 1;
  return (
    <nav class="ly-progress" aria-label={words('present.progress')}>
      <button type="button" aria-label={words('present.previous')} title={words('present.previous')} disabled={number === 1} onClick={() => show.step(-1)}>
        <Icon name="earlier" />
      </button>
      <span class="ly-count">
        <bdi dir="ltr">{number} / {length}</bdi>
      </span>
      <button type="button" aria-label={words('present.next')} title={words('present.next')} onClick={() => show.step(1)}>
        <Icon name="later" />
      </button>
      <button type="button" class="ly-keys-button" aria-label={words('present.keys')} title={`${words('present.keys')} (?)`} onClick={() => (show.help.value = true)}>
        ?
      </button>
      {company?.role === 'leading' && (
        <span class="ly-live" data-connected={String(company.connected.value)} role="status">
          {words(company.connected.value === false ? 'present.unheard' : 'present.leading')}
        </span>
      )}
      <span class="ly-bar" aria-hidden="true">
        <span style={{ inlineSize: `${(100 * number) / length}%` }} />
      </span>
    </nav>
  );
}
