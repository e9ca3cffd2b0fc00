/** A brief as its file has it: scenes in an order, each a View with its text. The library's `brief.py` is its twin. */

import type { Text } from '../document';

export const FORMAT = 'libyamap-brief/1';

export interface Line {
  readonly text: Text;
  /** Ids of the claims that it is footnoted to. */
  readonly claims: readonly string[];
}

export type Transition = 'fly' | 'cut';

export interface Scene {
  readonly id: string;
  readonly title: Text;
  readonly lines: readonly Line[];
  /** A permalink's query, without language and theme. */
  readonly view: string;
  /** Ids of the features that stand out. */
  readonly highlighted: readonly string[];
  readonly marking: string | null;
  readonly transition: Transition;
  /** Seconds after which the next scene follows by itself. */
  readonly dwell: number | null;
  /** Whether time is played over the scene's interval. */
  readonly plays: boolean;
  /** The digest that each claim had when its line was written, by the claim's id. */
  readonly made_of: Readonly<Record<string, string>>;
}

export interface Brief {
  readonly format: typeof FORMAT;
  /** The name of its file. */
  readonly id: string;
  readonly title: Text;
  readonly subtitle: Text;
  readonly author: Text;
  /** As in `2023-09-28`. */
  readonly date: string;
  readonly marking: string | null;
  readonly scenes: readonly Scene[];
}

export const UNWRITTEN: Text = { ar: '', en: '' };

/** The most that a text, a marking and a scene's time may be. */
export const MOST_LETTERS = 2000;
export const MOST_MARKING = 80;
export const MOST_DWELL = 3600;

/** A text in a language; in the other one where it is lacking. */
export function inEither(text: Text, lang: 'ar' | 'en'): string {
  return text[lang] || text[lang === 'ar' ? 'en' : 'ar'];
}

/** Ids of the claims of a scene's lines, each once. */
export function claimsOf({ lines }: Scene): string[] {
  return [...new Set(lines.flatMap(({ claims }) => claims))];
}
