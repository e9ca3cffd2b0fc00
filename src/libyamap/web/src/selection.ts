/** Layers and interval applied in the browser; the library's `Selection.at` is its twin. */

import type { Assertion, Document, Feature, Item, Selection } from './document';
import { overlap } from './interval';

/** A feature that is shown, and how. */
export interface Drawn {
  /** With the dates and the strength that were known of it at the view's two clocks. */
  readonly feature: Feature;
  readonly assertion: Assertion;
  /** False where it is only possibly inside the interval. */
  readonly certain: boolean;
  /** Age of its confirmation, 0 (fresh) to 1. */
  readonly age: number;
  readonly claims: readonly string[];
}

/** What is looked at beside the filters. */
export interface Window {
  readonly layers: ReadonlySet<string>;
  readonly first: number;
  readonly last: number;
  readonly certainOnly: boolean;
}

/** A feature as it was known: where a clock leaves out some of its claims, with what the others tell. */
export function asKnown(feature: Feature, item: Item | undefined): Feature {
  return item?.known ? { ...feature, ...item.known } : feature;
}

/** The features of a selection that the layers and the interval leave. */
export function at(document: Document, selection: Selection, window: Window): Drawn[] {
  const features = new Map(document.features.map((feature) => [feature.id, feature]));
  return selection.items.flatMap((item) => {
    const curated = features.get(item.id);
    if (!curated || !window.layers.has(curated.layer)) return [];
    const feature = asKnown(curated, item);
    const met = overlap(feature.days, window.first, window.last);
    if (met === 'none' || (met === 'possible' && window.certainOnly)) return [];
    const { assertion, age, claims = feature.claims } = item;
    return [{ feature, assertion, age, claims, certain: met === 'certain' }];
  });
}
