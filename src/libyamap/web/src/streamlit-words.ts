/**
 * Streamlit speaks English only. What its widgets say by themselves is said in the reader's language here: labels for
 * screen readers, placeholders, the words of its calendar. Nothing that we or a dataset wrote is touched: only texts
 * that are, from end to end, one of the phrases below.
 */

import { effect, type ReadonlySignal } from '@preact/signals';
import { dayOf } from './days';
import type { MessageKey, Speech } from './i18n';

interface Phrase {
  readonly pattern: RegExp;
  readonly say: (speech: Speech, found: readonly string[]) => string;
}

const ATTRIBUTES = ['aria-label', 'aria-valuetext', 'placeholder', 'title'] as const;
/** Any year: a month's name is wanted without one. */
const COMMON_YEAR = 2001;
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

const phrase = (pattern: RegExp, key: MessageKey, ...names: readonly string[]): Phrase => ({
  pattern,
  say: ({ t }, found) => t(key, Object.fromEntries(names.map((name, index) => [name, found[index] ?? '']))),
});

const PHRASES: readonly Phrase[] = [
  phrase(/^Open$/, 'web.streamlit.open'),
  phrase(/^Dismiss$/, 'web.streamlit.dismiss'),
  phrase(/^Clear all$/, 'web.streamlit.clear-all'),
  phrase(/^Clear (?:value|entry|date)$/, 'web.streamlit.clear'),
  phrase(/^Remove (.+)$/, 'web.streamlit.remove', 'choice'),
  phrase(/^Help for (.+)$/, 'web.streamlit.help-for', 'label'),
  phrase(/^Selected values$/, 'web.streamlit.selected'),
  phrase(/^No results$/, 'web.streamlit.no-results'),
  phrase(/^Choose an option$/, 'web.streamlit.choose'),
  phrase(/^Choose date$/, 'web.streamlit.choose-date'),
  phrase(/^Choose date, (.+)$/, 'web.streamlit.choose-date-in', 'month'),
  phrase(/^Next month$/, 'web.streamlit.next-month'),
  phrase(/^Previous month$/, 'web.streamlit.previous-month'),
  phrase(/^Use arrow keys to navigate dates\..*$/, 'web.streamlit.calendar-keys'),
  phrase(/^day, (.+)$/, 'web.streamlit.day-of', 'label'),
  phrase(/^month, (.+)$/, 'web.streamlit.month-of', 'label'),
  phrase(/^year, (.+)$/, 'web.streamlit.year-of', 'label'),
  phrase(/^Empty$/, 'web.streamlit.empty'),
  phrase(/^yyyy$/, 'web.streamlit.yyyy'),
  phrase(/^mm$/, 'web.streamlit.mm'),
  phrase(/^dd$/, 'web.streamlit.dd'),
  phrase(/^This app has encountered an error\b.*$/s, 'web.streamlit.error'),
  { pattern: /^(\d+) options? available\.$/, say: ({ t }, [count]) => t('web.streamlit.options', { n: Number(count) }) },
  { pattern: /^(\d+) – ([A-Z][a-z]+)$/, say: ({ month }, [number]) => month(dayOf(COMMON_YEAR, Number(number)) ?? 0).replace(String(COMMON_YEAR), '').trim() },
  {
    pattern: /^Selected Date: ([A-Z][a-z]+) (\d+), (\d+)$/,
    say: ({ t, day }, [month, date, year]) => {
      const chosen = dayOf(Number(year), MONTHS.indexOf(month ?? '') + 1, Number(date));
      return t('web.streamlit.selected-date', { date: chosen === null ? '' : day(chosen) });
    },
  },
];

/** What a text or an attribute said at first, and what it was made to say. */
interface Said {
  readonly first: string;
  readonly now: string;
}

/** Keep Streamlit's own words in the reader's language, whatever it adds to the page. */
export function translateStreamlit(speech: ReadonlySignal<Speech>): void {
  const known = new WeakMap<Node, Map<string, Said>>();

  const translate = (node: Node, name: string, read: () => string | null, write: (text: string) => void) => {
    const text = read();
    if (text === null) return;
    const said = known.get(node)?.get(name);
    const first = said?.now === text ? said.first : text;
    const now = inWords(first, speech.peek());
    if (now === null) return;
    if (!known.has(node)) known.set(node, new Map());
    known.get(node)?.set(name, { first, now });
    if (now !== text) write(now);
  };
  const visit = (node: Node) => {
    if (node instanceof Text) translate(node, '', () => node.data, (text) => (node.data = text));
    if (!(node instanceof Element)) return;
    for (const name of ATTRIBUTES) translate(node, name, () => node.getAttribute(name), (text) => node.setAttribute(name, text));
    for (const child of node.childNodes) visit(child);
  };
  const observer = new MutationObserver((changes) => {
    for (const { target, addedNodes, type } of changes) {
      if (type === 'childList') addedNodes.forEach(visit);
      else visit(target);
    }
  });
  const watch = (part: Node) => {
    if (!(part instanceof Element) || part.id === 'libyamap') return;
    observer.observe(part, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: [...ATTRIBUTES] });
    visit(part);
  };
  // Lists and calendars open in elements of their own beside Streamlit's root.
  new MutationObserver((changes) => changes.forEach(({ addedNodes }) => addedNodes.forEach(watch))).observe(document.body, { childList: true });
  document.body.childNodes.forEach(watch);
  effect(() => {
    void speech.value;
    for (const part of document.body.children) if (part.id !== 'libyamap') visit(part);
  });
}

function inWords(text: string, speech: Speech): string | null {
  const trimmed = text.trim();
  for (const { pattern, say } of PHRASES) {
    const found = pattern.exec(trimmed);
    if (found) return say(speech, found.slice(1));
  }
  return null;
}
