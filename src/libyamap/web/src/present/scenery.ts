/** The map of a show: it draws each scene's features, and flies from one to the next. */

import { effect } from '@preact/signals';
import type * as Leaflet from 'leaflet';
import { createDrawingLayer } from '../drawing/layer';
import { projected } from '../map/projection';
import { mountMap, type Mounted } from '../map/mount';
import type { Viewport } from '../map/view';
import { painted } from '../picture';
import { PALETTES } from '../theme';
import { framed } from './framing';
import type { Show } from './show';

/** Pixels at the edge that nothing is written on, and more at the top where the date of time that is played stands. */
const EDGE = 6;
const DATE = 56;
/** Milliseconds after which a scene counts as reached, wherever somebody has moved the map meanwhile. */
const LATEST = 3000;
/** Pixels, and levels of zoom, by which a map at rest may miss its aim. */
const NEAR = 3;
const SAME_ZOOM = 0.02;

export interface Scenery extends Mounted {
  /** Go to the present scene again, at once: the room has changed. */
  settle(): void;
}

export function mountScenery(leaflet: Leaflet.Map, show: Show): Scenery {
  const { presentation, state } = show;
  const aim = () => {
    const { x, y } = leaflet.getSize();
    const { highlighted } = show.scene.peek();
    return framed(state.view.peek(), presentation.document, highlighted, { width: x, height: y, top: insets().top });
  };
  const insets = () => ({ top: show.scene.value.plays ? DATE : EDGE, right: EDGE, bottom: EDGE, left: EDGE });
  const { lang, theme } = state.view.peek();
  const map = mountMap({
    map: leaflet,
    document: presentation.document,
    events: { select: () => undefined, hover: () => undefined, move: () => arrived(), pointer: () => undefined },
    lang,
    theme,
    stack: state.stack.peek(),
    viewport: aim(),
    insets: insets(),
  });
  let target = aim();
  let latest: ReturnType<typeof setTimeout> | undefined;

  const reached = (index: number) =>
    void painted().then(() => {
      if (index === show.index.peek()) show.rests.value = true;
    });
  const arrived = () => {
    if (!show.rests.peek() && isNear(map.viewport(), target)) reached(show.index.peek());
  };
  const go = (flying: boolean) => {
    const index = show.index.peek();
    clearTimeout(latest);
    target = aim();
    // A flight to where one is would take as long as any.
    map.fly(target, flying && !isNear(map.viewport(), target));
    latest = setTimeout(() => reached(index), LATEST);
  };

  effect(() => map.show(state.onMap.value));
  effect(() => map.arrange(state.stack.value));
  effect(() => map.select(state.selected.value));
  effect(() => map.highlight(show.scene.value.highlighted));
  effect(() => map.insets(insets()));
  effect(() => map.language(state.speech.value.lang));
  effect(() => map.theme(state.theme.value));
  drawOn(map, show);
  effect(() => {
    const { transition } = show.scene.value;
    go(transition === 'fly' && show.flies.peek());
  });
  return { ...map, settle: () => go(false) };
}

/** Drawings of the scenes, if any of them has some. */
function drawOn(map: Mounted, { presentation, state }: Show): void {
  if (!presentation.scenes.some(({ query }) => new URLSearchParams(query).has('d'))) return;
  const layer = map.adorn(createDrawingLayer);
  effect(() =>
    layer.show({ drawings: state.view.value.drawings, draft: null, chosen: null, lang: state.speech.value.lang, palette: PALETTES[state.theme.value] }),
  );
}

function isNear(one: Viewport, other: Viewport): boolean {
  const [a, b] = [projected([one.lon, one.lat]), projected([other.lon, other.lat])];
  return Math.abs(one.zoom - other.zoom) < SAME_ZOOM && Math.hypot(a.x - b.x, a.y - b.y) * 2 ** one.zoom < NEAR;
}
