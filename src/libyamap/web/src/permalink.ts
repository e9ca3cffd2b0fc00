/** View and permalink: one view has one address. Parameters, their order and forms are those of `view.py`. */

import { iso, parseIso } from './days';
import type { Assertion, Lang, Theme } from './document';
import { decode, encodeForAddress, MOST_IN_ADDRESS } from './drawing/codec';
import { DEFAULT_VIEW, NO_FILTERS, OPAQUE, seenThrough, sideOf, type Credibility, type Filters, type LayerOpacity, type Location, type Reliability, type Versus, type View } from './view';

/** A query as read: the view, and the names of parameters whose values cannot be and were left at their defaults. */
export interface Reading {
  readonly view: View;
  readonly refused: readonly string[];
}

/** Thrown by a parameter's reader for a value that it cannot have. */
class RefusedValue extends Error {}

interface Parameter {
  readonly name: string;
  /** The view with the parameter's value. */
  readonly read: (text: string, view: View) => View;
  /** The value in the address, or null where it is the default. */
  readonly write: (view: View) => string | null;
}

const MAX_ZOOM = 18;
const MAX_TEXT = 200;
const NUMBER = /^-?\d{1,3}(\.\d{1,10})?$/;
const WHOLE = /^\d{1,2}$/;
const PERCENT = /^\d{1,3}$/;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const MAX_SLUG = 80;

/** What a list in the address may hold, in the order in which it is explained. */
export const ASSERTIONS = ['stated', 'reported', 'assessed', 'forecast', 'requested', 'denied'] as const;
export const LOCATIONS = ['exact', 'vicinity', 'locality', 'area', 'sea', 'country', 'none'] as const;
export const KINDS: readonly string[] = (
  'forces headquarters influence visit meeting tour-stop announcement port-call campaign withdrawal support disaster ' +
  'death battle explosion violence protest riot development event redeployment journey request pledge ' +
  'position pressure motive relation conclusion forecast reason'
).split(' ');

function refuse(text: string): never {
  throw new RefusedValue(text);
}

function oneOf<T extends string>(values: readonly T[], text: string): T {
  return values.find((value) => value === text) ?? refuse(text);
}

function slug(text: string): string {
  return SLUG.test(text) && text.length <= MAX_SLUG ? text : refuse(text);
}

function number(text: string, least: number, most: number, decimals: number): number {
  const value = NUMBER.test(text) ? Number(text) : NaN;
  return value >= least && value <= most ? Number(value.toFixed(decimals)) + 0 : refuse(text);
}

function whole(text: string, least: number, most: number, form = WHOLE): number {
  const value = form.test(text) ? Number(text) : NaN;
  return value >= least && value <= most ? value : refuse(text);
}

function day(text: string): number {
  return parseIso(text) ?? refuse(text);
}

function flag(text: string): boolean {
  return oneOf(['0', '1'], text) === '1';
}

/** Parts of a list, each checked, without repetition. */
function inOrder<T extends string>(text: string, check: (part: string) => T): T[] {
  return [...new Set(text.split(',').filter(Boolean).map(check))];
}

function list<T extends string>(text: string, check: (part: string) => T): T[] {
  return inOrder(text, check).sort();
}

/** Opacities by layer; of a repeated layer the last counts, and opaque ones need no mention. */
function opacities(text: string): LayerOpacity[] {
  const pairs = text.split(',').filter(Boolean).map((part): LayerOpacity => {
    const [layer = '', percent = '', ...more] = part.split(':');
    return more.length > 0 ? refuse(part) : [slug(layer), whole(percent, 0, OPAQUE, PERCENT)];
  });
  return seenThrough(new Map(pairs));
}

function drawings(text: string): View['drawings'] {
  return (text.length <= MOST_IN_ADDRESS && decode(text)) || refuse(text);
}

function center(text: string): { lat: number; lon: number } {
  const [lat, lon, ...more] = text.split(',');
  if (lat === undefined || lon === undefined || more.length > 0) return refuse(text);
  return { lat: number(lat, -90, 90, 4), lon: number(lon, -180, 180, 4) };
}

