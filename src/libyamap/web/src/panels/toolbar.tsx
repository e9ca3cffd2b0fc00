/** The map's own buttons. */

import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { toggleDrawings, toggleFullScreen } from '../keys';
import { useApp, useSpeech } from './context';
import { IconButton } from './parts';

const STEP = 1;

export function Toolbar(): VNode {
  const { chrome, contrast, map } = useApp();
  const { t } = useSpeech();
  const full = useFullScreen();
  const zoom = (by: number) => {
    const { value: view } = map;
    if (view) view.fly({ ...view.viewport(), zoom: Math.round((view.viewport().zoom + by) * 4) / 4 });
  };
  return (
    <section class="ly-toolbar" aria-label={t('web.tools.label')}>
      <div class="ly-tool-group">
        <IconButton icon="plus" label="web.tools.zoom-in" shortcut="+" onClick={() => zoom(STEP)} />
        <IconButton icon="minus" label="web.tools.zoom-out" shortcut="-" onClick={() => zoom(-STEP)} />
      </div>
      <div class="ly-tool-group">
        <IconButton icon="pencil" label="web.tools.draw" shortcut="M" pressed={chrome.startOpen.value && chrome.tab.value === 'drawings'} onClick={() => toggleDrawings(chrome)} />
        <IconButton icon="beside" label={contrast.on.value ? 'web.contrast.end' : 'web.contrast.start'} shortcut="V" pressed={contrast.on.value} onClick={contrast.toggle} />
      </div>
      <div class="ly-tool-group">
        <IconButton icon="home" label="web.tools.home" shortcut="H" onClick={() => map.value?.home()} />
        <IconButton icon="world" label="web.tools.world" shortcut="W" onClick={() => map.value?.world()} />
        <IconButton icon="goTo" label="web.tools.go-to" shortcut="C" onClick={() => (chrome.dialog.value = 'go-to')} />
        <IconButton icon={full ? 'shrink' : 'expand'} label={full ? 'web.tools.leave-full-screen' : 'web.tools.full-screen'} shortcut="F" onClick={toggleFullScreen} />
      </div>
    </section>
  );
}

function useFullScreen(): boolean {
  const [full, setFull] = useState(false);
  useEffect(() => {
    const read = () => setFull(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', read);
    return () => document.removeEventListener('fullscreenchange', read);
  }, []);
  return full;
}
