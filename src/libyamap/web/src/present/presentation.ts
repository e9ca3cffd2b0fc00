/** A brief with all that its scenes show; `libyamap.render.presentation` writes it. Nothing else is asked for later. */

import type { Document, Selection, Text } from '../document';
import type { Marking } from '../marking';

export interface Presentation {
  readonly format: 'libyamap-presentation/1';
  readonly brief: {
    readonly id: string;
    readonly title: Text;
    readonly subtitle: Text;
    readonly author: Text;
    readonly date: Text;
  };
  readonly document: Document;
  /** What filters leave, by their query. */
  readonly selections: Readonly<Record<string, Selection>>;
  readonly scenes: readonly Scene[];
}

export interface Scene {
  readonly id: string;
  readonly title: Text;
  readonly lines: readonly Line[];
  readonly footnotes: readonly Footnote[];
  /** The permalink's query of its view, without language and theme. */
  readonly query: string;
  /** The part of it that decides a selection. */
  readonly filters: string;
  readonly highlighted: readonly string[];
  readonly marking: Marking | null;
  /** How the map gets there. */
  readonly transition: 'fly' | 'cut';
  /** Seconds after which the next scene follows by itself. */
  readonly dwell: number | null;
  /** Whether time is played over its interval. */
  readonly plays: boolean;
}

export interface Line {
  readonly text: Text;
  /** Numbers of its footnotes. */
  readonly notes: readonly number[];
}

export interface Footnote {
  readonly number: number;
  readonly claim: string;
  readonly text: Text;
  /** Who said it, as the source has it. */
  readonly attribution: Text;
  readonly source: Text;
  /** Paragraphs of the source. */
  readonly locator: readonly number[];
  readonly grade: string;
}

/** Footnotes that name the same speaker, paragraphs and grade of a source, as one. */
export interface Cited {
  readonly numbers: readonly number[];
  readonly note: Footnote;
}

export function cited(footnotes: readonly Footnote[]): Cited[] {
  const found = new Map<string, { numbers: number[]; note: Footnote }>();
  for (const note of footnotes) {
    const key = JSON.stringify([note.attribution, note.source, note.locator, note.grade]);
    const same = found.get(key);
    if (same) same.numbers.push(note.number);
    else found.set(key, { numbers: [note.number], note });
  }
  return [...found.values()];
}

/** The source that all footnotes name, if there is but one. */
export function onlySource(footnotes: readonly Footnote[]): Text | null {
  const [first, ...others] = footnotes.map(({ source }) => source);
  return first && others.every(({ ar, en }) => ar === first.ar && en === first.en) ? first : null;
}

/** Numbers in a row as runs: 1–3, 5. */
export function runs(numbers: readonly number[]): string {
  const found: [number, number][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else found.push([number, number]);
  }
  return found.map(([first, last]) => (first === last ? String(first) : `${first}–${last}`)).join(', ');
}
