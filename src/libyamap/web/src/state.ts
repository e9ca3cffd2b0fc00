/** The application's state: the view, what the filters leave, and everything that follows from the two. */

import { batch, computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Document, Selection, Theme } from './document';
import type { Drawing } from './drawing/model';
import { speech, type Speech } from './i18n';
import { FIRST_DAY, LAST_DAY } from './interval';
import { isPlaced, lookup, type Lookup } from './lookup';
import { createMoving, type Interval, type Moving } from './moving';
import { at, candidates, momentOf, type Candidates, type Drawn, type Window } from './selection';
import { createStack, drawingOrder, type Stack } from './stack';
import type { View } from './view';

/** Leaves what is inside of drawings. */
export type Fence = <One extends Pick<Drawn, 'feature'>>(all: readonly One[], drawings: readonly Drawing[], lookup: Lookup) => readonly One[];

export interface State {
  /** The dataset; a newer one takes its place when its files change. Whoever reads it follows. */
  readonly document: Document;
  readonly lookup: Lookup;
  readonly view: Signal<View>;
  readonly selection: Signal<Selection>;
  readonly speech: ReadonlySignal<Speech>;
  readonly theme: ReadonlySignal<Theme>;
  readonly selected: ReadonlySignal<string | null>;
  /** Ids of the layers that are shown. */
  readonly layers: ReadonlySignal<ReadonlySet<string>>;
  /** The layers as they lie on one another, shown or not. */
  readonly stack: ReadonlySignal<Stack>;
  /** The interval on its way to another. */
  readonly moving: Moving;
  /** The interval as panels tell it: the view's, or a few times a second the one that moves. */
  readonly interval: ReadonlySignal<Interval>;
  /** The day towards which confirmations fade: the as-of date, or the interval's end where that is earlier. */
  readonly moment: ReadonlySignal<number>;
  /** What the filters leave, before layers and interval. */
  readonly candidates: ReadonlySignal<Candidates>;
  /** What filters, layers and interval leave. */
  readonly drawn: ReadonlySignal<readonly Drawn[]>;
  /** Layers and interval as they are. */
  readonly window: ReadonlySignal<Window>;
  readonly drawnById: ReadonlySignal<ReadonlyMap<string, Drawn>>;
  /** Of these, what has a place on the map and is not wholly seen through; it follows a moving interval at every step. */
  readonly onMap: ReadonlySignal<readonly Drawn[]>;
  /** What filters and interval would leave of each layer, were it shown. */
  readonly counts: ReadonlySignal<ReadonlyMap<string, number>>;
  /** Of some features, what is inside of the drawings that show only that. */
  fenced<One extends Pick<Drawn, 'feature'>>(all: readonly One[]): readonly One[];
  /** Applies the drawings that show only what is inside of them; null until drawing is here, which they come with. */
  readonly fence: Signal<Fence | null>;
  /** Take over a newer dataset, with what the filters leave of it; the view stays. */
  renew(document: Document, selection: Selection): void;
}

export function createState(arrived: Document, initial: Selection, start: View, narrowed: Fence | null = null): State {
  const document = signal(arrived);
  const found = computed(() => lookup(document.value));
  const view = signal(start);
  const selection = signal(initial);
  const every = computed(() => new Set(document.value.layers.map((layer) => layer.id)));
  const moving = createMoving();
  const first = computed(() => view.value.first);
  const last = computed(() => view.value.last);
  const rests = computed((): Interval => ({ first: first.value, last: last.value }));
  const told = computed(() => moving.told.value ?? rests.value);
  const certain = computed(() => view.value.certain);
  const wanted = computed(() => view.value.layers);
  const lang = computed(() => view.value.lang);
  const named = computed(() => view.value.order);
  const opacity = computed(() => view.value.opacity);
  const order = computed(() => drawingOrder(document.value.order, named.value));
  // As text, so that a slider on its way does not have everything counted again.
  const unseen = computed(() => opacity.value.flatMap(([layer, percent]) => (percent === 0 ? [layer] : [])).join());
  const layers = computed(() => shownLayers(document.value, wanted.value));
  const left = computed(() => candidates(found.value.features, selection.value));
  const within = (interval: Interval): Window => ({
    layers: every.value,
    first: interval.first ?? FIRST_DAY,
    last: interval.last ?? LAST_DAY,
    certainOnly: certain.value,
  });
  const fences = fencesOf(computed(() => view.value.drawings));
  const fence = signal(narrowed);
  const fenced = <One extends Pick<Drawn, 'feature'>>(all: readonly One[]) => (fences.value.length > 0 && fence.value ? fence.value(all, fences.value, found.value) : all);
  const ofEveryLayer = computed(() => fenced(at(left.value, within(told.value))));
  const drawn = computed(() => ofEveryLayer.value.filter(({ feature }) => layers.value.has(feature.layer)));
  const onItsWay = steady(() => fenced(at(left.value, { ...within(moving.drawn.value ?? rests.value), layers: layers.value })));
  return {
    get document() {
      return document.value;
    },
    get lookup() {
      return found.value;
    },
    view,
    selection,
    speech: computed(() => speech(lang.value)),
    theme: computed(() => view.value.theme),
    selected: computed(() => view.value.selected),
    layers,
    stack: computed(() => createStack(order.value, opacity.value)),
    moving,
    interval: told,
    moment: computed(() => momentOf(selection.value.asOf, told.value.last)),
    candidates: left,
    drawn,
    window: computed(() => ({ ...within(told.value), layers: layers.value })),
    onMap: computed(() => {
      const hidden = new Set(unseen.value.split(','));
      return onItsWay.value.filter(({ feature }) => isPlaced(feature) && !hidden.has(feature.layer));
    }),
    drawnById: computed(() => new Map(drawn.value.map((one) => [one.feature.id, one]))),
    fenced,
    fence,
    counts: computed(() => tally(ofEveryLayer.value)),
    renew: (newer, left) =>
      batch(() => {
        document.value = newer;
        selection.value = left;
      }),
  };
}

/** The drawings that show only what is inside of them; the same array for as long as they are the same. */
function fencesOf(drawings: ReadonlySignal<readonly Drawing[]>): ReadonlySignal<readonly Drawing[]> {
  let last: readonly Drawing[] = [];
  return computed(() => {
    const fences = drawings.value.filter(({ only }) => only);
    if (fences.length !== last.length || fences.some((one, index) => one !== last[index])) last = fences;
    return last;
  });
}

/** Ids of the layers that a view asks for: those that exist, or the dataset's default. */
export function shownLayers(document: Document, wanted: readonly string[] | null): ReadonlySet<string> {
  const shown = document.layers.filter((layer) => (wanted ? wanted.includes(layer.id) : layer.shown));
  return new Set(shown.map((layer) => layer.id));
}

/** Layers as a view writes them: null where they are the dataset's default. */
export function wantedLayers(document: Document, shown: ReadonlySet<string>): readonly string[] | null {
  const isDefault = document.layers.every((layer) => shown.has(layer.id) === layer.shown);
  return isDefault ? null : [...shown].sort();
}

/** A list that stays the same object for as long as it holds the same: nothing is drawn again for it. */
function steady<T>(make: () => readonly T[]): ReadonlySignal<readonly T[]> {
  let before: readonly T[] = [];
  return computed(() => {
    const now = make();
    const isSame = now.length === before.length && now.every((one, index) => one === before[index]);
    return (before = isSame ? before : now);
  });
}

function tally(drawn: readonly Drawn[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { feature } of drawn) counts.set(feature.layer, (counts.get(feature.layer) ?? 0) + 1);
  return counts;
}
