/** What a reader can do to the view. Every change passes here, and so into the address. */

import { batch } from '@preact/signals';
import type { Address } from './address';
import type { Chrome } from './chrome';
import { toClipboard } from './clipboard';
import type { Lang, LonLat, Selection, Theme } from './document';
import type { Drawing } from './drawing/model';
import type { Filtering } from './filtering';
import type { Host } from './host';
import type { MessageKey } from './i18n';
import { placesOf } from './lookup';
import type { MapView, Viewport } from './map/view';
import { shownLayers, wantedLayers, type State } from './state';
import { kept, withoutFilter, writeFilters } from './permalink';
import { moved, namedOrder, withOpacity } from './stack';
import { NO_FILTERS, sideOf, type Filters, type Versus, type View } from './view';

export interface Actions {
  setLang(lang: Lang): void;
  setTheme(theme: Theme): void;
  toggleLayers(ids: readonly string[]): void;
  onlyLayer(id: string): void;
  /** Draw a layer at another place of the order, 0 on top. */
  moveLayer(id: string, place: number): void;
  /** Let a layer be seen through, in percent. */
  setOpacity(id: string, percent: number): void;
  /** Give the layers the dataset's own order back, and make all of them opaque. */
  resetStack(): void;
  /** Take over what was drawn; changes of one step in a row are undone together. */
  draw(drawings: readonly Drawing[], step?: string): void;
  setInterval(first: number | null, last: number | null): void;
  setCertain(certain: boolean): void;
  /** Put another side beside the view, or take it away. */
  compareWith(versus: Versus | null): void;
  /** Make the side beside the view the one that panels lead; `left` is what its filters leave, where that is known. */
  swapSides(left: Selection | null): void;
  /** Keep only what an actor or a group of actors takes part in. */
  onlyActor(id: string): void;
  /** Change some of the filters. */
  filter(changes: Partial<Filters>): void;
  /** Take away one filter, named by its permalink parameter. */
  clearFilter(parameter: string): void;
  /** Show the dataset's own layers. */
  clearLayers(): void;
  /** Take away filters, as far as they can be changed, and interval; show the dataset's own layers, all to be seen. */
  showEverything(): void;
  /** Open a feature, place, actor or claim; `fly` takes the map there, `stay` leaves table or relations in sight. */
  open(id: string, options?: { readonly fly?: boolean; readonly stay?: boolean }): void;
  /** Take the map to an object that is open or listed. */
  fly(id: string): void;
  flyTo(position: LonLat): void;
  /** The map was moved by hand, or has arrived. */
  moved(viewport: Viewport): void;
  back(): void;
  close(): void;
  /** Take over a view that the address led to. */
  restore(view: View): void;
  /** Show another view, its place and its filters too; Back undoes it. */
  look(view: View): void;
  copy(text: string, said: MessageKey): Promise<void>;
  /** Address of the present view, with another object open if given. */
  link(id?: string): string;
  /** The same for citations and reports. */
  reference(id?: string): string;
}

/** What is near enough to read a position on the map by. */
const CLOSE_ZOOM = 10;

/** What the actions work on. */
interface Parts {
  readonly state: State;
  readonly chrome: Chrome;
  readonly host: Pick<Host, 'filters'>;
  readonly address: Address;
  readonly filtering: Filtering;
  readonly map: () => MapView | null;
}

