/** Where the focus goes when the panel that has it closes, and when one opens in place of its button. */

import { useLayoutEffect, useRef } from 'preact/hooks';

interface Held {
  readonly current: HTMLElement | null;
}

/** Hand the focus over between a panel and the button that opens it again. */
export function useHandOver(open: boolean, panel: Held, button: Held): void {
  const was = useRef(open);
  useLayoutEffect(() => {
    if (was.current === open) return;
    was.current = open;
    const { activeElement: active } = document;
    if (!open && panel.current?.contains(active)) button.current?.focus();
    // The button that was pressed has just left the page, and left the focus nowhere.
    if (open && active === document.body) panel.current?.focus({ preventScroll: true });
  }, [open, panel, button]);
}
