/** Says that the server does not answer, and what goes on without it. */

import type { VNode } from 'preact';
import { useApp } from './context';

export function Connection(): VNode {
  const { chrome, speech } = useApp();
  return (
    <div class="ly-connection" role="status">
      {chrome.connected.value === false && <p>{speech.value.t('web.connection.lost')}</p>}
    </div>
  );
}
