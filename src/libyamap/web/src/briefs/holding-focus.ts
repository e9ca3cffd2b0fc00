/** What has the focus may go by what it does: the focus then stays in the panel, where keys undo it. */

import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** Where it stays, the first that is there. */
const STAYS = ['.ly-scene.ly-chosen .ly-scene-title', 'h2'];

export function useHoldingFocus(): RefObject<HTMLDivElement | null> {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current: box } = panel;
    if (!box) return;
    let held: Element | null = null;
    const take = ({ target }: FocusEvent) => (held = target instanceof Element ? target : null);
    // Who goes elsewhere takes the focus along; what leaves the page loses it to nobody.
    const leave = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget) held = null;
    };
    const observer = new MutationObserver(() => {
      if (!held || held.isConnected || document.activeElement !== document.body) return;
      const [stay] = STAYS.flatMap((name) => box.querySelector<HTMLElement>(name) ?? []);
      stay?.focus({ preventScroll: true });
    });
    box.addEventListener('focusin', take);
    box.addEventListener('focusout', leave);
    observer.observe(box, { childList: true, subtree: true });
    return () => {
      box.removeEventListener('focusin', take);
      box.removeEventListener('focusout', leave);
      observer.disconnect();
    };
  }, []);
  return panel;
}
