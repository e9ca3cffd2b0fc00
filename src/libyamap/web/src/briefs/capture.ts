/** What is on the screen as a scene, and back. */

import type { App } from '../app';
import type { Lang } from '../document';
import { encode, fitting } from '../drawing/codec';
import { speech } from '../i18n';
import type { Viewport } from '../map/view';
import { kept, readQuery, writeQuery } from '../permalink';
import { saidOf } from '../panels/said';
import type { View } from '../view';
import { sceneQuery } from './codec';
import { aimOf, isNear, lookOf } from './framing';
import type { Scene } from './model';

/** Layers that are named in a title, rather than counted. */
const NAMED_LAYERS = 2;

/** The view that is on the screen, with where the map looks and the interval as it now stands. */
function present({ interval, map, view }: App): View {
  const shown = map.peek();
  const { first, last } = interval.peek();
  return { ...view.peek(), ...(shown && lookOf(shown)), first, last, selected: null };
}

/** The present view as a scene keeps it. */
export function presentQuery(app: App): string {
  return sceneQuery(present(app));
}

/** How many drawings a scene has no room for, as no address has. */
export function unkeptDrawings({ view }: App): number {
  const { drawings } = view.value;
  return drawings.length - fitting(drawings).length;
}

/** Ids of the features that are chosen: opened, stepped to, or pointed at. */
export function chosen({ chrome, drawnById, lookup, selected }: App): string[] {
  const ids = [selected.value, chrome.stepped.value, ...chrome.pointed.value];
  return [...new Set(ids.filter((id) => id !== null))].filter((id) => lookup.features.has(id) && drawnById.value.has(id));
}

/** A title for what is on the screen: what the sentence at the top says of it, or what the dataset is called. */
export function suggestedTitle(app: App, lang: Lang): string {
  const { document, interval, lookup, selection, view } = app;
  const words = speech(lang);
  const named = (layers: readonly string[]) => {
    const known = layers.flatMap((id) => lookup.layers.get(id) ?? []);
    return known.length > NAMED_LAYERS ? '' : words.list(known.map(({ title }) => words.of(title)));
  };
  const side = { ...view.peek(), ...interval.peek(), certain: false, drawings: [] };
  const said = saidOf(side, selection.peek().filters, words, named) || words.of(document.title);
  return said.charAt(0).toLocaleUpperCase(lang) + said.slice(1);
}

/** A scene of what is on the screen. */
export function captured(app: App, id: string): Scene {
  return {
    id,
    title: { ar: suggestedTitle(app, 'ar'), en: suggestedTitle(app, 'en') },
    lines: [],
    view: presentQuery(app),
    highlighted: chosen(app),
    marking: null,
    transition: 'fly',
    dwell: null,
    plays: false,
    made_of: {},
  };
}

/** The scene's view as the screen would have it: in its language and theme, and in the room that panels leave. */
export function viewOf(scene: Scene, { map, view }: App): View {
  const { lang, theme } = view.peek();
  const wanted = readQuery(scene.view).view;
  const shown = map.peek();
  const aim = shown && aimOf(wanted, shown);
  return { ...wanted, lang, theme, ...(aim && kept(aim)) };
}


/** Where the map was when a scene was captured or gone to; what panels cover may have changed since. */
export interface Arrival {
  readonly scene: string;
  /** The scene's view. */
  readonly view: string;
  readonly at: Viewport;
}

/** Show a scene; Back undoes it. Tells where the map goes, if not to the dataset's home. */
export function go(app: App, scene: Scene): Arrival | null {
  const view = viewOf(scene, app);
  app.actions.look(view);
  return view.center && view.zoom !== null ? { scene: scene.id, view: scene.view, at: { ...view.center, zoom: view.zoom } } : null;
}

/** Whether what is on the screen is the scene's view; follows the view and the map. */
export function isOnScreen(app: App, scene: Scene, arrival: Arrival | null): boolean {
  const now = app.view.value;
  const aim = viewOf(scene, app);
  const same = (view: View) => writeQuery({ ...view, center: null, zoom: null, selected: null, drawings: [], theme: 'light', lang: 'en' }) + encode(fitting(view.drawings));
  if (same(aim) !== same(now)) return false;
  const at = app.chrome.viewport.value;
  if (!at || !aim.center || aim.zoom === null) return true;
  const arrived = arrival?.scene === scene.id && arrival.view === scene.view && isNear(arrival.at, at);
  return arrived || isNear({ ...aim.center, zoom: aim.zoom }, at);
}
