/** Keys that work anywhere on the page but in a field that is typed into. */

import type * as Leaflet from 'leaflet';
import type { App } from './app';
import { SEARCH_FIELD } from './panels/search-box';
import { isTyping } from './streamlit';
import { larger } from './timeline/calendar';

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
  play: ' ',
  stepLeft: ',',
  stepRight: '.',
  timeline: 't',
  close: 'Escape',
  shortcuts: '?',
} as const;

/** Keys that are known by their place on the keyboard too, as Arabic has letters there. */
const PLACES: Readonly<Record<string, string>> = { Comma: KEYS.stepLeft, Period: KEYS.stepRight };
/** What a space does something to by itself. */
const PRESSED_BY_SPACE = 'button, a, input, select, summary, [role]:not(.ly-handle)';

export type KeyName = keyof typeof KEYS;

export function readKeys(app: App, map: Leaflet.Map): void {
  const does = actionsOf(app, map);
  // Before Streamlit hears them: its own shortcuts (rerun, clear cache) must not fire on our keys.
  addEventListener('keydown', (event) => read(event, app, map, does), { capture: true });
}

function read(event: KeyboardEvent, app: App, map: Leaflet.Map, does: Readonly<Record<KeyName, (event: KeyboardEvent) => void>>): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (isTyping(event) || app.chrome.dialog.peek()) return;
  const arrows: Record<string, [number, number]> = { ArrowLeft: [-PAN, 0], ArrowRight: [PAN, 0], ArrowUp: [0, -PAN], ArrowDown: [0, PAN] };
  const pan = arrows[event.key];
  const onMap = document.activeElement === document.body || map.getContainer().contains(document.activeElement);
  const typed = event.key === '=' ? '+' : event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const name = nameOf(typed) ?? nameOf(PLACES[event.code]);
  if (name === 'play' && document.activeElement?.matches(PRESSED_BY_SPACE) && !onMap) return;
  if (pan && onMap) map.panBy(pan);
  else if (name) does[name](event);
  else {
    // Streamlit clears caches on `c` and runs again on `r`; a map that is looked at must do neither.
    if (event.key === 'r' || event.key === 'R') event.stopImmediatePropagation();
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
}

function nameOf(typed: string | undefined): KeyName | undefined {
  return (Object.keys(KEYS) as KeyName[]).find((name) => KEYS[name] === typed);
}

function actionsOf(app: App, map: Leaflet.Map): Readonly<Record<KeyName, (event: KeyboardEvent) => void>> {
  const { actions, chrome, timeline } = app;
  /** Left is earlier, and in Arabic later, as on the axis. */
  const step = (sign: number, { shiftKey }: KeyboardEvent) => {
    const [unit, times] = shiftKey ? larger(timeline.step.peek()) : [timeline.step.peek(), 1];
    timeline.stepBy(unit, times * sign * (app.speech.peek().dir === 'rtl' ? -1 : 1));
  };
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
    play: timeline.toggle,
    stepLeft: (event) => step(-1, event),
    stepRight: (event) => step(1, event),
    timeline: () => {
      timeline.open.value = !timeline.open.peek();
    },
    close: () => {
      if (!timeline.interrupt() && app.selected.peek()) actions.close();
    },
    shortcuts: () => {
      chrome.dialog.value = 'shortcuts';
    },
  };
}

export function toggleFullScreen(): void {
  if (document.fullscreenElement) void document.exitFullscreen();
  else void document.documentElement.requestFullscreen?.();
}
