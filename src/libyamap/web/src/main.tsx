/** Starts the map application on its page: the map first, its panels next, the ground as soon as it is here. */

import { effect } from '@preact/signals';
import { render } from 'preact';
import type * as Leaflet from 'leaflet';
import { createApp, type App } from './app';
import { hasDraft } from './briefing';
import { SHEET_WIDTH } from './chrome';
import { fetchContrast, makeRoom } from './contrast/contrast';
import { hostOf, type Host, type ScreenState, type Socket } from './host';
import { viewOfPage } from './address';
import { direction, type Speech } from './i18n';
import { readKeys } from './keys';
import { BAND, isMarked, mark, markingOf } from './marking';
import { fetchParts, whenIdle } from './later';
import type { Ground } from './map/ground';
import { readyGround } from './map/ground-layer';
import { mountMap, type Mounted } from './map/mount';
import type { Insets } from './map/view';
import { takeDrops } from './own';
import { writeFilters } from './permalink';
import { AppContext } from './panels/context';
import { Panels } from './panels/root';
import { painted } from './picture';
import { keepTabOrder } from './tab-order';
import { dismissConnectionError, tellTheme, watchConnection } from './streamlit';
import { translateStreamlit } from './streamlit-words';
import { paint, PALETTES } from './theme';
import { DEFAULT_VIEW, type View } from './view';
import { staysInSight } from './workbench';

declare global {
  interface Window {
    /** Folium's map. */
    readonly map_libyamap?: Leaflet.Map;
  }
}

/** Milliseconds after which the ground no longer waits for Streamlit. */
const PATIENCE = 1000;
/** Milliseconds after which what comes later no longer waits for it, and those left to its panels once it answers. */
const LATEST = 8000;
const REST = 1000;

async function start(): Promise<void> {
  const root = document.getElementById('libyamap');
  const leaflet = window.map_libyamap;
  if (!root || !leaflet) return;
  const host = hostOf(document.documentElement);
  const view = onArrival(host);
  const isDrawnOn = view.drawings.length > 0;
  const marking = host.imprint ? host.imprint.band : markingOf(document.documentElement);
  mark(root, marking, view.lang);
  const [dataset, selection, parts, contrast] = await Promise.all([
    host.document(),
    host.selection(writeFilters(view.filters)),
    isDrawnOn ? fetchParts().catch(() => null) : null,
    view.versus ? fetchContrast().catch(() => null) : null,
  ]);
  const app = createApp(host, dataset, selection, view, parts?.narrowed ?? null);
  if (view.versus) makeRoom(app.chrome);
  const covered = insetsOf(view.lang, app.chrome.startOpen.peek());
  const insets = contrast && view.versus ? contrast.arrange(leaflet, covered, { rtl: direction(view.lang) === 'rtl', second: view.versus.standsFirst }) : covered;
  const map = mountMap({ map: leaflet, document: dataset, events: eventsOf(app), lang: view.lang, theme: view.theme, stack: app.stack.peek(), viewport: viewportOf(view), insets });
  window.libyamap = socketOf(app, map);
  app.map.value = map;
  app.chrome.viewport.value = map.viewport();
  keepUp(app, map);
  app.contrast.follow(app, map, contrast, covered);
  if (isDrawnOn) await app.later.fetch();
  await painted();
  const panels = document.createElement('div');
  panels.className = 'ly-root';
  root.append(panels);
  render(
    <AppContext.Provider value={app}>
      <Panels />
    </AppContext.Provider>,
    panels,
  );
  if (marking) effect(() => mark(root, marking, app.speech.value.lang));
  readKeys(app, leaflet);
  keepTabOrder();
  takeDrops(app);
  if (host.name === 'dashboard') {
    translateStreamlit(app.speech);
    dismissConnectionError();
  }
  performance.mark('libyamap-usable');
  dispatchEvent(new Event('libyamap-ready'));
  if (host.name === 'dashboard') await asked(app);
  await painted();
  await loadGround(host, app);
  fetchLater(app);
  if (hasDraft()) app.briefing.toggle();
}

