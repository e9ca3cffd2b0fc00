/**
 * Comparing two sides of the dataset: the view, which all panels lead, and another beside it that rests until it is made
 * the active one. Here stands what the first screen needs of it; the second map and its panels are a file of their own,
 * fetched when somebody compares.
 */

import { batch, computed, effect, signal, untracked, type ReadonlySignal } from '@preact/signals';
import type { App } from '../app';
import type { Actions } from '../actions';
import { SHEET_WIDTH, type Chrome } from '../chrome';
import type { Mounted } from '../map/mount';
import type { Insets, MapView } from '../map/view';
import type { State } from '../state';
import { sideOf } from '../view';
import type { arrange, begin, ContrastScreen } from './screen';

export interface ContrastParts {
  readonly begin: typeof begin;
  readonly arrange: typeof arrange;
}

export interface Contrast {
  /** Whether two sides are compared. */
  readonly on: ReadonlySignal<boolean>;
  /** The side beside the view; null while there is none, or until it is here. */
  readonly screen: ReadonlySignal<ContrastScreen | null>;
  toggle(): void;
  /** Make the other side the active one. */
  swap(): void;
  /** Tell the maps what panels cover of the window. */
  cover(covered: Insets): void;
  /** Show the other side whenever the view has one. */
  follow(app: App, map: Mounted, parts: ContrastParts | null, covered: Insets): void;
}

/** Width of the window in CSS pixels from which the panel at the start side stays open beside two maps. */
const BOTH_AND_PANELS = 1600;

export function fetchContrast(): Promise<ContrastParts> {
  return import('./screen');
}

interface Parts {
  readonly state: State;
  readonly chrome: Chrome;
  readonly actions: Actions;
  readonly map: () => MapView | null;
}

export function createContrast({ state, chrome, actions, map }: Parts): Contrast {
  const on = computed(() => state.view.value.versus !== null);
  const screen = signal<ContrastScreen | null>(null);
  let known: Insets | null = null;
  return {
    on,
    screen,
    toggle: () =>
      batch(() => {
        if (on.peek()) return actions.compareWith(null);
        actions.compareWith({ ...sideOf(state.view.peek()), standsFirst: false });
        makeRoom(chrome);
      }),
    swap: () => {
      if (on.peek()) actions.swapSides(screen.peek()?.other.left.peek() ?? null);
    },
    cover: (covered) => {
      known = covered;
      const shown = screen.peek();
      if (shown) shown.place(covered);
      else map()?.insets(covered);
    },
    follow: (app, mounted, parts, covered) => {
      known ??= covered;
      let wanted = false;
      const start = (fetched: ContrastParts, arriving: boolean) => {
        if (wanted && !screen.peek()) screen.value = untracked(() => fetched.begin(app, mounted, known ?? covered, arriving));
      };
      effect(() => {
        wanted = on.value;
        if (!wanted) {
          untracked(() => screen.peek()?.end());
          screen.value = null;
          if (chrome.workbench.bench.peek() === 'differences') chrome.workbench.bench.value = 'evidence';
        } else if (parts) start(parts, true);
        else {
          fetchContrast().then(
            (fetched) => start(fetched, false),
            () => {
              chrome.warn('web.later.failed');
              actions.compareWith(null);
            },
          );
        }
        parts = null;
      });
    },
  };
}

/** Two maps want room: the panel at the start side closes where there is little, and differences are listed at the end side. */
export function makeRoom({ endOpen, startOpen, workbench }: Chrome): void {
  workbench.bench.value = 'differences';
  if (innerWidth >= SHEET_WIDTH) endOpen.value = true;
  if (innerWidth < BOTH_AND_PANELS) startOpen.value = false;
}