export function createActions({ state, chrome, host, address, filtering, map }: Parts): Actions {
  const { view } = state;
  const change = (changes: Partial<View>, how: 'push' | 'replace' = 'push', step?: string) => {
    view.value = { ...view.value, ...changes };
    address.write(view.value, how, step);
  };
  const show = (shown: ReadonlySet<string>) => change({ layers: wantedLayers(state.document, shown) });

  const wantFilters = (filters: View['filters'], changes: Partial<View> = {}) => {
    const next = { ...view.value, ...changes, filters };
    address.write(next, 'push');
    batch(() => {
      view.value = next;
      void filtering.want(filters);
    });
  };

  const fly = (id: string) => {
    const { lookup } = state;
    const sort = lookup.sort(id);
    if (sort === 'feature') map()?.flyToFeature(id);
    if (sort === 'place') map()?.flyToPlace(id);
    const [near] = sort === 'actor' ? (lookup.featuresOf.get(id) ?? []) : (lookup.featuresOn.get(id) ?? []);
    const place = near && placesOf(near)[0];
    if (sort === 'claim' && place) map()?.flyToPlace(place);
  };

  const opening = (id: string | undefined) => (id ? { ...view.peek(), selected: id } : view.peek());
  const restore = (restored: View) => {
    const { value: current } = view;
    batch(() => {
      chrome.trail.value = chrome.trail.value.filter((id) => id !== restored.selected);
      state.moving.stop();
      if (restored.selected && restored.selected !== current.selected) chrome.endOpen.value = true;
      view.value = restored;
      if (writeFilters(restored.filters) !== writeFilters(current.filters)) void filtering.want(restored.filters);
    });
    if (restored.lang !== current.lang) filtering.tell('lang');
    if (restored.theme !== current.theme) filtering.tell('theme');
    const { center, zoom } = restored;
    const moved = center?.lat !== current.center?.lat || center?.lon !== current.center?.lon || zoom !== current.zoom;
    if (moved && center && zoom !== null) map()?.fly({ ...center, zoom });
    else if (moved) map()?.home();
  };

  return {
    setLang: (lang) => {
      change({ lang });
      filtering.tell('lang');
    },
    setTheme: (theme) => {
      change({ theme }, 'replace');
      filtering.tell('theme');
    },
    toggleLayers: (ids) => {
      const shown = new Set(state.layers.value);
      const hide = ids.every((id) => shown.has(id));
      for (const id of ids) shown[hide ? 'delete' : 'add'](id);
      show(shown);
    },
    onlyLayer: (id) => {
      const { value: shown } = state.layers;
      show(shown.size === 1 && shown.has(id) ? shownLayers(state.document, null) : new Set([id]));
    },
    moveLayer: (id, place) => {
      const order = moved(state.stack.value.order, id, place);
      change({ order: namedOrder(state.document.order, order) }, 'push', `order:${id}`);
    },
    setOpacity: (id, percent) => change({ opacity: withOpacity(view.value.opacity, id, percent) }, 'push', `opacity:${id}`),
    resetStack: () => change({ order: [], opacity: [] }),
    draw: (drawings, step) => change({ drawings }, 'push', step && `draw:${step}`),
    setInterval: (first, last) =>
      batch(() => {
        state.moving.stop();
        change({ first, last });
      }),
    setCertain: (certain) => change({ certain }),
    compareWith: (versus) => change({ versus }),
    swapSides: (left) => {
      const { value: current } = view;
      if (!current.versus) return;
      const next: View = { ...current, ...sideOf(current.versus), versus: { ...sideOf(current), standsFirst: !current.versus.standsFirst } };
      address.write(next, 'push');
      batch(() => {
        state.moving.stop();
        if (left?.digest === state.document.digest && left.query === writeFilters(next.filters)) state.selection.value = left;
        view.value = next;
        if (writeFilters(next.filters) !== writeFilters(current.filters)) void filtering.want(next.filters);
      });
    },
    filter: (changes) => wantFilters({ ...view.value.filters, ...changes }),
    onlyActor: (id) => wantFilters({ ...view.value.filters, actors: [id] }),
    clearFilter: (parameter) => wantFilters(withoutFilter(view.value.filters, parameter)),
    clearLayers: () => change({ layers: null }),
    showEverything: () => {
      state.moving.stop();
      const seen = view.value.opacity.filter(([, percent]) => percent > 0);
      const changes = { layers: null, first: null, last: null, certain: false, opacity: seen, drawings: view.value.drawings.map((one) => (one.only ? { ...one, only: false } : one)) };
      if (!host.filters || writeFilters(view.value.filters) === '') change(changes);
      else wantFilters(NO_FILTERS, changes);
    },
    open: (id, { fly: goes = false, stay = false } = {}) => {
      const { value: current } = view;
      batch(() => {
        if (!stay) chrome.workbench.bench.value = 'evidence';
        if (current.selected && current.selected !== id) chrome.trail.value = [current.selected, ...chrome.trail.value];
        chrome.endOpen.value = true;
        if (current.selected !== id) change({ selected: id });
      });
      if (goes) fly(id);
    },
    fly,
    flyTo: ([lon, lat]) => map()?.fly({ lat, lon, zoom: Math.max(map()?.viewport().zoom ?? 0, CLOSE_ZOOM) }),
    moved: (viewport) => change(kept(viewport), 'replace'),
    back: () => {
      const [id, ...rest] = chrome.trail.value;
      batch(() => {
        chrome.trail.value = rest;
        change({ selected: id ?? null });
      });
    },
    close: () => {
      batch(() => {
        chrome.trail.value = [];
        if (view.value.selected) change({ selected: null });
      });
    },
    restore,
    look: (wanted) => {
      address.write(wanted, 'push');
      restore(wanted);
    },
    copy: async (text, said) => {
      if (await toClipboard(text)) chrome.say(said);
      else chrome.warn('web.error.clipboard');
    },
    link: (id) => address.of(opening(id)),
    reference: (id) => address.named(opening(id)),
  };
}
