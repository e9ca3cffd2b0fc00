/** What the application is equipped with once the first screen stands: drawing, search, and the panels that come later. */

import './first';
import { computed, effect } from '@preact/signals';
import type { App } from './app';
import { createDesk, type Desk } from './drawing/desk';
import { createHand, type Hand } from './drawing/hand';
import { createDrawingLayer, type DrawingLayer } from './drawing/layer';
import { narrowed } from './drawing/inside';
import type { MapView } from './map/view';
import { ActorTimeline } from './panels/actor-timeline';
import { Charts } from './panels/charts/charts';
import { DraftBar } from './panels/draft';
import { Drawings } from './panels/drawings';
import { Length } from './panels/length';
import { Relations } from './panels/relations/relations';
import { RingsButton } from './panels/rings-button';
import { Table } from './panels/table/table';
import { createSearch } from './search';
import { PALETTES } from './theme';

export { narrowed };

const PANELS = { ActorTimeline, Charts, DraftBar, Drawings, Length, Relations, RingsButton, Table };

export interface Equipment {
  readonly desk: Desk;
  readonly hand: Hand;
  readonly drawings: DrawingLayer;
  /** Show what is drawn on another map too; what is returned ends it. */
  adorn(map: MapView): () => void;
  readonly panels: typeof PANELS;
  readonly createSearch: typeof createSearch;
}

/** Make an application draw, on its map. */
export function equip(app: App, map: MapView): Equipment {
  const desk = createDesk(app, app.chrome, app.actions.draw);
  const drawings = map.adorn(createDrawingLayer);
  const hand = createHand(map.leaflet, drawings, desk);
  app.fence.value = narrowed;
  keepDrawn(app, desk, drawings);
  const adorn = (other: MapView) => keepDrawn(app, desk, other.adorn(createDrawingLayer));
  return { desk, hand, drawings, adorn, panels: PANELS, createSearch };
}

/** Tell the layer of drawings what changes. */
function keepDrawn({ speech, theme, view }: App, { chosen, pending }: Desk, layer: DrawingLayer): () => void {
  const drawings = computed(() => view.value.drawings);
  return effect(() =>
    layer.show({
      drawings: drawings.value,
      draft: pending.value,
      chosen: chosen.value,
      lang: speech.value.lang,
      palette: PALETTES[theme.value],
    }),
  );
}
