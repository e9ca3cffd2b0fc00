/** The side beside the view: what its filters leave, and what its layers and interval leave of that. */

import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import type { App } from '../app';
import type { Selection } from '../document';
import { FIRST_DAY, LAST_DAY } from '../interval';
import { isPlaced } from '../lookup';
import { writeFilters } from '../permalink';
import { at, candidates, type Drawn } from '../selection';
import { shownLayers } from '../state';
import { differences, type Differences } from './differences';

export interface Other {
  /** What its filters leave; null until it is known. */
  readonly left: ReadonlySignal<Selection | null>;
  readonly drawn: ReadonlySignal<readonly Drawn[]>;
  /** Of these, what has a place on the map and is not wholly seen through. */
  readonly onMap: ReadonlySignal<readonly Drawn[]>;
  /** How it differs from the view; null until what its filters leave is known. */
  readonly differences: ReadonlySignal<Differences | null>;
  end(): void;
}

export function createOther(app: App): Other {
  const { fenced, stack, view } = app;
  const { left, end } = selectionBeside(app);
  const versus = computed(() => view.value.versus);
  const all = computed(() => left.value && candidates(app.lookup.features, left.value));
  const drawn = computed((): readonly Drawn[] => {
    if (!all.value || !versus.value) return [];
    const { layers, first, last, certain } = versus.value;
    return fenced(at(all.value, { layers: shownLayers(app.document, layers), first: first ?? FIRST_DAY, last: last ?? LAST_DAY, certainOnly: certain }));
  });
  return {
    left,
    drawn,
    onMap: computed(() => drawn.value.filter(({ feature }) => isPlaced(feature) && stack.value.opacity(feature.layer) > 0)),
    differences: computed(() => {
      if (!left.value || !versus.value) return null;
      return versus.value.standsFirst ? differences(drawn.value, app.drawn.value) : differences(app.drawn.value, drawn.value);
    }),
    end,
  };
}

/** What the other side's filters leave: the view's own where they are the same, else asked for; the newest counts. */
function selectionBeside(app: App): Pick<Other, 'left' | 'end'> {
  const { chrome, host, selection, view } = app;
  const left = signal<Selection | null>(null);
  const query = computed(() => view.value.versus && writeFilters(view.value.versus.filters));
  // What the view showed last is the other side's when the two change places.
  let before = selection.peek();
  let latest = selection.peek();
  const remember = effect(() => {
    if (selection.value === latest) return;
    [before, latest] = [latest, selection.value];
  });
  const ask = async (wanted: string) => {
    try {
      const answer = await host.selection(wanted);
      if (query.peek() !== wanted) return;
      // A host that cannot filter answers with what it has.
      if (answer.query === wanted && answer.digest === app.document.digest) left.value = answer;
      else chrome.warn('web.error.selection');
    } catch {
      if (query.peek() === wanted) chrome.warn('web.error.selection');
    }
  };
  const follow = effect(() => {
    const [wanted, { digest }] = [query.value, app.document];
    if (wanted === null) return;
    const known = [selection.peek(), before, latest, left.peek()].find((one) => one?.query === wanted && one.digest === digest);
    if (known) left.value = known;
    else void ask(wanted);
  });
  return {
    left,
    end: () => {
      remember();
      follow();
    },
  };
}
