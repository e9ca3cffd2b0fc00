/**
 * The order in which Tab goes through the page: as it is read, from the bar over the start panel and the map to the
 * end panel and the timeline. Streamlit's filters, which stand elsewhere in the page, come where they are seen.
 */

import { tabbable } from 'tabbable';
import { passStreamlitsOwnPart } from './streamlit';

/** Parts of the page in the order in which they are read; what is ours and not named here comes last. */
const ZONES = ['.ly-topbar', '.ly-connection', '.ly-start, .ly-reopen-start', '.st-key-ly_panel', '.ly-active', '.ly-headings', '#map_libyamap', '#map_beside', '.ly-draft-bar', '.ly-toolbar', '.ly-end, .ly-reopen-end', '.ly-timeline'] as const;

export function keepTabOrder(): void {
  addEventListener('keydown', (event) => {
    if (event.key !== 'Tab' || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    if (document.querySelector('dialog[open]')) return;
    passStreamlitsOwnPart();
    const order = inOrder();
    const { activeElement: active } = document;
    // A list or a calendar of Streamlit's that has opened beside all of this has an order of its own.
    if (active && active !== document.body && !zoneOf(active)) return;
    const next = event.shiftKey ? before(order, active) : after(order, active);
    if (next) {
      event.preventDefault();
      next.focus();
      if (next instanceof HTMLInputElement) next.select();
    } else {
      leave();
    }
  });
}

function inOrder(): HTMLElement[] {
  const zoned = ZONES.flatMap((zone) => [...document.querySelectorAll<HTMLElement>(zone)].flatMap((part) => tabbable(part, { includeContainer: true })));
  const root = document.getElementById('libyamap');
  const others = root ? tabbable(root) : [];
  return [...new Set([...zoned, ...others])] as HTMLElement[];
}

function zoneOf(element: Element): Element | null {
  return element.closest(`#libyamap, ${ZONES.join(', ')}`);
}

/** The element after another one, or after the place of one that Tab itself would not stop at. */
function after(order: readonly HTMLElement[], active: Element | null): HTMLElement | undefined {
  const at = order.indexOf(active as HTMLElement);
  if (at >= 0) return order[at + 1];
  return order.find((element) => !active || follows(active, element)) ?? (active === document.body ? order[0] : undefined);
}

function before(order: readonly HTMLElement[], active: Element | null): HTMLElement | undefined {
  const at = order.indexOf(active as HTMLElement);
  if (at >= 0) return order[at - 1];
  return active === document.body ? undefined : order.findLast((element) => active && follows(element, active));
}

/** Whether an element comes after another one within the same part of the page. */
function follows(first: Element, second: Element): boolean {
  const sameZone = ZONES.some((zone) => first.closest(zone) && first.closest(zone) === second.closest(zone));
  return sameZone && Boolean(first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING);
}

/** Let Tab leave the page, past what comes next in the document but has had its turn. */
function leave(): void {
  const passed = ['root', 'map_libyamap', 'map_beside'].flatMap((id) => document.getElementById(id) ?? []).filter((part) => !part.contains(document.activeElement));
  for (const part of passed) part.inert = true;
  setTimeout(() => passed.forEach((part) => (part.inert = false)));
}
