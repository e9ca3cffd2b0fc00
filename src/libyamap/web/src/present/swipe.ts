/** A swipe of one finger goes to the next or the previous scene, as pages are turned; two fingers move the map. */

import type { Show } from './show';

/** Pixels that a finger moves at least, and how much more along than across. */
const LEAST = 60;
const STRAIGHT = 1.5;

export function readSwipes(page: HTMLElement, show: Show): void {
  let start: Touch | null = null;
  const begin = (event: TouchEvent) => {
    start = event.touches.length === 1 && !show.tool.peek() ? (event.touches[0] ?? null) : null;
    // The map would move along with the finger.
    if (start && event.target instanceof Element && event.target.closest('.ly-scenery')) event.stopPropagation();
  };
  const end = (event: TouchEvent) => {
    const touch = event.changedTouches[0];
    if (!start || !touch || event.touches.length > 0) return;
    const [along, across] = [touch.clientX - start.clientX, touch.clientY - start.clientY];
    start = null;
    if (Math.abs(along) < LEAST || Math.abs(along) < STRAIGHT * Math.abs(across)) return;
    const onward = show.state.speech.peek().dir === 'rtl' ? along > 0 : along < 0;
    show.step(onward ? 1 : -1);
  };
  page.addEventListener('touchstart', begin, { capture: true, passive: true });
  page.addEventListener('touchend', end, { capture: true, passive: true });
}
