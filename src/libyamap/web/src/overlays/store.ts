/** The overlays of this window: in its memory alone, and gone with it. */

import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { App } from '../app';
import { FIRST_DAY, LAST_DAY } from '../interval';
import type { Overlay } from './overlay';
import type { Style } from './style';
import { standing } from './window';

/** An overlay on the map. */
export interface Laid {
  readonly id: string;
  readonly overlay: Overlay;
  readonly style: Style;
  readonly isShown: boolean;
}

/** A row of an overlay. */
export interface Spot {
  readonly id: string;
  readonly row: number;
}

export interface Store {
  /** The one on top first. */
  readonly laid: ReadonlySignal<readonly Laid[]>;
  /** Of each overlay's rows, how they are shown. */
  readonly standings: ReadonlySignal<ReadonlyMap<string, Uint8Array>>;
  /** What is open. */
  readonly open: Signal<Spot | null>;
  add(overlay: Overlay, style: Style): Laid;
  restyle(id: string, style: Partial<Style>): void;
  show(id: string, isShown: boolean): void;
  remove(id: string): void;
}

export function createStore(app: App): Store {
  const laid = signal<readonly Laid[]>([]);
  const open = signal<Spot | null>(null);
  let count = 0;
  const interval = computed(() => app.moving.drawn.value ?? app.interval.value);
  const first = computed(() => interval.value.first ?? FIRST_DAY);
  const last = computed(() => interval.value.last ?? LAST_DAY);
  const certainOnly = computed(() => app.view.value.certain);
  const overlays = computed(() => laid.value.map(({ id, overlay }) => ({ id, overlay })));
  const change = (id: string, changes: Partial<Laid>) => {
    laid.value = laid.value.map((one) => (one.id === id ? { ...one, ...changes } : one));
  };
  return {
    laid,
    open,
    standings: computed(() => {
      const window = { first: first.value, last: last.value, certainOnly: certainOnly.value };
      return new Map(overlays.value.map(({ id, overlay }) => [id, standing(overlay, window)]));
    }),
    add: (overlay, style) => {
      count += 1;
      const one = { id: `own-${count}`, overlay, style, isShown: true };
      laid.value = [one, ...laid.value];
      return one;
    },
    restyle: (id, style) => {
      const one = laid.value.find((other) => other.id === id);
      if (one) change(id, { style: { ...one.style, ...style } });
    },
    show: (id, isShown) => {
      change(id, { isShown });
      if (!isShown && open.value?.id === id) open.value = null;
    },
    remove: (id) => {
      laid.value = laid.value.filter((one) => one.id !== id);
      if (open.value?.id === id) open.value = null;
    },
  };
}
