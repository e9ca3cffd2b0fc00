/** The panel at the end side: the evidence of what is open, and what is shown as a table, charts and relations. */

import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Bench } from '../workbench';
import { BenchTabs } from './bench-tabs';
import { useApp } from './context';
import { ContrastDifferences } from './contrast/here';
import { EvidencePanel } from './evidence';
import { useHandOver } from './hand-over';
import { Icon } from './icon';
import { Later } from './later';
import { Problems } from './problems';
import { ResizeHandle } from './resize-handle';

export function EndPanel(): VNode {
  const { chrome, speech } = useApp();
  const { t } = speech.value;
  const open = chrome.endOpen.value;
  const bench = chrome.workbench.bench.value;
  const panel = useRef<HTMLElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useHandOver(open, panel, button);
  const before = useRef(bench);
  useLayoutEffect(() => {
    if (before.current === bench) return;
    before.current = bench;
    // What was opened from a list has taken the list's place, and with it the focus away.
    if (document.activeElement === document.body) panel.current?.querySelector<HTMLElement>('.ly-bench h2')?.focus({ preventScroll: true });
  }, [bench]);
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

/** What edits briefs; its file is here before its tab is. */
function BriefPanel(): VNode | null {
  const Panel = useApp().briefing.briefs.value?.Panel;
  return Panel ? <Panel /> : null;
}

function bodyOf(bench: Bench): VNode {
  switch (bench) {
    case 'evidence':
      return <EvidencePanel />;
    case 'table':
      return <Later panel="Table" with={{}} tells />;
    case 'charts':
      return <Later panel="Charts" with={{}} tells />;
    case 'relations':
      return <Later panel="Relations" with={{}} tells />;
    case 'differences':
      return <ContrastDifferences />;
    case 'brief':
      return <BriefPanel />;
  }
}
