/** Coordinates as people write and read them: decimal degrees, degrees-minutes-seconds, MGRS. */

import { forward, toPoint } from 'mgrs';
import type { LonLat } from './document';

export type Notation = 'decimal' | 'dms' | 'mgrs';
export const NOTATIONS: readonly Notation[] = ['decimal', 'dms', 'mgrs'];

/** MGRS is defined between these latitudes. */
const MGRS_SOUTH = -80;
const MGRS_NORTH = 84;
const MGRS = /^\d{1,2}[C-HJ-NP-X][A-HJ-NP-Z]{2}(\d\d){0,5}$/;
const ARABIC_DIGITS = /[٠-٩۰-۹]/g;
const HEMISPHERES: Readonly<Record<string, string>> = { ش: 'N', ج: 'S', ق: 'E', غ: 'W' };
const ANGLE = /(-?\d+(?:\.\d+)?)\s*°?\s*(?:(\d+(?:\.\d+)?)\s*['′]\s*)?(?:(\d+(?:\.\d+)?)\s*(?:"|″|''))?\s*([NSEW])?/g;

/** A position in a notation, always with Latin digits and letters, left to right. */
export function written([lon, lat]: LonLat, notation: Notation): string {
  if (notation === 'mgrs' && lat >= MGRS_SOUTH && lat <= MGRS_NORTH) return spaced(forward([lon, lat], 5));
  const angle = notation === 'dms' ? dms : decimal;
  return `${angle(lat)} ${lat < 0 ? 'S' : 'N'}, ${angle(lon)} ${lon < 0 ? 'W' : 'E'}`;
}

function decimal(degrees: number): string {
  return `${Math.abs(degrees).toFixed(4)}°`;
}

function dms(degrees: number): string {
  const seconds = Math.round(Math.abs(degrees) * 3600);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}°${two(Math.floor(seconds / 60) % 60)}′${two(seconds % 60)}″`;
}

function spaced(reference: string): string {
  const match = /^(\d{1,2}[A-Z])([A-Z]{2})(\d{5})(\d{5})$/.exec(reference);
  return match ? match.slice(1).join(' ') : reference;
}

/** Read what a person types: either notation of degrees (latitude first, or with N S E W) or MGRS; null if neither. */
export function parsePosition(text: string): LonLat | null {
  const plain = text
    .replace(ARABIC_DIGITS, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .replace(/[شجقغ]/g, (letter) => HEMISPHERES[letter] ?? letter)
    .replace(/٫/g, '.')
    .replace(/[’]/g, "'")
    .replace(/[”]/g, '"')
    .replace(/−/g, '-')
    .toUpperCase()
    .trim();
  return parseMgrs(plain.replace(/\s+/g, '')) ?? parseAngles(plain);
}

function parseMgrs(text: string): LonLat | null {
  if (!MGRS.test(text)) return null;
  try {
    const [lon, lat] = toPoint(text);
    return inWorld(lon, lat);
  } catch {
    return null;
  }
}

function parseAngles(text: string): LonLat | null {
  const found = [...text.replace(/^([NSEW])\s*(\S.*?)[,\s]+([NSEW])\s*(\S.*)$/, '$2 $1, $4 $3').matchAll(ANGLE)];
  if (found.length !== 2 || text.replace(ANGLE, '').replace(/[,;،؛\sNSEW]/g, '') !== '') return null;
  const [first, second] = found.map(([, degrees, minutes = '0', seconds = '0', hemisphere]) => ({
    value: signed(Number(degrees), Number(minutes), Number(seconds), hemisphere),
    isLongitude: hemisphere === 'E' || hemisphere === 'W',
    minutes: Number(minutes),
    seconds: Number(seconds),
  }));
  if (!first || !second || [first, second].some(({ minutes, seconds }) => minutes >= 60 || seconds >= 60)) return null;
  return first.isLongitude ? inWorld(first.value, second.value) : inWorld(second.value, first.value);
}

function signed(degrees: number, minutes: number, seconds: number, hemisphere: string | undefined): number {
  const size = Math.abs(degrees) + minutes / 60 + seconds / 3600;
  const negative = degrees < 0 || Object.is(degrees, -0) || hemisphere === 'S' || hemisphere === 'W';
  return negative ? -size : size;
}

function inWorld(lon: number, lat: number): LonLat | null {
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? [lon, lat] : null;
}
