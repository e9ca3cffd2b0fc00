/** Starts the embedded map: a view to be looked at, with its legend, its origin and a way to the whole map. */

import { effect } from '@preact/signals';
import { render, type VNode } from 'preact';
import type * as Leaflet from 'leaflet';
import { createDrawingLayer } from '../drawing/layer';
import { narrowed } from '../drawing/inside';
import { hostOf } from '../host';
import { readyGround } from '../map/ground-layer';
import type { Ground } from '../map/ground';
import { mountMap } from '../map/mount';
import { LookContext } from '../panels/context';
import { painted } from '../picture';
import { readQuery, writeFilters, writeQuery } from '../permalink';
import { framed } from '../present/framing';
import { Legend } from '../present/legend';
import { MarkingBar } from '../present/marking';
import { markingOf, type Marking } from '../marking';
import { wordsOf } from '../present/words';
import { createState, type State } from '../state';
import { paint, PALETTES } from '../theme';
import type { View } from '../view';

declare global {
  interface Window {
    libyamapEmbed?: { drawn(): readonly string[]; point(id: string): { readonly x: number; readonly y: number } | null };
  }
}

/** Pixels at the edge that nothing is written on. */
const EDGE = { top: 4, right: 4, bottom: 4, left: 4 };

async function start(): Promise<void> {
  const root = document.getElementById('libyamap');
  const leaflet = (window as { readonly map_libyamap?: Leaflet.Map }).map_libyamap;
  if (!root || !leaflet) return;
  const page = document.documentElement;
  const host = hostOf(page);
  const view = viewOf(page);
  paint(page, view.theme);
  const [dataset, selection] = await Promise.all([host.document(), host.selection(writeFilters(view.filters))]);
  const state = createState(dataset, selection, view, narrowed);
  const marking = markingOf(page);
  page.toggleAttribute('data-marked', marking !== null);
  const frame = root.appendChild(document.createElement('div'));
  frame.className = 'ly-root';
  render(
    <LookContext.Provider value={state}>
      <Frame state={state} marking={marking} />
    </LookContext.Provider>,
    frame,
  );
  leaflet.invalidateSize({ pan: false });
  const room = () => {
    const { x, y } = leaflet.getSize();
    return framed(view, dataset, [], { width: x, height: y, top: 0 });
  };
  const nothing = () => undefined;
  const map = mountMap({
    map: leaflet,
    document: dataset,
    events: { select: nothing, hover: nothing, move: nothing, pointer: nothing },
    lang: view.lang,
    theme: view.theme,
    stack: state.stack.peek(),
    viewport: room(),
    insets: EDGE,
  });
  effect(() => map.show(state.onMap.value));
  map.select(view.selected);
  if (view.drawings.length > 0) {
    map.adorn(createDrawingLayer).show({ drawings: view.drawings, draft: null, chosen: null, lang: view.lang, palette: PALETTES[view.theme] });
  }
  window.libyamapEmbed = { drawn: () => state.onMap.peek().map(({ feature }) => feature.id), point: map.point };
  await painted();
  map.loadGround(readyGround((await host.basemap()) as Ground));
}

/** The view of the address, in the language and the theme that the server has put the page in. */
function viewOf(page: HTMLElement): View {
  const { view } = readQuery(location.search);
  return { ...view, lang: page.lang === 'ar' ? 'ar' : 'en', theme: page.dataset.theme === 'dark' ? 'dark' : 'light', versus: null };
}

function Frame({ state, marking }: { readonly state: State; readonly marking: Marking | null }): VNode {
  const speech = state.speech.value;
  const words = wordsOf(speech);
  const { attribution, title } = state.document;
  return (
    <main class="ly-frame">
      <MarkingBar marking={marking} lang={speech.lang} edge="top" />
      <h1 class="ly-unseen">{speech.of(title)}</h1>
      <details class="ly-fold">
        <summary>{words('present.legend')}</summary>
        <Legend state={state} speech={speech} label={words('present.legend')} />
      </details>
      <p class="ly-credit">
        <span>
          <bdi>{speech.of(attribution)}</bdi> · {speech.t('web.disclaimer.borders')}
        </span>
        <a href={`./?${writeQuery(state.view.value)}`} target="_blank" rel="noopener">
          {words('present.whole-map')}
        </a>
      </p>
      <MarkingBar marking={marking} lang={speech.lang} edge="bottom" />
    </main>
  );
}

void start().catch((problem: unknown) => {
  const note = document.createElement('p');
  note.className = 'ly-failed';
  note.textContent = document.documentElement.lang === 'ar' ? 'تعذّر تحميل الخريطة.' : 'The map could not be loaded.';
  document.getElementById('libyamap')?.append(note);
  console.error(problem);
});
