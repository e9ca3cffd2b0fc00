/** The table's rows: sorted, seen through a window, and as text for a spreadsheet. */

import { collation } from '../../i18n';
import type { Drawn } from '../../selection';
import { cellOf, type Cell, type Column, type Order, type Writing } from './columns';

/** Features in the order of a column; what has no rank stands last, and what is alike stays as it was. */
export function sorted(drawn: readonly Drawn[], { column, descending }: Order, writing: Writing): Drawn[] {
  const collator = collation(writing.speech.lang);
  const keyed = drawn.map((one) => ({ one, rank: cellOf(column, one, writing).rank }));
  const turn = descending ? -1 : 1;
  const compare = (a: Cell['rank'], b: Cell['rank']) => {
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return turn * (typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b)));
  };
  return keyed.sort((a, b) => compare(a.rank, b.rank)).map(({ one }) => one);
}

/** Which rows of `total` are drawn: those in sight, and a few beyond. */
export function inSight(total: number, rowHeight: number, scrolled: number, height: number, beyond: number): readonly [number, number] {
  const first = Math.max(0, Math.min(Math.floor(scrolled / rowHeight) - beyond, total));
  const last = Math.min(total, Math.ceil((scrolled + height) / rowHeight) + beyond);
  return [first, Math.max(first, last)];
}

/** Tab-separated lines for a spreadsheet, with a heading; no cell of it is taken for a formula. */
export function spreadsheet(drawn: readonly Drawn[], columns: readonly Column[], writing: Writing): string {
  const heading = columns.map((column) => writing.speech.t(`web.table.column.${column}`));
  const lines = drawn.map((one) => columns.map((column) => cellOf(column, one, writing).text));
  return [heading, ...lines].map((cells) => cells.map(harmless).join('\t')).join('\n');
}

/** A cell that a spreadsheet takes for text: a formula's first sign, also behind spaces, is put behind an apostrophe. */
export function harmless(text: string): string {
  const plain = text.replace(/[\t\r\n\v\f\u2028\u2029]+/g, ' ');
  return /^\s*[=+\-@＝＋－＠|%]/.test(plain) ? `'${plain}` : plain;
}
