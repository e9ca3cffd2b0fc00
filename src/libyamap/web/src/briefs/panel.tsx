/** The tab of briefs: their list, or the one that is open. */

import type { TargetedKeyboardEvent, VNode } from 'preact';
import { useBriefDesk } from './context';
import { useHoldingFocus } from './holding-focus';
import { OpenBrief } from './open';
import { ShelfList } from './shelf';
import { Troubles } from './troubles';

export function BriefPanel(): VNode {
  const desk = useBriefDesk();
  const panel = useHoldingFocus();
  const isOpen = desk.brief.value !== null && !desk.listed.value;
  const press = (event: TargetedKeyboardEvent<HTMLDivElement>) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || !isOpen) return;
    const does = deedOf(event, desk);
    if (!does) return;
    // Also in a field, where the browser would take back what was typed without the brief's knowing.
    event.preventDefault();
    event.stopPropagation();
    does();
  };
  return (
    <div ref={panel} class="ly-briefing" onKeyDown={press}>
      {isOpen ? <OpenBrief /> : <ShelfList />}
      {!isOpen && <Troubles />}
    </div>
  );
}

/** By the key's place where its letter is an Arabic one. */
function deedOf({ code, key, shiftKey }: KeyboardEvent, desk: ReturnType<typeof useBriefDesk>): (() => void) | null {
  const letter = /^[a-z]$/i.test(key) ? key.toLowerCase() : code.replace(/^Key/, '').toLowerCase();
  if (letter === 'z') return shiftKey ? desk.redo : desk.undo;
  if (letter === 'y') return desk.redo;
  return letter === 's' ? () => void desk.save() : null;
}
