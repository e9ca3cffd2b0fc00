/** Layers and interval applied in the browser; the library's `Selection.at` is its twin. */

import type { Assertion, Feature, Item, Selection } from './document';
import { FIRST_DAY, LAST_DAY, overlap, type Overlap } from './interval';

/** A feature that is shown, and how. */
export interface Drawn {
  /** With the dates and the strength that were known of it at the view's two clocks. */
  readonly feature: Feature;
  readonly assertion: Assertion;
  /** False where it is only possibly inside the interval. */
  readonly certain: boolean;
  /** Age of its confirmation at the end of the interval, 0 (fresh) to 1. */
  readonly age: number;
  /** How much of a movement has passed by the end of the interval, 0 to 1; 1 for all else. */
  readonly progress: number;
  readonly claims: readonly string[];
}

/** What is looked at beside the filters. */
export interface Window {
  readonly layers: ReadonlySet<string>;
  readonly first: number;
  readonly last: number;
  readonly certainOnly: boolean;
}

/** What the filters leave, laid ready to be looked at many times a second. */
export interface Candidates {
  readonly asOf: number;
  readonly items: readonly Candidate[];
}

interface Candidate {
  readonly feature: Feature;
  readonly assertion: Assertion;
  readonly claims: readonly string[];
  /** How it was drawn last: what has not changed since is the same object. */
  drawn: Drawn | null;
}

/** A confirmation this many days old has faded as far as it will; as in `selection.py`. */
const STALE_DAYS = 730;

export function candidates(features: ReadonlyMap<string, Feature>, selection: Selection): Candidates {
  const items = selection.items.flatMap((item): Candidate[] => {
    const feature = features.get(item.id);
    const { assertion, claims = feature?.claims ?? [] } = item;
    return feature ? [{ feature: asKnown(feature, item), assertion, claims, drawn: null }] : [];
  });
  return { asOf: selection.asOf, items };
}

/** A feature as it was known: where a clock leaves out some of its claims, with what the others tell. */
export function asKnown(feature: Feature, item: Item | undefined): Feature {
  return item?.known ? { ...feature, ...item.known } : feature;
}

/** The features that the layers and the interval leave, as they stood on the interval's last day. */
export function at({ asOf, items }: Candidates, window: Window): Drawn[] {
  const moment = momentOf(asOf, window.last);
  const shown: Drawn[] = [];
  for (const candidate of items) {
    const { feature } = candidate;
    if (!window.layers.has(feature.layer)) continue;
    const met = meets(feature, window);
    if (met === 'none') continue;
    shown.push(drawnAs(candidate, met === 'certain', ageOn(feature, moment), progressOn(feature, window.last)));
  }
  return shown;
}

function drawnAs(candidate: Candidate, certain: boolean, age: number, progress: number): Drawn {
  const { drawn, feature, assertion, claims } = candidate;
  if (drawn && drawn.certain === certain && drawn.age === age && drawn.progress === progress) return drawn;
  return (candidate.drawn = { feature, assertion, claims, certain, age, progress });
}

/** The day towards which confirmations fade: the as-of date, or the interval's end where that is earlier. */
export function momentOf(asOf: number, last: number | null): number {
  return Math.min(asOf, last ?? LAST_DAY);
}

/** Age of a presence's last confirmation on a day: 0 fresh, 1 two years old, older, or never confirmed. */
export function ageOn({ collection, confirmed }: Feature, day: number): number {
  if (collection !== 'presence') return 0;
  if (!confirmed) return 1;
  const days = Math.min(Math.max(day - confirmed.days[3], 0), STALE_DAYS);
  return Math.round((days / STALE_DAYS) * 1000) / 1000;
}

/** The share that is past, by the end of a day, of all days on which a movement may have taken place. */
export function progressOn({ collection, days }: Feature, day: number): number {
  const [start, , , end] = days;
  if (collection !== 'movements' || start === FIRST_DAY || end === LAST_DAY) return 1;
  return Math.min(Math.max(day - start + 1, 0) / (end - start + 1), 1);
}

/** Whether layers and interval leave a feature. */
export function isInside(feature: Feature, window: Window): boolean {
  return window.layers.has(feature.layer) && meets(feature, window) !== 'none';
}

function meets(feature: Feature, { first, last, certainOnly }: Window): Overlap {
  const met = overlap(feature.days, first, last);
  return met === 'possible' && certainOnly ? 'none' : met;
}
