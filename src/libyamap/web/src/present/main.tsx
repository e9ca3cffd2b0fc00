/** Starts the presenting page: all that it shows is here before its first scene is, and nothing is asked for after. */

import { effect } from '@preact/signals';
import { render } from 'preact';
import type * as Leaflet from 'leaflet';
import type { Lang, Theme } from '../document';
import { readyGround } from '../map/ground-layer';
import type { Ground } from '../map/ground';
import type { Viewport } from '../map/view';
import { LookContext } from '../panels/context';
import { painted } from '../picture';
import { writeQuery } from '../permalink';
import { paint } from '../theme';
import { keepAddress, sceneOfAddress } from './address';
import { StageContext, type Company } from './context';
import { follow, lead, tokenOf } from './follow';
import { createInk } from './ink';
import { readKeys } from './keys';
import { dwell } from './dwell';
import { playTime } from './playing';
import type { Presentation } from './presentation';
import { scaleToWindow } from './scale';
import { mountScenery, type Scenery } from './scenery';
import { Screen } from './screen';
import { createShow, type Blank, type Show } from './show';
import { sourceOf } from './source';
import { readSwipes } from './swipe';

/** What is on the screen, for whoever watches over it. */
export interface ShowState {
  readonly scene: string;
  readonly index: number;
  readonly rests: boolean;
  readonly lang: Lang;
  readonly theme: Theme;
  readonly blank: Blank | null;
  readonly ended: boolean;
  readonly apart: boolean;
  readonly drawn: readonly string[];
  readonly last: number | null;
  readonly strokes: number;
  readonly viewport: Viewport;
}

declare global {
  interface Window {
    libyamapShow?: {
      state(): ShowState;
      /** Page pixels of a drawn feature's symbol, or null. */
      point(id: string): { readonly x: number; readonly y: number } | null;
    };
  }
}

async function start(): Promise<void> {
  const root = document.getElementById('libyamap');
  const leaflet = (window as { readonly map_libyamap?: Leaflet.Map }).map_libyamap;
  if (!root || !leaflet) return;
  const page = document.documentElement;
  const theme: Theme = page.dataset.theme === 'dark' ? 'dark' : 'light';
  paint(page, theme);
  const source = sourceOf(page);
  const presentation = await source.presentation();
  if (presentation.scenes.length === 0) throw new Error('The brief has no scene.');
  const { company, show } = accompanied(presentation, page, theme, source.follow);
  page.toggleAttribute('data-marked', presentation.scenes.some(({ marking }) => marking));
  scaleToWindow();
  leaflet.invalidateSize({ pan: false });
  keepPage(show);
  const scenery = mountScenery(leaflet, show);
  watchRoom(leaflet, scenery);
  const slide = root.appendChild(document.createElement('div'));
  slide.className = 'ly-root';
  const ink = createInk(document.body, show);
  const wholeMap = () => source.wholeMap(writeQuery(show.state.view.peek()));
  render(
    <LookContext.Provider value={show.state}>
      <StageContext.Provider value={{ show, ink, company, wholeMap }}>
        <Screen />
      </StageContext.Provider>
    </LookContext.Provider>,
    slide,
  );
  keepAddress(show);
  readSwipes(root, show);
  readKeys(show, {
    clear: ink.clear,
    rejoin: () => company?.rejoin(),
    leave: () => {
      const address = wholeMap();
      if (address) location.assign(address);
    },
  });
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  const dwelling = dwell(show, () => company?.role !== 'following' || show.apart.peek());
  playTime(show, () => still.matches || !show.flies.peek(), dwelling);
  window.libyamapShow = { state: () => stateOf(show, scenery, ink.strokes()), point: scenery.point };
  await painted();
  scenery.loadGround(readyGround((await source.basemap()) as Ground));
}

/** The show, alone or in the company of others, as the address says. */
function accompanied(presentation: Presentation, page: HTMLElement, theme: Theme, address: string | null): { readonly show: Show; readonly company: Company | null } {
  const { id } = presentation.brief;
  const isFollower = new URLSearchParams(location.search).has('follow');
  const token = address && !isFollower ? tokenOf(id) : null;
  const show = createShow(presentation, { index: sceneOfAddress(), lang: page.lang === 'ar' ? 'ar' : 'en', theme, flies: true });
  if (address && isFollower) return { show, company: { role: 'following', ...follow(show, address) } };
  if (address && token) return { show, company: { role: 'leading', connected: lead(show, address, token), rejoin: () => undefined } };
  return { show, company: null };
}

/** Language, direction, colours and title of the page. */
function keepPage({ presentation, scene, state }: Show): void {
  const page = document.documentElement;
  effect(() => {
    const { lang, dir, of } = state.speech.value;
    page.lang = lang;
    page.dir = dir;
    document.title = `${of(scene.value.title)} · ${of(presentation.brief.title)}`;
  });
  effect(() => paint(page, state.theme.value));
}

/** A window of another size shows the same scene. */
function watchRoom(leaflet: Leaflet.Map, scenery: Scenery): void {
  addEventListener('resize', () => {
    scaleToWindow();
    leaflet.invalidateSize({ pan: false });
    scenery.settle();
  });
}

function stateOf(show: Show, scenery: Scenery, strokes: number): ShowState {
  const { lang, theme } = show.state.view.peek();
  const interval = show.state.moving.drawn.peek();
  return {
    scene: show.scene.peek().id,
    index: show.index.peek(),
    rests: show.rests.peek(),
    lang,
    theme,
    blank: show.blank.peek(),
    ended: show.ended.peek(),
    apart: show.apart.peek(),
    drawn: show.state.onMap.peek().map(({ feature }) => feature.id),
    last: interval ? interval.last : null,
    strokes,
    viewport: scenery.viewport(),
  };
}

void start().catch((problem: unknown) => {
  const note = document.createElement('p');
  note.className = 'ly-failed';
  note.textContent =
    document.documentElement.lang === 'ar'
      ? 'تعذّر تحميل العرض. تحقق من أن الخادم يعمل ثم أعد تحميل الصفحة.'
      : 'The presentation could not be loaded. Check that the server is running, then reload the page.';
  document.getElementById('libyamap')?.append(note);
  console.error(problem);
});
