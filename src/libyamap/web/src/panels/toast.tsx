/** A short message that goes by itself; one of a problem stays until it is closed. */

import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Action } from '../chrome';
import { useApp } from './context';
import { IconButton } from './parts';

const LASTS = 3200;

export function Toast(): VNode {
  const { chrome, speech } = useApp();
  const toast = chrome.toast.value;
  const close = () => (chrome.toast.value = null);
  useEffect(() => {
    if (!toast || toast.tone === 'problem') return;
    const timer = setTimeout(close, toast.action ? LASTS * 4 : LASTS);
    return () => clearTimeout(timer);
  }, [chrome, toast]);
  const act = (action: Action | null) => {
    close();
    action?.run();
  };
  return (
    <div class="ly-toast-place" role="status" aria-live="polite">
      {toast && (
        <div class={`ly-toast ly-toast-${toast.tone}`}>
          <span>{speech.value.t(toast.key, toast.params)}</span>
          {toast.action && (
            <button type="button" class="ly-toast-action" onClick={() => act(toast.action)}>
              {speech.value.t(toast.action.key)}
            </button>
          )}
          {toast.tone === 'problem' && <IconButton icon="close" label="web.toast.close" onClick={close} />}
        </div>
      )}
    </div>
  );
}
