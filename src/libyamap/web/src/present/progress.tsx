/** How far the brief is, and the same by pointer that keys do. */

import type { VNode } from 'preact';
import { Icon } from '../panels/icon';
import { useStage, type Company } from './context';

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
      {company && <Beside company={company} />}
      <span class="ly-bar" aria-hidden="true">
        <span style={{ inlineSize: `${(100 * number) / length}%` }} />
      </span>
    </nav>
  );
}

/** Whether others follow, or whom this window follows. */
function Beside({ company: { connected, rejoin, role } }: { readonly company: Company }): VNode {
  const { show, words } = useStage();
  const isCutOff = connected.value === false;
  if (role === 'following' && show.apart.value) {
    return (
      <button type="button" class="ly-rejoin" onClick={rejoin}>
        {words('present.rejoin')} <kbd>G</kbd>
      </button>
    );
  }
  const said = role === 'leading' ? (isCutOff ? 'present.unheard' : 'present.leading') : isCutOff ? 'present.cut-off' : 'present.following';
  return (
    <span class="ly-live" data-connected={String(connected.value)} role="status">
      {words(said)}
    </span>
  );
}
