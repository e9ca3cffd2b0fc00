/** Keys that work anywhere on the page but in a field that is typed into. */

import type * as Leaflet from 'leaflet';
import type { App } from './app';
import type { Chrome } from './chrome';
import { SEARCH_FIELD } from './panels/search-box';
import { isTyping } from './streamlit';

const PAN = 80;

/** What each key does; the list that `?` shows is made from these names. */
export const KEYS = {
  search: '/',
  home: 'h',
  world: 'w',
  zoomIn: '+',
  zoomOut: '-',
  start: '[',
  end: ']',
  legend: 'g',
  language: 'l',
  theme: 'd',
  share: 's',
  goTo: 'c',
  fullScreen: 'f',
  draw: 'p',
  close: 'Escape',
  shortcuts: '?',
} as const;

export type KeyName = keyof typeof KEYS;

export function readKeys(app: App, map: Leaflet.Map): void {
  const does = actionsOf(app, map);
  // Before Streamlit hears them: its own shortcuts (rerun, clear cache) must not fire on our keys.
  addEventListener('keydown', (event) => read(event, app, map, does), { capture: true });
}

function read(event: KeyboardEvent, app: App, map: Leaflet.Map, does: Readonly<Record<KeyName, () => void>>): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (isTyping(event) || app.chrome.dialog.peek()) return;
  const arrows: Record<string, [number, number]> = { ArrowLeft: [-PAN, 0], ArrowRight: [PAN, 0], ArrowUp: [0, -PAN], ArrowDown: [0, PAN] };
  const pan = arrows[event.key];
  const onMap = document.activeElement === document.body || map.getContainer().contains(document.activeElement);
  const typed = event.key === '=' ? '+' : event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const [name] = (Object.entries(KEYS).find(([, key]) => key === typed) ?? []) as [KeyName?];
  if (pan && onMap) map.panBy(pan);
  else if (name) does[name]();
  else {
    // Streamlit clears caches on `c` and runs again on `r`; a map that is looked at must do neither.
    if (event.key === 'r' || event.key === 'R') event.stopImmediatePropagation();
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
}

function actionsOf(app: App, map: Leaflet.Map): Readonly<Record<KeyName, () => void>> {
  const { actions, chrome } = app;
  return {
    search: () => {
      chrome.startOpen.value = true;
      setTimeout(() => document.getElementById(SEARCH_FIELD)?.focus());
    },
    home: () => app.map.peek()?.home(),
    world: () => app.map.peek()?.world(),
    zoomIn: () => map.zoomIn(),
    zoomOut: () => map.zoomOut(),
    start: () => {
      chrome.startOpen.value = !chrome.startOpen.peek();
    },
    end: () => {
      chrome.endOpen.value = !chrome.endOpen.peek();
    },
    legend: () => {
      chrome.startOpen.value = true;
      chrome.tab.value = 'layers';
      chrome.legendOpen.value = !chrome.legendOpen.peek();
    },
    language: () => actions.setLang(app.speech.peek().other),
    theme: () => actions.setTheme(app.theme.peek() === 'dark' ? 'light' : 'dark'),
    share: () => void actions.copy(actions.link(), 'web.share.copied'),
    goTo: () => {
      chrome.dialog.value = 'go-to';
    },
    fullScreen: toggleFullScreen,
    draw: () => toggleDrawings(chrome),
    close: () => (app.selected.peek() ? actions.close() : undefined),
    shortcuts: () => {
      chrome.dialog.value = 'shortcuts';
    },
  };
}

/** Show the tools to draw with, or the layers again. */
export function toggleDrawings({ startOpen, tab }: Chrome): void {
  const shown = startOpen.peek() && tab.peek() === 'drawings';
  startOpen.value = true;
  tab.value = shown ? 'layers' : 'drawings';
}

export function toggleFullScreen(): void {
  if (document.fullscreenElement) void document.exitFullscreen();
  else void document.documentElement.requestFullscreen?.();
}
