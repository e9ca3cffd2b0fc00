/**
 * The part of the application that the first screen does without: drawing, search, table, charts, relations. It is a file of
 * its own, fetched when somebody asks for something of it, or when the page has nothing else to do.
 */

import { signal, type ReadonlySignal } from '@preact/signals';
import type { Equipment, equip } from './equipment';
import type { Fence } from './state';

/** What the file holds. */
export interface Parts {
  readonly equip: typeof equip;
  readonly narrowed: Fence;
}

export interface Later {
  /** Null until it is here. */
  readonly equipment: ReadonlySignal<Equipment | null>;
  /** Whether it was asked for and did not come. */
  readonly failed: ReadonlySignal<boolean>;
  /** Ask for it; once it is here, or on its way, nothing is asked again. */
  fetch(): Promise<void>;
}

/** Milliseconds after which the page is taken for idle, even if it never is. */
const LONGEST = 4000;

export function fetchParts(): Promise<Parts> {
  return import('./equipment');
}

/** `take` makes the application's equipment of what was fetched. */
export function createLater(take: (parts: Parts) => Equipment): Later {
  const equipment = signal<Equipment | null>(null);
  const failed = signal(false);
  let asked: Promise<void> | null = null;
  const fetch = async () => {
    failed.value = false;
    try {
      equipment.value = take(await fetchParts());
    } catch (problem) {
      // The next who asks tries again.
      asked = null;
      failed.value = true;
      console.warn(problem);
    }
  };
  return { equipment, failed, fetch: () => (asked ??= fetch()) };
}

/** Do something when the page has nothing else to do. */
export function whenIdle(deed: () => void): void {
  // Safari has no such callback.
  if ('requestIdleCallback' in window) requestIdleCallback(deed, { timeout: LONGEST });
  else setTimeout(deed, LONGEST / 2);
}
