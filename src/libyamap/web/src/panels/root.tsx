/** Everything that surrounds the map. */

import { computed, effect } from '@preact/signals';
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { SHEET_WIDTH } from '../chrome';
import { magnification } from '../magnification';
import { AboutDialog } from './about';
import { Active } from './active';
import { Connection } from './connection';
import { useApp } from './context';
import { EndPanel } from './end-panel';
import { ContrastHeadings } from './contrast/here';
import { GoToDialog } from './go-to';
import { DropHint } from './own-layers';
import { Later } from './later';
import { Readout } from './readout';
import { ShortcutsDialog } from './shortcuts';
import { StartPanel } from './start-panel';
import { Stepped } from './stepped';
import { TimelineDock } from './timeline';
import { Toast } from './toast';
import { Toolbar } from './toolbar';
import { TopBar } from './topbar';

/** Pixels between panels and the map's own marks. */
const MARGIN = 8;

export function Panels(): VNode {
  const root = useRef<HTMLDivElement>(null);
  useInsets(root);
  return (
    <div ref={root} class="ly-panels">
      <TopBar />
      <Connection />
      <Active />
      <ContrastHeadings />
      <StartPanel />
      <EndPanel />
      <Toolbar />
      <TimelineDock />
      <Later panel="DraftBar" with={{}} asked={false} />
      <Readout />
      <Stepped />
      <Toast />
      <DropHint />
      <AboutDialog />
      <ShortcutsDialog />
      <GoToDialog />
    </div>
  );
}

/** Tell the map what the panels cover, whenever that changes. */
function useInsets(root: { readonly current: HTMLDivElement | null }): void {
  const { chrome, contrast, interval, map, selection, speech, timeline, view } = useApp();
  useEffect(() => {
    const measure = () => {
      const scale = root.current ? magnification(root.current) : 1;
      const [width, height] = [innerWidth / scale, innerHeight / scale];
      const box = (name: string) => {
        const found = root.current?.querySelector(name)?.getBoundingClientRect();
        return found && { left: found.left / scale, right: found.right / scale, top: found.top / scale, bottom: found.bottom / scale, width: found.width, height: found.height };
      };
      const rtl = speech.peek().dir === 'rtl';
      const sheets = innerWidth < SHEET_WIDTH;
      const [start, end, bar, tools, foot] = [box('.ly-start'), box('.ly-end'), box('.ly-topbar'), box('.ly-toolbar'), box('.ly-timeline')];
      const notices = [box('.ly-connection'), box('.ly-active')].flatMap((notice) => (notice?.height ? notice.bottom : []));
      const covered = (panel: typeof start, onLeft: boolean) => {
        if (!panel?.width || (sheets && panel !== tools)) return MARGIN;
        return (onLeft ? panel.right : width - panel.left) + MARGIN;
      };
      contrast.cover({
        top: Math.max(bar?.bottom ?? 0, ...notices) + MARGIN,
        bottom: height - (foot?.top ?? height) + MARGIN,
        left: Math.max(covered(rtl ? end : start, true), rtl ? covered(tools, true) : 0),
        right: Math.max(covered(rtl ? start : end, false), rtl ? 0 : covered(tools, false)),
      });
    };
    const observer = new ResizeObserver(measure);
    for (const box of [root.current, root.current?.querySelector('.ly-end')]) if (box) observer.observe(box);
    // Also while the interval moves, but not at each step.
    const narrowed = computed(() => interval.value.first !== null || interval.value.last !== null);
    const stop = effect(() => {
      void [contrast.screen.value, narrowed.value, chrome.connected.value, chrome.startOpen.value, chrome.endOpen.value, timeline.open.value, speech.value, map.value, view.value.layers, view.value.first, view.value.last, view.value.certain, view.value.drawings, selection.value];
      requestAnimationFrame(measure);
    });
    return () => {
      observer.disconnect();
      stop();
    };
  }, [chrome, contrast, interval, map, root, selection, speech, timeline, view]);
}
