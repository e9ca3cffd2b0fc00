/** A short message that goes by itself. */

import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { useApp } from './context';

const LASTS = 3200;

export function Toast(): VNode {
  const { chrome, speech } = useApp();
  const toast = chrome.toast.value;
  useEffect(() => {
    if (!toast) return;
    const timer = setTimeout(() => (chrome.toast.value = null), toast.tone === 'problem' ? LASTS * 2 : LASTS);
    return () => clearTimeout(timer);
  }, [chrome, toast]);
  return (
    <div class="ly-toast-place" role="status" aria-live="polite">
      {toast && <p class={`ly-toast ly-toast-${toast.tone}`}>{speech.value.t(toast.key, toast.params)}</p>}
    </div>
  );
}
