/** The panel at the end side: the evidence of what is open, or all that is shown. */

import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import { useApp } from './context';
import { EvidencePanel } from './evidence';
import { useHandOver } from './hand-over';
import { Icon } from './icon';
import { Problems } from './problems';

export function EndPanel(): VNode {
  const { chrome, speech } = useApp();
  const { t } = speech.value;
  const open = chrome.endOpen.value;
  const panel = useRef<HTMLElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useHandOver(open, panel, button);
  return (
    <>
      {!open && (
        <button ref={button} type="button" class="ly-reopen ly-reopen-end" aria-label={t('web.panel.open-end')} title={`${t('web.panel.open-end')} (])`} onClick={() => (chrome.endOpen.value = true)}>
          <Icon name="endOpen" />
        </button>
      )}
      <aside ref={panel} tabIndex={-1} class="ly-panel ly-end" hidden={!open} aria-label={t('web.panel.end')}>
        <Problems />
        <EvidencePanel />
        <p class="ly-disclaimer">{t('web.disclaimer.use')}</p>
      </aside>
    </>
  );
}
