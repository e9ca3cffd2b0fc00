/** Unsaved work, kept by this window of the browser, so that a reload loses nothing. */

import { readBrief, writeBrief } from './codec';
import type { Brief } from './model';

/** What is being worked on, and where it comes from. */
export interface Draft {
  readonly brief: Brief;
  /** As it was saved last; null if it never was. */
  readonly saved: Brief | null;
  /** The revision that the dataset has of it; null if it has none. */
  readonly revision: string | null;
  /** Id of the scene that is open. */
  readonly scene: string | null;
}

/** `place` is the name under which it is kept. */
export function keepDraft(place: string, draft: Draft | null): void {
  try {
    if (!draft) sessionStorage.removeItem(place);
    else sessionStorage.setItem(place, JSON.stringify({ ...draft, brief: writeBrief(draft.brief), saved: draft.saved && writeBrief(draft.saved) }));
  } catch {
    // Storage is closed in some private windows, or full; leaving the page warns all the same.
  }
}

/** What was kept before the page was loaded again, if that can be read. */
export function keptDraft(place: string): Draft | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(place) ?? 'null') as Readonly<Record<'brief' | 'saved' | 'revision' | 'scene', unknown>> | null;
    const brief = typeof kept?.brief === 'string' ? readBrief(kept.brief) : null;
    if (!kept || !brief || !('brief' in brief)) return null;
    const saved = typeof kept.saved === 'string' ? readBrief(kept.saved) : null;
    const text = (value: unknown) => (typeof value === 'string' ? value : null);
    return { brief: brief.brief, saved: saved && 'brief' in saved ? saved.brief : null, revision: text(kept.revision), scene: text(kept.scene) };
  } catch {
    return null;
  }
}
