/** Day numbers (days since 1970-01-01 in the proleptic Gregorian calendar) and the dates that they stand for. */

const DAY = 86_400_000;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const LOOSE = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/;
const DAY_FIRST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;
const MONTH_FIRST = /^(\d{1,2})[-/.](\d{4})$/;
const ARABIC_DIGITS = /[٠-٩۰-۹]/g;

/** The day number of a calendar date, or null where there is no such date. */
export function dayOf(year: number, month = 1, day = 1): number | null {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= 1 ? Math.round(date.getTime() / DAY) : null;
}

/** Read `2023-09-26`; null for anything else. */
export function parseIso(text: string): number | null {
  const match = ISO.exec(text);
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** Write a day number as `2023-09-26`. */
export function iso(day: number): string {
  const date = new Date(day * DAY);
  const part = (value: number, width: number) => String(value).padStart(width, '0');
  return `${part(date.getUTCFullYear(), 4)}-${part(date.getUTCMonth() + 1, 2)}-${part(date.getUTCDate(), 2)}`;
}

/** The calendar year and month (1 to 12) of a day number. */
export function monthOf(day: number): { readonly year: number; readonly month: number } {
  const date = new Date(day * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 };
}

/** First and last day of a month, counted on beyond December and before January. */
export function monthSpan(year: number, month: number): readonly [number, number] {
  const start = (at: number) => Math.round(Date.UTC(year, at - 1, 1) / DAY);
  return [start(month), start(month + 1) - 1];
}

/**
 * What a person types for a date: `2023`, `2023-9`, `2023/09/26`, `26/9/2023`, `9/2023`, in Latin or Arabic digits.
 * A year or month stands for its first day at the start of an interval and for its last day at the end.
 */
export function parseTyped(text: string, edge: 'first' | 'last'): number | null {
  const plain = text.trim().replace(ARABIC_DIGITS, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
  const [year, month, day] = typedParts(plain);
  if (year === undefined) return null;
  if (month === undefined) return edge === 'first' ? dayOf(year) : dayOf(year, 12, 31);
  if (month < 1 || month > 12) return null;
  if (day === undefined) return monthSpan(year, month)[edge === 'first' ? 0 : 1];
  return dayOf(year, month, day);
}

function typedParts(text: string): (number | undefined)[] {
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return [Number(dayFirst[3]), Number(dayFirst[2]), Number(dayFirst[1])];
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst) return [Number(monthFirst[2]), Number(monthFirst[1])];
  const loose = LOOSE.exec(text);
  return loose ? loose.slice(1).map((part) => (part === undefined ? undefined : Number(part))) : [];
}
