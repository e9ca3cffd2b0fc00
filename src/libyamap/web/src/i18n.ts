/**
 * Words, numbers and dates in the reader's language.
 *
 * Messages stand in `locale/web.<lang>.json`, in the form that the library's `i18n.py` reads: a string with
 * `{placeholders}`, or plural forms by CLDR category, chosen by the placeholder `n`. Digits are Latin, as in Libya.
 */

import arabic from '../../locale/web.ar.json';
import english from '../../locale/web.en.json';
import type { Lang, Text } from './document';
import { whenAsked } from './when-asked';

export type MessageKey = keyof typeof english;
export type Direction = 'rtl' | 'ltr';
type Plural = Partial<Record<Intl.LDMLPluralRule, string>>;
type Messages<K extends string> = Readonly<Record<K, string | Plural>>;
/** Messages in both languages. */
export type Topic<K extends string> = Readonly<Record<Lang, Messages<K>>>;
export type Params = Readonly<Record<string, string | number>>;

/** A message cut at its placeholders: text, or the name of the parameter that stands there. */
export type Part = { readonly text: string } | { readonly param: string };

export interface Speech {
  readonly lang: Lang;
  readonly other: Lang;
  readonly dir: Direction;
  /** The message `key`, its parameters filled in and its numbers formatted. */
  t(key: MessageKey, params?: Params): string;
  /** The same for messages of a topic that the first screen does without. */
  topic<K extends string>(topic: Topic<K>): (key: K, params?: Params) => string;
  /** The message `key` in parts, for parameters that are more than text. */
  parts(key: MessageKey, n?: number): Part[];
  /** Whether there is such a message; for keys built from a dataset's own terms. */
  has(key: string): key is MessageKey;
  /** The text in this language. */
  of(text: Text): string;
  number(value: number): string;
  /** A share of 1, as "40%". */
  percent(share: number): string;
  /** "a, b and c". */
  list(items: readonly string[]): string;
  /** "26 September 2023". */
  day(day: number): string;
  /** "September 2023". */
  month(day: number): string;
  /** "Sep". */
  monthName(day: number): string;
  /** "26 Sep". */
  dayOfMonth(day: number): string;
}

export const LANGUAGES: readonly Lang[] = ['ar', 'en'];

const LOCALES: Readonly<Record<Lang, string>> = { ar: 'ar-LY-u-nu-latn', en: 'en-GB-u-nu-latn' };
const MESSAGES: Topic<MessageKey> = { ar: arabic, en: english };
const PLACEHOLDER = /\{(\w+)\}/;
const DAY = 86_400_000;

export function direction(lang: Lang): Direction {
  return lang === 'ar' ? 'rtl' : 'ltr';
}

/** Everything that is said in a language. */
export function speech(lang: Lang): Speech {
  return SPEECHES[lang]();
}

const SPEECHES: Readonly<Record<Lang, () => Speech>> = {
  ar: whenAsked(() => createSpeech('ar')),
  en: whenAsked(() => createSpeech('en')),
};

function createSpeech(lang: Lang): Speech {
  const locale = LOCALES[lang];
  const messages = MESSAGES[lang];
  // Each takes milliseconds to make, which the start of a page has better uses for.
  const plurals = whenAsked(() => new Intl.PluralRules(locale));
  const numbers = whenAsked(() => new Intl.NumberFormat(locale));
  const percents = whenAsked(() => new Intl.NumberFormat(locale, { style: 'percent' }));
  const lists = whenAsked(() => new Intl.ListFormat(locale, { type: 'conjunction' }));
  const days = whenAsked(() => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }));
  const months = whenAsked(() => new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }));
  const monthNames = whenAsked(() => new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' }));
  const daysOfMonth = whenAsked(() => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }));

  const form = <K extends string>(key: K, n: number | undefined, among: Messages<K>): string => {
    const message = among[key];
    if (typeof message === 'string') return message;
    return message[plurals().select(n ?? 0)] ?? message.other ?? '';
  };
  const shown = (value: string | number | undefined) => (typeof value === 'number' ? numbers().format(value) : (value ?? ''));

  const told = <K extends string>(key: K, params: Params = {}, among: Messages<K>): string => {
    const n = params.n;
    return split(form(key, typeof n === 'number' ? n : undefined, among))
      .map((part) => ('text' in part ? part.text : shown(params[part.param])))
      .join('');
  };

  return {
    lang,
    other: lang === 'ar' ? 'en' : 'ar',
    dir: direction(lang),
    t: (key, params) => told(key, params, messages),
    topic: (topic) => (key, params) => told(key, params, topic[lang]),
    parts: (key, n) => split(form(key, n, messages)),
    has: (key): key is MessageKey => Object.hasOwn(messages, key),
    of: (text) => text[lang],
    number: (value) => numbers().format(value),
    percent: (share) => percents().format(share),
    list: (items) => lists().format(items),
    day: (day) => days().format(new Date(day * DAY)),
    month: (day) => months().format(new Date(day * DAY)),
    monthName: (day) => monthNames().format(new Date(day * DAY)),
    dayOfMonth: (day) => daysOfMonth().format(new Date(day * DAY)),
  };
}

/** How names are sorted in a language. */
export function collation(lang: Lang): Intl.Collator {
  return new Intl.Collator(LOCALES[lang], { numeric: true, sensitivity: 'base' });
}

function split(message: string): Part[] {
  return message
    .split(PLACEHOLDER)
    .map((piece, index) => (index % 2 ? { param: piece } : { text: piece }))
    .filter((part) => !('text' in part) || part.text !== '');
}

/** Wraps a run of Latin letters or digits so that it keeps its order within Arabic text. */
export function isolated(text: string): string {
  return `\u2066${text}\u2069`;
}
