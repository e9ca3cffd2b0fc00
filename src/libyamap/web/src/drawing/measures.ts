/** Distances, bearings and areas in words, in kilometres and nautical miles. */

import type { Speech } from '../i18n';
import { METRES_PER_NAUTICAL_MILE } from './geodesy';

const KILOMETRE = 1000;
const SQUARE_KILOMETRE = 1_000_000;

/** "412 km · 222 NM". */
export function distanceWords(metres: number, { t }: Speech): string {
  const miles = rounded(metres / METRES_PER_NAUTICAL_MILE);
  if (metres < KILOMETRE) return t('web.drawing.metres', { metres: Math.round(metres), miles });
  return t('web.drawing.kilometres', { km: rounded(metres / KILOMETRE), miles });
}

/** "5,270 km²". */
export function areaWords(squareMetres: number, { t }: Speech): string {
  if (squareMetres < SQUARE_KILOMETRE / 10) return t('web.drawing.square-metres', { area: Math.round(squareMetres) });
  return t('web.drawing.square-kilometres', { area: rounded(squareMetres / SQUARE_KILOMETRE) });
}

/** "083°", from true north, as it is written on charts. */
export function bearingWords(degrees: number): string {
  return `\u2066${String(Math.round(degrees) % 360).padStart(3, '0')}°\u2069`;
}

/** Three figures, as more would say that more is known. */
function rounded(value: number): number {
  return Number(value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2));
}

const ARABIC_DIGITS = /[٠-٩۰-۹]/g;
const RADIUS = /^(\d+(?:\.\d+)?)\s*(km|nm|nmi|m|كم|م|ميل بحري|ميل)?$/;
const METRES: Readonly<Record<string, number>> = {
  km: KILOMETRE,
  كم: KILOMETRE,
  m: 1,
  م: 1,
  nm: METRES_PER_NAUTICAL_MILE,
  nmi: METRES_PER_NAUTICAL_MILE,
  ميل: METRES_PER_NAUTICAL_MILE,
  'ميل بحري': METRES_PER_NAUTICAL_MILE,
};

/** What a person types for radii: "50, 100 km, 30 nm", kilometres where nothing is said; null where one is none. */
export function parseRadii(text: string, most: number): number[] | null {
  const plain = text
    .replace(ARABIC_DIGITS, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .replace(/٫/g, '.')
    .toLowerCase();
  const radii = plain
    .split(/[,;،؛\n]+/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const [, number, unit = 'km'] = RADIUS.exec(part) ?? [];
      return Number(number) * (METRES[unit] ?? NaN);
    });
  return radii.length > 0 && radii.every((metres) => metres >= 1 && metres <= most) ? [...new Set(radii)].sort((a, b) => a - b) : null;
}

/** Radii as they are typed: kilometres. */
export function writtenRadii(radii: readonly number[]): string {
  return radii.map((metres) => String(Number((metres / KILOMETRE).toFixed(3)))).join(', ');
}
