/** Layers of the reader's own: read by the server, kept in this window, drawn on the map, listed among the layers. */

import '../first';
import { render, type FunctionComponent } from 'preact';
import type { App } from '../app';
import type { MapView } from '../map/view';
import { AppContext } from '../panels/context';
import { stylesheet } from '../stylesheet';
import { Card } from './card';
import { OverlayContext } from './context';
import { OverlayDialog } from './dialog';
import { cornersOf, drawOverlays } from './layer';
import { OverlayList } from './list';
import { createReading } from './reading';
import { createStore, type Laid } from './store';
import { shownOf } from './window';

export interface Overlays {
  /** The overlays in the layer list. */
  readonly List: FunctionComponent;
  /** Have a file read and shown before it is added; without one, ask for one. */
  add(file?: File): void;
  /** Whether the click that is being told is on a point or a line of an overlay. */
  takes(): boolean;
  /** Close what is open; false where nothing is. */
  close(): boolean;
  /** What is on the map, for whoever watches over it. */
  state(): readonly { readonly id: string; readonly file: string; readonly shown: number; readonly isShown: boolean; readonly open: number | null }[];
}

export async function createOverlays(app: App): Promise<Overlays> {
  const map = app.map.peek() as MapView;
  const store = createStore(app);
  const reading = createReading(app.host, () => store.laid.peek().map(({ style }) => style));
  const around = (laid: Laid) => map.flyAround(cornersOf(laid));
  await stylesheet('overlays.css');
  const takes = drawOverlays(app, map, store);
  const parts = { store, reading, around };
  const root = document.createElement('div');
  root.className = 'ly-root ly-overlays';
  document.getElementById('libyamap')?.append(root);
  render(
    <AppContext.Provider value={app}>
      <OverlayContext.Provider value={parts}>
        <Card />
        <OverlayDialog />
      </OverlayContext.Provider>
    </AppContext.Provider>,
    root,
  );
  return {
    List: () => (
      <OverlayContext.Provider value={parts}>
        <OverlayList />
      </OverlayContext.Provider>
    ),
    add: (file) => {
      if (file) reading.take(file);
      else reading.leave();
      app.chrome.dialog.value = 'own';
    },
    takes,
    close: () => {
      if (!store.open.peek()) return false;
      store.open.value = null;
      return true;
    },
    state: () =>
      store.laid.peek().map(({ id, overlay, isShown }) => {
        const open = store.open.peek();
        return { id, file: overlay.file, isShown, shown: shownOf(store.standings.peek().get(id) ?? new Uint8Array()), open: open?.id === id ? open.row : null };
      }),
  };
}