function words(text: string): string {
  return [...text].length <= MAX_TEXT ? text.trim().split(/\s+/).join(' ') : refuse(text);
}

function filter<K extends keyof Filters>(
  name: string,
  field: K,
  read: (text: string) => Filters[K],
  write: (value: Filters[K]) => string,
): Parameter {
  const initial = write(NO_FILTERS[field]);
  return {
    name,
    read: (text, view) => ({ ...view, filters: { ...view.filters, [field]: read(text) } }),
    write: ({ filters }) => (write(filters[field]) === initial ? null : write(filters[field])),
  };
}

function field<K extends keyof View>(
  name: string,
  key: K,
  read: (text: string) => View[K],
  write: (value: View[K]) => string | null,
): Parameter {
  return { name, read: (text, view) => ({ ...view, [key]: read(text) }), write: (view) => write(view[key]) };
}

const joined = (values: readonly string[]) => values.join(',');
const isoOrNone = (value: number | null) => (value === null ? null : iso(value));

const FIRST_FILTERS: readonly Parameter[] = [
  filter('asof', 'asOf', day, (value) => isoOrNone(value) ?? ''),
  filter('kinds', 'kinds', (text) => list(text, (part) => oneOf(KINDS, part)), joined),
  filter('actors', 'actors', (text) => list(text, slug), joined),
  filter('assertion', 'assertions', (text) => list(text, (part) => oneOf<Assertion>(ASSERTIONS, part)), joined),
  filter('rel', 'reliability', (text) => oneOf<Reliability>(['A', 'B', 'C', 'D', 'E', 'F'], text), (value) => value ?? ''),
  filter('cred', 'credibility', (text) => whole(text, 1, 6) as Credibility, (value) => String(value ?? '')),
  filter('ungraded', 'ungraded', flag, (value) => String(Number(value))),
  filter('sources', 'lineages', (text) => whole(text, 1, 99), String),
  filter('prec', 'precisions', (text) => list(text, (part) => oneOf<Location>(LOCATIONS, part)), joined),
  filter('q', 'text', words, (value) => value),
];

/** What later releases added stands at the end, so that the addresses of earlier ones stay as they are. */
const LATER_FILTERS: readonly Parameter[] = [filter('places', 'places', (text) => list(text, slug), joined)];
const LATEST_FILTERS: readonly Parameter[] = [filter('rec', 'recorded', day, (value) => isoOrNone(value) ?? '')];

const FILTER_PARAMETERS = [...FIRST_FILTERS, ...LATER_FILTERS, ...LATEST_FILTERS];

const WINDOW: readonly Parameter[] = [
  field('layers', 'layers', (text) => list(text, slug), (value) => value && joined(value)),
  field('from', 'first', day, isoOrNone),
  field('to', 'last', day, isoOrNone),
];
const CERTAIN = field('certain', 'certain', flag, (value) => (value ? '1' : null));

/** What a side that is compared with says of itself, in the order in which it is written. */
const SIDE_PARAMETERS: readonly Parameter[] = [...WINDOW, ...FIRST_FILTERS, CERTAIN, ...LATER_FILTERS, ...LATEST_FILTERS];
/** Holds the query of that side; `side=1` in it says that it stands first. */
const VERSUS = 'vs';
const STANDS = 'side';
const FIRST = '1';

/** Every parameter, in the order in which it is written. */
const PARAMETERS: readonly Parameter[] = [
  field('lang', 'lang', (text) => oneOf<Lang>(['ar', 'en'], text), (value) => value),
  field('theme', 'theme', (text) => oneOf<Theme>(['light', 'dark'], text), (value) => (value === 'light' ? null : value)),
  field('c', 'center', center, (value) => value && `${decimal(value.lat, 4)},${decimal(value.lon, 4)}`),
  field('z', 'zoom', (text) => number(text, 0, MAX_ZOOM, 2), (value) => (value === null ? null : decimal(value, 2))),
  ...WINDOW,
  ...FIRST_FILTERS,
  field('sel', 'selected', slug, (value) => value),
  CERTAIN,
  field('order', 'order', (text) => inOrder(text, slug), (value) => joined(value) || null),
  field('opacity', 'opacity', opacities, (value) => joined(value.map(([layer, percent]) => `${layer}:${percent}`)) || null),
  ...LATER_FILTERS,
  field('d', 'drawings', drawings, (value) => encodeForAddress(value) || null),
  ...LATEST_FILTERS,
  field(VERSUS, 'versus', (text) => readSide(text).versus, (value) => value && writeSide(value)),
];

