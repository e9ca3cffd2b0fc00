/** Briefs in the dashboard: the door to what edits them, fetched when somebody asks for it. */

import { signal, type ReadonlySignal } from '@preact/signals';
import type { App } from './app';
import type { Briefs } from './briefs/briefs';

export interface Briefing {
  /** Whether there is anything to edit briefs with. */
  readonly possible: boolean;
  /** Where this window keeps unsaved work. */
  readonly draft: string;
  /** Null until somebody asked for it. */
  readonly briefs: ReadonlySignal<Briefs | null>;
  /** Show the briefs, or what was shown before. */
  toggle(): void;
}

const DRAFT = 'libyamap-brief';

export function createBriefing(app: () => App): Briefing {
  const briefs = signal<Briefs | null>(null);
  let asked: Promise<void> | null = null;
  const fetch = async () => {
    const { createBriefs } = await import('./briefs/briefs');
    briefs.value = await createBriefs(app());
  };
  return {
    get possible() {
      return app().host.name === 'dashboard';
    },
    draft: DRAFT,
    briefs,
    toggle: () => {
      const { chrome, later } = app();
      const { bench } = chrome.workbench;
      if (bench.peek() === 'brief' && chrome.endOpen.peek()) {
        bench.value = 'evidence';
        return;
      }
      // Claims and features are found by the search, which comes later.
      void later.fetch();
      (asked ??= fetch()).then(
        () => {
          bench.value = 'brief';
          chrome.endOpen.value = true;
        },
        (problem: unknown) => {
          // The next who asks tries again.
          asked = null;
          console.warn(problem);
          chrome.warn('web.later.failed');
        },
      );
    },
  };
}

/** Whether work was left unsaved when the page was loaded again. */
export function hasDraft(): boolean {
  try {
    return sessionStorage.getItem(DRAFT) !== null;
  } catch {
    return false;
  }
}
