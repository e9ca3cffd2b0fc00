/** The panel at the start side: search, layers with the legend, and the host's filters. */

import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Tab } from '../chrome';
import { useApp } from './context';
import { useHandOver } from './hand-over';
import { Icon } from './icon';
import { Later } from './later';
import { Layers } from './layers';
import { Legend } from './legend';
import { SearchBox } from './search-box';
import { Tabs } from './tabs';

export function StartPanel(): VNode {
  const { chrome, host, speech } = useApp();
  const { t } = speech.value;
  const open = chrome.startOpen.value;
  const names: readonly Tab[] = host.filters ? ['layers', 'filters', 'drawings'] : ['layers', 'drawings'];
  const tabs = names.map((name) => ({ name, label: `web.panel.${name}`, id: `ly-tab-${name}`, controls: `ly-tabpanel-${name}` }) as const);
  const panel = useRef<HTMLElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useHandOver(open, panel, button);
  return (
    <>
      {!open && (
        <button ref={button} type="button" class="ly-reopen ly-reopen-start" aria-label={t('web.panel.open-start')} title={`${t('web.panel.open-start')} ([)`} onClick={() => (chrome.startOpen.value = true)}>
          <Icon name="startOpen" />
        </button>
      )}
      <aside ref={panel} tabIndex={-1} class="ly-panel ly-start" hidden={!open} aria-label={t('web.panel.start')}>
        <div class="ly-start-head">
          <SearchBox />
          <button type="button" class="ly-icon-button" aria-label={t('web.panel.close-start')} title={`${t('web.panel.close-start')} ([)`} onClick={() => (chrome.startOpen.value = false)}>
            <Icon name="startClose" />
          </button>
        </div>
        <Tabs label="web.panel.tabs" tabs={tabs} chosen={chrome.tab.value} choose={(name) => (chrome.tab.value = name)} />
        <div class="ly-layers-tab" role="tabpanel" id="ly-tabpanel-layers" aria-labelledby="ly-tab-layers" hidden={chrome.tab.value !== 'layers'}>
          <div class="ly-scroll">
            <Layers />
          </div>
          <Legend />
        </div>
        <div class="ly-scroll" role="tabpanel" id="ly-tabpanel-drawings" aria-labelledby="ly-tab-drawings" hidden={chrome.tab.value !== 'drawings'}>
          <Later panel="Drawings" with={{}} asked={chrome.tab.value === 'drawings'} tells />
        </div>
        {host.filters && <Slot />}
      </aside>
    </>
  );
}

/** Where the host's own filters float: its size is told to the page's style, which puts them there. */
function Slot(): VNode {
  const { chrome, speech } = useApp();
  const { t } = speech.value;
  const slot = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current: box } = slot;
    if (!box) return;
    const tell = () => {
      const { left, top, width, height } = box.getBoundingClientRect();
      const { style } = document.documentElement;
      for (const [name, value] of Object.entries({ left, top, width, height })) style.setProperty(`--ly-slot-${name}`, `${value}px`);
    };
    const observer = new ResizeObserver(tell);
    observer.observe(box);
    observer.observe(document.body);
    tell();
    return () => observer.disconnect();
  });
  return (
    <div ref={slot} class="ly-slot" role="tabpanel" id="ly-tabpanel-filters" aria-labelledby="ly-tab-filters" hidden={chrome.tab.value !== 'filters'}>
      {chrome.connected.value === null && <p class="ly-hint">{t('web.filters.starting')}</p>}
    </div>
  );
}
