/** The panel at the end side: the evidence of what is open, and what is shown as a table, charts and relations. */

import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import type { Bench } from '../workbench';
import { BenchTabs } from './bench-tabs';
import { Charts } from './charts/charts';
import { useApp } from './context';
import { EvidencePanel } from './evidence';
import { useHandOver } from './hand-over';
import { Icon } from './icon';
import { Problems } from './problems';
import { Relations } from './relations/relations';
import { ResizeHandle } from './resize-handle';
import { Table } from './table/table';

export function EndPanel(): VNode {
  const { chrome, speech } = useApp();
  const { t } = speech.value;
  const open = chrome.endOpen.value;
  const bench = chrome.workbench.bench.value;
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
        <ResizeHandle />
        <Problems />
        <BenchTabs />
        <div class="ly-bench" role="tabpanel" id="ly-bench" aria-labelledby={`ly-bench-${bench}`}>
          {open && bodyOf(bench)}
        </div>
        <p class="ly-disclaimer">{t('web.disclaimer.use')}</p>
      </aside>
    </>
  );
}

function bodyOf(bench: Bench): VNode {
  switch (bench) {
    case 'evidence':
      return <EvidencePanel />;
    case 'table':
      return <Table />;
    case 'charts':
      return <Charts />;
    case 'relations':
      return <Relations />;
  }
}
