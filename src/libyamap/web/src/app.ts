/** The application: state, what surrounds the map, what a reader can do, the timeline, and the map once it is mounted. */

import { signal, type Signal } from '@preact/signals';
import { createActions, type Actions } from './actions';
import { keepAddress } from './address';
import { createOffered, type Offered } from './choices';
import { createBriefing, type Briefing } from './briefing';
import { createChrome, SHEET_WIDTH, type Chrome } from './chrome';
import { createComparing, type Comparing } from './comparing';
import { createContrast, type Contrast } from './contrast/contrast';
import type { Document, Selection } from './document';
import { createExporting, type Exporting } from './exporting';
import { createFiltering, type Filtering } from './filtering';
import type { Host } from './host';
import { createLater, type Later } from './later';
import type { ReadyGround } from './map/ground-layer';
import type { MapView } from './map/view';
import { createOwn, type Own } from './own';
import { createState, type Fence, type State } from './state';
import { createTimeline, type Timeline } from './timeline/timeline';
import type { View } from './view';

export interface App extends State {
  readonly host: Host;
  readonly chrome: Chrome;
  readonly actions: Actions;
  readonly filtering: Filtering;
  readonly timeline: Timeline;
  readonly comparing: Comparing;
  readonly later: Later;
  readonly offered: Offered;
  readonly own: Own;
  readonly exporting: Exporting;
  readonly briefing: Briefing;
  readonly contrast: Contrast;
  /** The ground, ready to be painted; null until it is here. */
  readonly ground: Signal<ReadyGround | null>;
  readonly map: Signal<MapView | null>;
}

/** Put the application together; nothing is drawn yet. `fence` applies drawings where some are there from the start. */
export function createApp(host: Host, document: Document, selection: Selection, start: View, fence: Fence | null): App {
  const state = createState(document, selection, start, fence);
  const chrome = createChrome(document.problems, innerWidth >= SHEET_WIDTH);
  const map = signal<MapView | null>(null);
  const address = keepAddress(host, (view) => actions.restore(view));
  const comparing = createComparing({ state, chrome, comparer: host.comparer ?? null, close: () => actions.close() });
  const filtering = createFiltering({ state, chrome, host, address, renewed: comparing.renewed });
  const actions = createActions({ state, chrome, host, address, filtering, map: () => map.peek() });
  if (state.lookup.sort(start.selected ?? '') !== null) chrome.endOpen.value = true;
  address.write(state.view.value, 'replace');
  const timeline = createTimeline(state, actions, innerWidth >= SHEET_WIDTH);
  const later = createLater((parts) => parts.equip(app, map.peek() as MapView));
  const contrast = createContrast({ state, chrome, actions, map: () => map.peek() });
  const ground = signal<ReadyGround | null>(null);
  const app: App = Object.assign(state, { host, chrome, actions, filtering, timeline, comparing, later, offered: createOffered(state, host), own: createOwn(() => app), exporting: createExporting(() => app), briefing: createBriefing(() => app), contrast, ground, map });
  return app;
}
