/** Keys of whoever presents, clickers included, by their place on the keyboard where the letters may be Arabic. */

import { toggleFullScreen } from '../keys';
import type { Show, Tool } from './show';

/** What each key does, in the order of the list that `?` shows. */
export const KEYS = {
  next: ['→', '↓', '␣', 'PgDn', '↵'],
  previous: ['←', '↑', '⇧␣', 'PgUp'],
  first: ['Home'],
  last: ['End'],
  jump: ['1…9', '↵'],
  blank: ['B', '.'],
  white: ['W', ','],
  language: ['L'],
  theme: ['T'],
  screen: ['F'],
  laser: ['R'],
  pen: ['P'],
  clear: ['C'],
  motion: ['M'],
  follow: ['G'],
  help: ['?'],
  end: ['Esc'],
} as const;

export type KeyName = keyof typeof KEYS;

/** Keys that go somewhere, whatever the language. */
const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, PageDown: 1, ArrowUp: -1, PageUp: -1, Backspace: -1 };
/** What is typed where keys have other letters on them, by the key's place. */
const PLACES: Readonly<Record<string, string>> = { Period: '.', Comma: ',', Slash: '?' };
const ARABIC_DIGITS = '٠١٢٣٤٥٦٧٨٩';
/** Digits that lead anywhere. */
const MOST_DIGITS = 3;
/** Milliseconds after which digits that nobody confirmed are forgotten. */
const PATIENCE = 4000;

export interface Doing {
  clear(): void;
  /** Go with the presenter again; nothing where nobody leads. */
  rejoin(): void;
  /** Leave the presentation; nothing where there is nowhere to go. */
  leave(): void;
}

export function readKeys(show: Show, doing: Doing): void {
  const listen = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    // A button has its own Enter and space.
    if (event.target instanceof HTMLButtonElement || event.target instanceof HTMLAnchorElement) {
      if (event.key === 'Enter' || event.key === ' ') return;
    }
    if (!read(event, show, doing)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  // Before Leaflet, whose own arrows move the map.
  addEventListener('keydown', listen, { capture: true });
}

function read(event: KeyboardEvent, show: Show, doing: Doing): boolean {
  const { key } = event;
  if (key === 'Escape') return ended(show, doing);
  const digit = digitOf(key);
  if (digit !== null) return typed(show, digit);
  if (key === 'Enter') return entered(show);
  show.typed.value = '';
  const by = stepOf(event, show.state.speech.peek().dir === 'rtl');
  if (by) {
    if (show.help.peek()) show.help.value = false;
    show.step(by);
    return true;
  }
  const does = actionsOf(show, doing)[letterOf(event)];
  does?.();
  return Boolean(does);
}

/** Arrows to the left and right follow the direction of reading; those of clickers are keys of their own. */
function stepOf({ key, shiftKey }: KeyboardEvent, mirrored: boolean): 1 | -1 | null {
  if (key === ' ') return shiftKey ? -1 : 1;
  if (key === 'ArrowRight') return mirrored ? -1 : 1;
  if (key === 'ArrowLeft') return mirrored ? 1 : -1;
  return STEPS[key] ?? null;
}

function actionsOf(show: Show, doing: Doing): Readonly<Record<string, () => void>> {
  const { blank, flies, help, presentation, state, tool } = show;
  const { lang, theme } = state.view.peek();
  const blanks = (colour: 'black' | 'white') => () => (blank.value = blank.peek() ? null : colour);
  const takes = (one: Tool) => () => (tool.value = tool.peek() === one ? null : one);
  const [black, white] = [blanks('black'), blanks('white')];
  return {
    Home: () => show.go(0),
    End: () => show.go(presentation.scenes.length - 1),
    b: black,
    '.': black,
    w: white,
    ',': white,
    l: () => show.speak(lang === 'ar' ? 'en' : 'ar'),
    t: () => show.paint(theme === 'dark' ? 'light' : 'dark'),
    f: toggleFullScreen,
    r: takes('laser'),
    p: takes('pen'),
    c: doing.clear,
    m: () => (flies.value = !flies.peek()),
    g: doing.rejoin,
    '?': () => (help.value = !help.peek()),
  };
}

/** The key's sign in small letters, as it stands on a Latin keyboard. */
function letterOf({ key, code }: KeyboardEvent): string {
  if (key.length > 1) return key;
  if (key < '\u0080') return key === '/' || key === '?' ? '?' : key.toLowerCase();
  return PLACES[code] ?? (code.startsWith('Key') ? code.slice(3).toLowerCase() : key);
}

function digitOf(key: string): string | null {
  if (/^[0-9]$/.test(key)) return key;
  const digit = key.length === 1 ? ARABIC_DIGITS.indexOf(key) : -1;
  return digit < 0 ? null : String(digit);
}

function typed(show: Show, digit: string): boolean {
  const digits = (show.typed.peek() + digit).slice(-MOST_DIGITS);
  show.typed.value = digits;
  setTimeout(() => {
    if (show.typed.peek() === digits) show.typed.value = '';
  }, PATIENCE);
  return true;
}

/** Enter goes to the scene whose number was typed, and to the next one if none was. */
function entered(show: Show): boolean {
  const number = Number(show.typed.peek());
  show.typed.value = '';
  if (!number) show.step(1);
  else if (number <= show.presentation.scenes.length) show.go(number - 1);
  return true;
}

/** Escape takes away what lies over the scene, one after another; then it ends, and once more leaves. */
function ended(show: Show, doing: Doing): boolean {
  const { blank, ended: isEnded, help, tool, typed: digits } = show;
  if (help.peek()) help.value = false;
  else if (digits.peek()) digits.value = '';
  else if (tool.peek()) tool.value = null;
  else if (blank.peek()) blank.value = null;
  else if (isEnded.peek()) doing.leave();
  else isEnded.value = true;
  return true;
}
