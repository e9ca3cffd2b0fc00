/**
 * Drawings as the permalink writes them: letters, digits, `-` and `_`, so that nothing has to be escaped.
 *
 *     selection circle 01 of 50 km, named:   cs01 _MNP KKKKLLLL,TmFtZQ
 *
 * A letter for the shape, one for the role, the id, radii (4 characters each), positions (8 each), and after commas
 * name and note in base64url. Every text of this form means a drawing, and each drawing has one text; `drawings.py`
 * checks the same form.
 */

import type { LonLat } from '../document';
import { wrapped } from './longitudes';
import { MOST_NAME, MOST_NOTE, tidied, type Drawing, type Role, type Shape } from './model';

/** The most characters that drawings take in an address. */
export const MOST_IN_ADDRESS = 1500;

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUES = new Map([...DIGITS].map((digit, value) => [digit, value]));
/** Digits of a number, and the largest number that they write. */
const WIDTH = 4;
const LARGEST = 64 ** WIDTH - 1;
const DECIMALS = 6;

const LETTERS: Readonly<Record<Shape, string>> = {
  polygon: 'p',
  rectangle: 'r',
  circle: 'c',
  corridor: 'k',
  rings: 'g',
  line: 'l',
  point: 'n',
  text: 't',
};
const SHAPES_BY_LETTER = new Map(Object.entries(LETTERS).map(([shape, letter]) => [letter, shape as Shape]));
const ROLES_BY_LETTER = new Map<string, Role>([['s', 'selection'], ['o', 'selection'], ['m', 'measure'], ['n', 'note']]);

const FORM = drawingForm();

function drawingForm(): RegExp {
  const [id, at, radius] = ['[0-9a-z]{2}', '(?:[\\w-]{8})', '(?:[\\w-]{4})'];
  const shapes = [
    `p[somn]${id}${at}{3,}(?::${at}{3,})*`,
    `r[son]${id}${at}{2}`,
    `c[son]${id}${radius}${at}`,
    `k[so]${id}${radius}${at}{2,}`,
    `gm${id}${radius}{1,12}:${at}`,
    `l[mn]${id}${at}{2,}`,
    `[nt]n${id}${at}`,
  ];
  return new RegExp(`^(${shapes.join('|')})(?:,([\\w-]+)|,([\\w-]*),([\\w-]+))?$`);
}

/** All drawings as text. */
export function encode(drawings: readonly Drawing[]): string {
  return drawings.map(encodeOne).join('.');
}

/** The text of as many drawings, from the first on, as an address has room for. */
export function encodeForAddress(drawings: readonly Drawing[]): string {
  return encode(fitting(drawings));
}

/** The drawings that an address has room for. */
export function fitting(drawings: readonly Drawing[]): Drawing[] {
  let room = MOST_IN_ADDRESS + 1;
  return drawings.filter((drawing) => {
    const { length } = encodeOne(drawing);
    if (length + 1 > room) return false;
    room -= length + 1;
    return true;
  });
}

/** Read drawings; null where the text is not of the form. */
export function decode(text: string): Drawing[] | null {
  const read: Drawing[] = [];
  const ids = new Set<string>();
  for (const part of text === '' ? [] : text.split('.')) {
    const drawing = decodeOne(part);
    if (!drawing || ids.has(drawing.id)) return null;
    ids.add(drawing.id);
    read.push(drawing);
  }
  return read;
}

/** A drawing as its text keeps it: positions to about two metres, radii to one. */
export function settled(drawing: Drawing): Drawing {
  return {
    ...drawing,
    paths: drawing.paths.map((path) => path.map(([lon, lat]) => [angle(steps(wrapped(lon), 180), 180), angle(steps(lat, 90), 90)] as const)),
    radii: drawing.radii.map((metres) => metresOf(stepsOf(metres))),
    name: tidied(drawing.name, MOST_NAME),
    note: tidied(drawing.note, MOST_NOTE),
  };
}

const texts = new WeakMap<Drawing, string>();

function encodeOne(drawing: Drawing): string {
  const known = texts.get(drawing);
  if (known !== undefined) return known;
  const { shape, role, only, id, paths, radii, name, note } = drawing;
  const letter = only ? 'o' : role.charAt(0);
  const places = paths.map((path) => path.map(encodePosition).join('')).join(':');
  const sizes = radii.map((metres) => digits(stepsOf(metres))).join('');
  const words = note ? `,${encodeText(name)},${encodeText(note)}` : name ? `,${encodeText(name)}` : '';
  const text = `${LETTERS[shape]}${letter}${id}${sizes}${shape === 'rings' ? ':' : ''}${places}${words}`;
  texts.set(drawing, text);
  return text;
}

function decodeOne(text: string): Drawing | null {
  const match = FORM.exec(text);
  const body = match?.[1];
  if (!match || !body) return null;
  const name = decodeText(match[2] ?? match[3] ?? '', MOST_NAME);
  const note = decodeText(match[4] ?? '', MOST_NOTE);
  const shape = SHAPES_BY_LETTER.get(body.charAt(0));
  const role = ROLES_BY_LETTER.get(body.charAt(1));
  if (name === null || note === null || !shape || !role) return null;
  const rest = body.slice(4);
  const sized = shape === 'rings' ? rest.indexOf(':') : shape === 'circle' || shape === 'corridor' ? WIDTH : 0;
  const radii = pieces(rest.slice(0, sized), WIDTH).map((piece) => metresOf(number(piece)));
  const places = rest.slice(sized + Number(shape === 'rings'));
  const paths = places.split(':').map((path) => pieces(path, 2 * WIDTH).map(decodePosition));
  return { id: body.slice(2, 4), shape, role, only: body.charAt(1) === 'o', paths, radii, name, note };
}

function encodePosition([lon, lat]: LonLat): string {
  return digits(steps(lon, 180)) + digits(steps(lat, 90));
}

function decodePosition(text: string): LonLat {
  return [angle(number(text.slice(0, WIDTH)), 180), angle(number(text.slice(WIDTH)), 90)];
}

/** Degrees from -most to most, in steps from 0 on. */
function steps(degrees: number, most: number): number {
  return Math.round(((clamped(degrees, -most, most) + most) / (2 * most)) * LARGEST);
}

function angle(step: number, most: number): number {
  return Number(((step / LARGEST) * 2 * most - most).toFixed(DECIMALS)) + 0;
}

function stepsOf(metres: number): number {
  return clamped(Math.round(metres) - 1, 0, LARGEST);
}

function metresOf(step: number): number {
  return step + 1;
}

function digits(value: number): string {
  let text = '';
  for (let rest = value, n = 0; n < WIDTH; n++, rest = Math.floor(rest / 64)) text = DIGITS.charAt(rest % 64) + text;
  return text;
}

function number(text: string): number {
  return [...text].reduce((value, digit) => value * 64 + (VALUES.get(digit) ?? 0), 0);
}

function pieces(text: string, width: number): string[] {
  return Array.from({ length: text.length / width }, (_, index) => text.slice(index * width, (index + 1) * width));
}

function encodeText(text: string): string {
  const bytes = String.fromCharCode(...new TextEncoder().encode(text));
  return btoa(bytes).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
}

/** Null where the text could not have been written by `encodeText`, or is not as a drawing keeps it. */
function decodeText(text: string, most: number): string | null {
  try {
    const bytes = Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (char) => char.charCodeAt(0));
    const words = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return encodeText(words) === text && tidied(words, most) === words ? words : null;
  } catch {
    return null;
  }
}

function clamped(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

