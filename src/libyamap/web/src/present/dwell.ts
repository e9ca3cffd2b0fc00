/** The next scene follows by itself after a while, unless something holds it up. */

import { effect, signal } from '@preact/signals';
import type { Show } from './show';

/** What is returned is called once there is nothing left to play in a scene. */
export function dwell(show: Show, mayGo: () => boolean): () => void {
  const played = signal(-1);
  let timer: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    const index = show.index.value;
    const { dwell: seconds } = show.scene.value;
    const held = show.blank.value ?? (show.help.value || show.ended.value || show.tool.value);
    clearTimeout(timer);
    const last = index === show.presentation.scenes.length - 1;
    if (seconds === null || last || held || played.value !== index || !show.rests.value) return;
    timer = setTimeout(() => mayGo() && show.go(index + 1), seconds * 1000);
  });
  return () => (played.value = show.index.peek());
}
