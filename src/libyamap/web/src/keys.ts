/** Keys that work anywhere on the page but in a field that is typed into. */

import { effect } from '@preact/signals';
import type * as Leaflet from 'leaflet';
import type { App } from './app';
import { SHEET_WIDTH, type Chrome } from './chrome';
import { SEARCH_FIELD } from './panels/search-box';
import { createStepping } from './stepping';
import { isTyping } from './streamlit';
import { larger } from './timeline/calendar';

const PAN = 80;

/** What each key does; the list that `?` shows is made from these names. */
export const KEYS = {
  search: '/',
  next: 'n',
  previous: 'p',
  open: 'Enter',
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
  export: 'e',
  goTo: 'c',
  fullScreen: 'f',
  play: ' ',
  stepLeft: ',',
  stepRight: '.',
  timeline: 't',
  draw: 'm',
  contrast: 'v',
  brief: 'b',
  swap: 'x',
  close: 'Escape',
  shortcuts: '?',
} as const;

/** Steps in time are known by the key's place, whatever Shift or Arabic letters make of it. */
const STEPS: Readonly<Record<string, string>> = { Comma: KEYS.stepLeft, Period: KEYS.stepRight };
/** What a space does something to by itself. */
const PRESSED_BY_SPACE = 'button, a, input, select, summary, [role]:not(.ly-handle)';

export type KeyName = keyof typeof KEYS;

/** Keys of Streamlit's own, which run the script again and clear its caches: nothing that a map should do by a slip. */
const STREAMLITS: ReadonlySet<string> = new Set(['r', 'c']);
/** What is typed where keys have other letters on them, as Arabic ones do, by the key's place on the keyboard. */
const PLACES: Readonly<Record<string, readonly [string, string]>> = {
  Slash: ['/', '?'],
  BracketLeft: ['[', '['],
  BracketRight: [']', ']'],
  Equal: ['+', '+'],
  Minus: ['-', '-'],
};
/** Where a reader's wish for no keys of a single letter is kept. */
const WISH = 'libyamap-single-keys';

export function readKeys(app: App, map: Leaflet.Map): void {
  const does = actionsOf(app, map);
  keepWish(app);
  const listen = (event: KeyboardEvent) => {
    // What is being drawn has the first say.
    if (!app.later.equipment.peek()?.hand.reads(event) && !read(event, app, map, does)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  // Before Streamlit hears them: its own shortcuts (rerun, clear cache) must not fire on our keys.
  addEventListener('keydown', listen, { capture: true });
}

/** What a key does; false where it did nothing, and the key is anybody's. */
type Does = (event: KeyboardEvent) => unknown;

/** Do what a key is for; tells whether it was for anything. */
function read(event: KeyboardEvent, app: App, map: Leaflet.Map, does: Readonly<Record<KeyName, Does>>): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event)) return false;
  const typed = typedBy(event);
  if (STREAMLITS.has(typed)) event.stopImmediatePropagation();
  if (app.chrome.dialog.peek() || (typed.length === 1 && !app.chrome.singleKeys.peek())) return false;
  const arrows: Record<string, [number, number]> = { ArrowLeft: [-PAN, 0], ArrowRight: [PAN, 0], ArrowUp: [0, -PAN], ArrowDown: [0, PAN] };
  const pan = arrows[event.key];
  const { activeElement: active } = document;
  const onMap = active === document.body || map.getContainer().contains(active);
  if (pan && onMap) {
    map.panBy(pan, { animate: moves() });
    return true;
  }
  const name = nameOf(typed) ?? nameOf(STEPS[event.code]);
  if (!name || (name === 'play' && !onMap && active?.matches(PRESSED_BY_SPACE))) return false;
  return does[name](event) !== false;
}

function nameOf(typed: string | undefined): KeyName | undefined {
  return (Object.keys(KEYS) as KeyName[]).find((name) => KEYS[name] === typed);
}

/** The key's sign in small letters, as it stands on a Latin keyboard. */
function typedBy({ key, code, shiftKey }: KeyboardEvent): string {
  if (key === '=') return '+';
  if (key.length !== 1 || key < '\u0080') return key.length === 1 ? key.toLowerCase() : key;
  const place = PLACES[code];
  if (place) return place[shiftKey ? 1 : 0];
  return code.startsWith('Key') ? code.slice(3).toLowerCase() : key;
}

/** Whether motion is wanted. */
function moves(): boolean {
  return !matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** Remember in this browser whether single letters are keys. */
function keepWish({ chrome }: App): void {
  try {
    chrome.singleKeys.value = localStorage.getItem(WISH) !== 'off';
    effect(() => localStorage.setItem(WISH, chrome.singleKeys.value ? 'on' : 'off'));
  } catch {
    // Storage is closed in some private windows; the wish then lasts as long as the page.
  }
}

function actionsOf(app: App, map: Leaflet.Map): Readonly<Record<KeyName, Does>> {
  const { actions, chrome, timeline } = app;
  const stepping = createStepping(app, map.getContainer());
  /** Left is earlier, and in Arabic later, as on the axis. */
  const step = (sign: number, { shiftKey }: KeyboardEvent) => {
    const [unit, times] = shiftKey ? larger(timeline.step.peek()) : [timeline.step.peek(), 1];
    timeline.stepBy(unit, times * sign * (app.speech.peek().dir === 'rtl' ? -1 : 1));
  };
  return {
    next: () => stepping.step(1),
    previous: () => stepping.step(-1),
    open: stepping.open,
    search: () => {
      const field = document.getElementById(SEARCH_FIELD);
      if (chrome.startOpen.peek()) return field?.focus();
      chrome.startOpen.value = true;
      setTimeout(() => field?.focus());
    },
    home: () => app.map.peek()?.home(),
    world: () => app.map.peek()?.world(),
    zoomIn: () => map.setZoom(map.getZoom() + 1, { animate: moves() }),
    zoomOut: () => map.setZoom(map.getZoom() - 1, { animate: moves() }),
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
    export: () => (app.exporting.possible ? void app.exporting.open() : false),
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
    draw: () => toggleDrawings(chrome),
    contrast: app.contrast.toggle,
    brief: () => app.briefing.possible && app.briefing.toggle(),
    swap: app.contrast.swap,
    close: () => {
      if (!timeline.interrupt() && !stepping.leave()) closeOne(app);
    },
    shortcuts: () => {
      chrome.dialog.value = 'shortcuts';
    },
  };
}

/** Close what is open: a row of the reader's own data, then the evidence; panels only where they lie over the map. */
function closeOne({ actions, chrome, own, selected }: App): void {
  if (own.overlays.peek()?.close()) return;
  if (selected.peek()) return actions.close();
  if (innerWidth >= SHEET_WIDTH) return;
  if (chrome.endOpen.peek()) chrome.endOpen.value = false;
  else chrome.startOpen.value = false;
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
