/** Layers and interval applied in the browser; the library's `Selection.at` is its twin. */

import type { Assertion, Document, Feature, Selection } from './document';
import { overlap, type Overlap } from './interval';

/** A feature that is shown, and how. */
export interface Drawn {
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

/** The features of a selection that the layers and the interval leave. */
export function at(document: Document, selection: Selection, window: Window): Drawn[] {
  const features = new Map(document.features.map((feature) => [feature.id, feature]));
  return selection.items.flatMap((item) => {
    const feature = features.get(item.id);
    if (!feature || !window.layers.has(feature.layer)) return [];
    const met = meets(feature, window);
    if (met === 'none') return [];
    const { assertion, age, claims = feature.claims } = item;
    return [{ feature, assertion, age, claims, certain: met === 'certain' }];
  });
}

/** Whether layers and interval leave a feature. */
export function isInside(feature: Feature, window: Window): boolean {
  return window.layers.has(feature.layer) && meets(feature, window) !== 'none';
}

function meets(feature: Feature, { first, last, certainOnly }: Window): Overlap {
  const met = overlap(feature.days, first, last);
  return met === 'possible' && certainOnly ? 'none' : met;
}
