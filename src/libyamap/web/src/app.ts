/** The application: state, what surrounds the map, what a reader can do, and the map once it is mounted. */

import { signal, type Signal } from '@preact/signals';
import { createActions, type Actions } from './actions';
import { keepAddress } from './address';
import { createOffered, type Offered } from './choices';
import { createChrome, SHEET_WIDTH, type Chrome } from './chrome';
import type { Document, Selection } from './document';
import { createFiltering, type Filtering } from './filtering';
import { createDesk, type Desk } from './drawing/desk';
import type { Host } from './host';
import type { MapView } from './map/view';
import { createState, type State } from './state';
import type { View } from './view';

export interface App extends State {
  readonly host: Host;
  readonly chrome: Chrome;
  readonly actions: Actions;
  readonly filtering: Filtering;
  readonly desk: Desk;
  readonly offered: Offered;
  readonly map: Signal<MapView | null>;
}

/** Put the application together; nothing is drawn yet. */
export function createApp(host: Host, document: Document, selection: Selection, start: View): App {
  const state = createState(document, selection, start);
  const chrome = createChrome(document.problems, innerWidth >= SHEET_WIDTH);
  const map = signal<MapView | null>(null);
  const address = keepAddress((view) => actions.restore(view));
  const filtering = createFiltering(state, chrome, host, address);
  const actions = createActions({ state, chrome, address, filtering, map: () => map.peek() });
  const desk = createDesk(state, chrome, actions.draw);
  if (state.lookup.sort(start.selected ?? '') !== null) chrome.endOpen.value = true;
  address.write(state.view.value, 'replace');
  return Object.assign(state, { host, chrome, actions, filtering, desk, offered: createOffered(state, host), map });
}