/** What comes later leaves the host's own panels the time that they need. */
function fetchLater({ chrome, host, later, view }: App): void {
  // Back and Forward may lead to drawings.
  effect(() => void (view.value.drawings.length > 0 && later.fetch()));
  const waiting = host.filters ? LATEST : REST;
  let timer = setTimeout(() => whenIdle(() => void later.fetch()), waiting);
  const stop = effect(() => {
    if (chrome.connected.value !== true) return;
    clearTimeout(timer);
    timer = setTimeout(() => whenIdle(() => void later.fetch()), REST);
    queueMicrotask(() => stop());
  });
}

/**
 * Once Streamlit has asked its server for the filters, or after a while: the time that the answer takes is the ground's,
 * whose work would hold up the question.
 */
function asked({ chrome }: App): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(() => end(), PATIENCE);
    const stop = effect(() => {
      if (chrome.connected.value) queueMicrotask(() => end());
    });
    const end = () => {
      clearTimeout(timer);
      stop();
      done();
    };
  });
}

/** The view of the address; what it does not say is what the server wrote into the page. */
function onArrival(host: Host): View {
  const page = document.documentElement;
  const view = viewOfPage(host);
  const said = new URLSearchParams(host.query(location.search));
  return {
    ...DEFAULT_VIEW,
    ...view,
    lang: said.has('lang') ? view.lang : page.lang === 'ar' ? 'ar' : 'en',
    theme: said.has('theme') ? view.theme : page.dataset.theme === 'dark' ? 'dark' : 'light',
  };
}

/** Pixels below which the timeline is lower, as in `base.css`. */
const LOW = 800;

/** What the panels will cover once they stand; the style's own measures. */
function insetsOf(lang: View['lang'], startOpen: boolean): Insets {
  const [bar, edge, start, end, tools, foot, margin] = [52, 12, 292, 372, 34, 28, 8];
  const wide = innerWidth >= SHEET_WIDTH;
  const dock = !wide ? 44 : innerHeight < LOW ? 172 : 208;
  const first = wide && startOpen ? edge + start + margin : margin;
  const last = wide ? edge + end + edge + tools + margin : edge + tools + margin;
  const band = isMarked() ? BAND : 0;
  return { top: band + bar + margin, bottom: band + foot + dock + margin, left: lang === 'ar' ? last : first, right: lang === 'ar' ? first : last };
}

function viewportOf({ center, zoom }: View) {
  return center && zoom !== null ? { ...center, zoom } : null;
}

function eventsOf(app: App) {
  const { actions, chrome, later, own } = app;
  return {
    select: (id: string | null) => {
      // A click on a drawing, or one that makes one, is no feature's; nor is one on a point of the reader's own.
      if (later.equipment.peek()?.hand.takes() || own.overlays.peek()?.takes()) return;
      if (id) actions.open(id, { stay: staysInSight(chrome.workbench.bench.peek()) });
      else actions.close();
    },
    hover: (id: string | null) => {
      chrome.hovered.value = id;
    },
    move: (viewport: { lat: number; lon: number; zoom: number }) => {
      chrome.viewport.value = viewport;
      actions.moved(viewport);
    },
    pointer: (position: readonly [number, number] | null) => {
      chrome.pointer.value = position;
    },
  };
}

/** Tell the map, and the page, what changes. */
function keepUp(app: App, map: Mounted): void {
  const { chrome, comparing, onMap, selected, speech, stack, theme } = app;
  effect(() => {
    map.load(app.document);
    map.show(onMap.value);
  });
  effect(() => {
    if (app.ground.value) map.loadGround(app.ground.value);
  });
  effect(() => map.arrange(stack.value));
  effect(() => map.select(selected.value));
  effect(() => map.highlight([chrome.pointed, comparing.marked, chrome.highlighted].find(({ value }) => value.length > 0)?.value ?? []));
  effect(() => {
    const { lang, dir, of } = speech.value;
    const page = document.documentElement;
    page.lang = lang;
    page.dir = dir;
    document.title = titleOf(app, of);
    map.language(lang);
    // Streamlit's widgets speak the language that React Aria finds here.
    (window as unknown as Record<symbol, string>)[Symbol.for('react-aria.i18n.locale')] = lang === 'ar' ? 'ar-LY' : 'en-GB';
    dispatchEvent(new Event('languagechange'));
  });
  let painted = document.documentElement.dataset.theme;
  effect(() => {
    paint(document.documentElement, theme.value);
    map.theme(theme.value);
    if (painted !== theme.value && app.host.name === 'dashboard') tellTheme(theme.value, PALETTES[theme.value]);
    painted = theme.value;
  });
  effect(() => {
    document.documentElement.dataset.connected = String(chrome.connected.value ?? 'starting');
    document.documentElement.dataset.tab = chrome.startOpen.value ? chrome.tab.value : 'closed';
  });
  effect(() => {
    document.documentElement.dataset.timeline = app.timeline.open.value ? 'open' : 'slim';
  });
  watchConnection((connected) => {
    chrome.connected.value = connected;
  });
}

