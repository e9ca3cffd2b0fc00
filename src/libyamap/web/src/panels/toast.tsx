/** A short message that goes by itself. */

import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Action } from '../chrome';
import { useApp } from './context';

const LASTS = 3200;

export function Toast(): VNode {
  const { chrome, speech } = useApp();
  const toast = chrome.toast.value;
  useEffect(() => {
    if (!toast) return;
    const timer = setTimeout(() => (chrome.toast.value = null), toast.action ? LASTS * 4 : toast.tone === 'problem' ? LASTS * 2 : LASTS);
    return () => clearTimeout(timer);
  }, [chrome, toast]);
  const act = (action: Action | null) => {
    chrome.toast.value = null;
    action?.run();
  };
  return (
    <div class="ly-toast-place" role="status" aria-live="polite">
      {toast && (
        <p class={`ly-toast ly-toast-${toast.tone}`}>
          {speech.value.t(toast.key, toast.params)}
          {toast.action && (
            <button type="button" class="ly-toast-action" onClick={() => act(toast.action)}>
              {speech.value.t(toast.action.key)}
            </button>
          )}
        </p>
      )}
    </div>
  );
}
