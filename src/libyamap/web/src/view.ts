/** The View: one frozen object that says what is looked at. The library's `view.py` is its twin. */

import type { Assertion, Lang, Precision, Theme } from './document';
import type { Drawing } from './drawing/model';

export type Reliability = 'A' | 'B' | 'C' | 'D' | 'E' | 'F';
export type Credibility = 1 | 2 | 3 | 4 | 5 | 6;
/** Precision of a feature's location; `none` is what the sources give no place for. */
export type Location = Precision | 'none';

/** What decides a Selection: the library applies it. */
export interface Filters {
  /** Day number that confirmation fades towards, the dataset's if null; claims said after it are unknown. */
  readonly asOf: number | null;
  readonly kinds: readonly string[];
  /** Actors or groups of actors. */
  readonly actors: readonly string[];
  /** Places that a feature stands at, moves between, or is about. */
  readonly places: readonly string[];
  readonly assertions: readonly Assertion[];
  /** The least grade that a claim must have. */
  readonly reliability: Reliability | null;
  readonly credibility: Credibility | null;
  /** Keep claims whose reliability (F) or credibility (6) cannot be judged. */
  readonly ungraded: boolean;
  /** The least number of independent origins. */
  readonly lineages: number;
  readonly precisions: readonly Location[];
  readonly text: string;
  /** Day number: claims that were entered in the dataset after it are unknown. */
  readonly recorded: number | null;
}

/** In what two sides that are compared may differ. */
export interface Side {
  /** The dataset's default where null. */
  readonly layers: readonly string[] | null;
  /** Day numbers, edges inclusive; no limit where null. */
  readonly first: number | null;
  readonly last: number | null;
  /** Leave out what is only possibly inside the interval. */
  readonly certain: boolean;
  readonly filters: Filters;
}

/** The side that the view is compared with. */
export interface Versus extends Side {
  /** Whether it stands before the view: on the left, in Arabic on the right. */
  readonly standsFirst: boolean;
}

/** What is looked at. */
export interface View extends Side {
  readonly lang: Lang;
  readonly theme: Theme;
  /** The dataset's home where null. */
  readonly center: { readonly lat: number; readonly lon: number } | null;
  readonly zoom: number | null;
  /** Id of the feature, place, actor or claim that is open. */
  readonly selected: string | null;
  /** Ids of the layers drawn on top, the topmost first; all others follow in the dataset's own order. */
  readonly order: readonly string[];
  /** Layers that are seen through, each with its opacity in percent, sorted by id. */
  readonly opacity: readonly LayerOpacity[];
  /** What the analyst drew: shapes that select, measures, notes. */
  readonly drawings: readonly Drawing[];
  /** What it is compared with, side by side; nothing where null. */
  readonly versus: Versus | null;
}

export type LayerOpacity = readonly [layer: string, percent: number];

/** Opacity, in percent, of a layer that nothing is said of. */
export const OPAQUE = 100;

export const NO_FILTERS: Filters = {
  asOf: null,
  kinds: [],
  actors: [],
  places: [],
  assertions: [],
  reliability: null,
  credibility: null,
  ungraded: true,
  lineages: 1,
  precisions: [],
  text: '',
  recorded: null,
};

export const DEFAULT_VIEW: View = {
  lang: 'en',
  theme: 'light',
  center: null,
  zoom: null,
  layers: null,
  first: null,
  last: null,
  certain: false,
  filters: NO_FILTERS,
  selected: null,
  order: [],
  opacity: [],
  drawings: [],
  versus: null,
};

/** Of a view, in what a side may differ. */
export function sideOf({ layers, first, last, certain, filters }: Side): Side {
  return { layers, first, last, certain, filters };
}

/** Opacities as a view holds them: sorted by layer, without those that are opaque. */
export function seenThrough(opacity: ReadonlyMap<string, number>): LayerOpacity[] {
  return [...opacity].filter(([, percent]) => percent !== OPAQUE).sort(([a], [b]) => (a < b ? -1 : 1));
}
