/** The tabs of the panel at the end side. */

import type { VNode } from 'preact';
import type { Bench } from '../workbench';
import { useApp } from './context';
import { IconButton } from './parts';
import { Tabs } from './tabs';

export function BenchTabs(): VNode {
  const { briefing, chrome, contrast, offered } = useApp();
  const { bench } = chrome.workbench;
  const names: readonly Bench[] = [...(contrast.on.value ? ['differences' as const] : []), 'evidence', 'table', ...(offered.possible ? ['charts' as const] : []), 'relations', ...(briefing.briefs.value ? ['brief' as const] : [])];
  const tabs = names.map((name) => ({ name, label: `web.bench.${name}`, id: `ly-bench-${name}`, controls: 'ly-bench' }) as const);
  return (
    <div class="ly-bench-head">
      <Tabs label="web.bench.tabs" tabs={tabs} chosen={bench.value} choose={(name) => (bench.value = name)} />
      <IconButton icon="endClose" label="web.panel.close-end" shortcut="]" onClick={() => (chrome.endOpen.value = false)} />
    </div>
  );
}