/** Read a query, leaving what is unknown and setting aside what is refused. Of a repeated parameter the last counts. */
export function readQuery(query: string): Reading {
  const given = new Map(new URLSearchParams(query));
  const { view, refused } = readAll(PARAMETERS, given);
  const beside = readSide(given.get(VERSUS) ?? '').refused;
  return { view, refused: [...refused, ...beside.map((name) => `${VERSUS}.${name}`)] };
}

/** Read the query of a side, leaving what is not a side's own: no side has another beside it. */
function readSide(query: string): { readonly versus: Versus; readonly refused: readonly string[] } {
  const given = new Map(new URLSearchParams(query));
  const { view, refused } = readAll(SIDE_PARAMETERS, given);
  const stands = given.get(STANDS);
  const isRefused = stands !== undefined && stands !== FIRST;
  return { versus: { ...sideOf(view), standsFirst: stands === FIRST }, refused: isRefused ? [...refused, STANDS] : refused };
}

function writeSide(versus: Versus): string {
  const own = written(SIDE_PARAMETERS, { ...DEFAULT_VIEW, ...sideOf(versus) });
  return [own, ...(versus.standsFirst ? [`${STANDS}=${FIRST}`] : [])].filter(Boolean).join('&');
}

function readAll(parameters: readonly Parameter[], given: ReadonlyMap<string, string>): Reading {
  const refused: string[] = [];
  let view = DEFAULT_VIEW;
  for (const parameter of parameters) {
    const text = given.get(parameter.name);
    if (text === undefined) continue;
    try {
      view = parameter.read(text, view);
    } catch (error) {
      if (!(error instanceof RefusedValue)) throw error;
      refused.push(parameter.name);
    }
  }
  if (view.first !== null && view.last !== null && view.first > view.last) {
    return { view: { ...view, first: null, last: null }, refused: [...refused, 'from', 'to'] };
  }
  return { view, refused };
}

/** The permalink's query in its one canonical form. */
export function writeQuery(view: View): string {
  return written(PARAMETERS, view);
}

/** The part of the query that decides a Selection. */
export function writeFilters(filters: Filters): string {
  return written(FILTER_PARAMETERS, { ...DEFAULT_VIEW, filters });
}

/** Filters without one of them, named by its parameter. */
export function withoutFilter(filters: Filters, parameter: string): Filters {
  const query = new URLSearchParams(writeFilters(filters));
  query.delete(parameter);
  return readFilters(query.toString());
}

/** Read the part of a query that decides a Selection. */
export function readFilters(query: string): Filters {
  return readQuery(query).view.filters;
}

function written(parameters: readonly Parameter[], view: View): string {
  return parameters
    .flatMap(({ name, write }) => {
      const value = write(view);
      return value === null ? [] : [`${name}=${encoded(value)}`];
    })
    .join('&');
}

/** Percent-encoding as the library does it: commas and colons stay readable, all else but unreserved is encoded. */
function encoded(value: string): string {
  return encodeURIComponent(value)
    .replace(/%2C/g, ',')
    .replace(/%3A/g, ':')
    .replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** A viewport as precisely as an address keeps it. */
export function kept({ lat, lon, zoom }: { readonly lat: number; readonly lon: number; readonly zoom: number }): Pick<View, 'center' | 'zoom'> {
  return { center: { lat: rounded(lat, 4), lon: rounded(lon, 4) }, zoom: rounded(zoom, 2) };
}

/** A number with at most so many decimals, never in the reader's locale. */
function decimal(value: number, decimals: number): string {
  return String(rounded(value, decimals));
}

function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals)) + 0;
}
