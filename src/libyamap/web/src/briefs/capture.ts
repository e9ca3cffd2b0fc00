/** What is on the screen as a scene, and back. */

import type { App } from '../app';
import type { Lang } from '../document';
import { encode, fitting } from '../drawing/codec';
import { speech } from '../i18n';
import { kept, readQuery, writeQuery } from '../permalink';
import { saidOf } from '../panels/said';
import type { View } from '../view';
import { sceneQuery } from './codec';
import type { Scene } from './model';

/** Shares of a pixel, and steps of zoom, that a flight may end beside its aim. */
const NEAR_PIXELS = 2;
const NEAR_ZOOM = 0.02;
/** Layers that are named in a title, rather than counted. */
const NAMED_LAYERS = 2;

/** The view that is on the screen, with where the map is and the interval as it now stands. */
function present({ interval, map, view }: App): View {
  const at = map.peek()?.viewport();
  const { first, last } = interval.peek();
  return { ...view.peek(), ...(at && kept(at)), first, last, selected: null };
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

/** The scene's view, in the language and the theme of the screen. */
export function viewOf(scene: Scene, { lang, theme }: View): View {
  return { ...readQuery(scene.view).view, lang, theme };
}

/** Show a scene; Back undoes it. */
export function go(app: App, scene: Scene): void {
  app.actions.look(viewOf(scene, app.view.peek()));
}

/** Whether what is on the screen is the scene's view; follows the view and the map. */
export function isOnScreen(app: App, scene: Scene): boolean {
  const now = app.view.value;
  const aim = viewOf(scene, now);
  const same = (view: View) => writeQuery({ ...view, center: null, zoom: null, selected: null, drawings: [] }) + encode(fitting(view.drawings));
  if (same(aim) !== same(now)) return false;
  const at = app.chrome.viewport.value;
  if (!at || !aim.center || aim.zoom === null) return true;
  const degree = (256 * 2 ** aim.zoom) / 360;
  return Math.abs(at.zoom - aim.zoom) < NEAR_ZOOM && Math.abs(at.lon - aim.center.lon) * degree < NEAR_PIXELS && Math.abs(at.lat - aim.center.lat) * degree < NEAR_PIXELS;
}