/** What the browser calls the page. */
function titleOf({ document: dataset, host: { imprint } }: App, of: Speech['of']): string {
  return [imprint?.marking, of(imprint?.title ?? dataset.title), 'Libyamap'].filter(Boolean).join(' · ');
}

function socketOf(app: App, map: Mounted): Socket {
  return {
    attach: (component) => app.filtering.attach(component),
    state: (): ScreenState => {
      const view = app.view.peek();
      return {
        view,
        query: app.selection.peek().query,
        digest: app.document.digest,
        drawn: app.drawn.peek().map(({ feature }) => feature.id),
        layers: app.stack.peek().order.filter((layer) => app.layers.peek().has(layer)),
        pointed: app.chrome.pointed.peek(),
        highlighted: app.chrome.highlighted.peek(),
        marked: app.comparing.marked.peek(),
        beside: besideOf(app),
        selected: view.selected,
        drawings: view.drawings.map(({ id }) => ({ id, ...drawnOf(app, id) })),
        own: app.own.overlays.peek()?.state() ?? [],
        viewport: map.viewport(),
        lang: view.lang,
        theme: view.theme,
      };
    },
    point: (id, beside = false) => (beside ? (app.contrast.screen.peek()?.map.point(id) ?? null) : map.point(id)),
    mounted: 1,
  };
}

/** What stands beside the view, and how it differs. */
function besideOf({ contrast }: App): ScreenState['beside'] {
  const screen = contrast.screen.peek();
  if (!screen) return null;
  const { differences, drawn, left } = screen.other;
  const found = differences.peek();
  const ids = (all: readonly { readonly feature: { readonly id: string } }[] = []) => all.map(({ feature }) => feature.id);
  return {
    query: left.peek()?.query ?? null,
    drawn: ids(drawn.peek()),
    viewport: screen.map.viewport(),
    onlyFirst: ids(found?.onlyFirst),
    onlySecond: ids(found?.onlySecond),
    otherwise: Object.fromEntries((found?.otherwise ?? []).map(({ first, aspects }) => [first.feature.id, aspects])),
  };
}

/** What is inside a drawing, and what is written on it. */
function drawnOf({ later }: App, id: string): Omit<ScreenState['drawings'][number], 'id'> {
  const equipment = later.equipment.peek();
  const held = equipment?.desk.held.peek().get(id) ?? [];
  const ids = (inside: 'certain' | 'possible') => held.flatMap((one) => (one.inside === inside ? [one.drawn.feature.id] : []));
  return { certain: ids('certain'), possible: ids('possible'), labels: equipment?.drawings.labels(id) ?? [] };
}

async function loadGround(host: Host, app: App): Promise<void> {
  try {
    app.ground.value = readyGround((await host.basemap()) as Ground);
    performance.mark('libyamap-ground');
  } catch {
    app.chrome.warn('web.error.basemap');
  }
}

void start().catch((problem: unknown) => {
  // Nothing stands yet that could tell it in words: the page does, in its own language.
  const note = document.createElement('p');
  note.className = 'ly-failed';
  note.textContent =
    document.documentElement.lang === 'ar'
      ? 'تعذّر تحميل الخريطة. تحقق من أن الخادم يعمل ثم أعد تحميل الصفحة.'
      : 'The map could not be loaded. Check that the server is running, then reload the page.';
  document.getElementById('libyamap')?.append(note);
  console.error(problem);
});
