/** The tabs of the panel at the end side. */

import type { TargetedKeyboardEvent, VNode } from 'preact';
import { useRef } from 'preact/hooks';
import type { Bench } from '../workbench';
import { useApp } from './context';
import { IconButton } from './parts';

export function BenchTabs(): VNode {
  const { chrome, offered, speech } = useApp();
  const { t, dir } = speech.value;
  const list = useRef<HTMLDivElement>(null);
  const { bench } = chrome.workbench;
  const tabs: readonly Bench[] = offered.possible ? ['evidence', 'table', 'charts', 'relations'] : ['evidence', 'table', 'relations'];
  const press = (event: TargetedKeyboardEvent<HTMLDivElement>) => {
    const forward = dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const back = dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    const at = tabs.indexOf(bench.value);
    const next = { [forward]: at + 1, [back]: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    bench.value = tabs.at(next % tabs.length) ?? 'evidence';
    list.current?.querySelector<HTMLButtonElement>(`#ly-bench-${bench.value}`)?.focus();
  };
  return (
    <div class="ly-bench-head">
      <div class="ly-tabs" role="tablist" aria-label={t('web.bench.tabs')} ref={list} onKeyDown={press}>
        {tabs.map((tab) => (
          <button
            type="button"
            key={tab}
            role="tab"
            id={`ly-bench-${tab}`}
            aria-controls="ly-bench"
            aria-selected={bench.value === tab}
            tabIndex={bench.value === tab ? 0 : -1}
            onClick={() => (bench.value = tab)}
          >
            {t(`web.bench.${tab}`)}
          </button>
        ))}
      </div>
      <IconButton icon="endClose" label="web.panel.close-end" shortcut="]" onClick={() => (chrome.endOpen.value = false)} />
    </div>
  );
}
