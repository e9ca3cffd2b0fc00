/** Names on the ground, in the reader's language: countries, seas, districts, towns. */

import type { Lang, Text } from '../document';
import type { Ground, Spot } from './ground';
import { colourOf, viewOf, worldCopies, type Palette } from './ground-brush';
import { anchors, areaOf, type Anchor, type GroundShapes, type Shape } from './ground-geometry';
import { dotsIn, townsOf, type Town } from './ground-towns';
import { overlap } from './label-grid';
import { labelFont } from './label-painter';
import type { Label, Line, Side } from './labels';
import { projected, WORLD, type Box, type Point } from './projection';
import type { Frame } from './sheet';

/** Labels of the ground give way to those of features, whose priorities begin at 100. */
const PRIORITY = { libya: 90, capital: 70, country: 60, sea: 50, town: 30, district: 20 } as const;
const HOME = 'LY';
/** Districts' own `minZoom` may ask for more; below this no one looks for them. */
const DISTRICTS_FROM = 7;
/** Up to this zoom a country's name still says where one is. */
const COUNTRY_UP_TO = 9;
const HOME_UP_TO = 7;
/** Zoom levels after which the name of a sea is larger than its water. */
const SEA_SPAN = 5;
const AROUND: readonly Side[] = ['end', 'start', 'above', 'below', 'above-end', 'below-end', 'above-start', 'below-start'];
const AREA: readonly Side[] = ['centre', 'above', 'below'];
/** Characters from which a name stands on two lines. */
const LONG = 15;
/** The same for seas, which have room, but for the smaller ones. */
const LONG_AT_SEA = 21;
const NARROW_FROM = 5.5;

/** An area with a name: a country, sea or district. Places and areas in pixels of zoom 0. */
interface Region {
  readonly id: string;
  readonly name: Text;
  readonly at: Point;
  readonly minZoom: number;
}

interface Country extends Region {
  readonly area: number;
  /** What its largest ring lies in; null where it has none. */
  readonly box: Box | null;
  /** Where else the name may stand, worked out when first wanted. */
  readonly anchors: () => readonly Anchor[];
}

/** What of the ground has a name. */
export interface GroundNames {
  readonly countries: readonly Country[];
  readonly seas: readonly Region[];
  readonly districts: readonly Region[];
  readonly towns: readonly Town[];
  readonly cities: Ground['cities'];
}

export function namesOf(ground: Ground, shapes: GroundShapes): GroundNames {
  const at = ([lon, lat]: Spot) => projected([lon / ground.scale, lat / ground.scale]);
  const region = ({ id, name, label, minZoom }: Ground['seas'][number]): Region => ({ id, name, at: at(label), minZoom });
  return {
    countries: ground.countries.map((country, index) => countryOf(country, at(country.label), shapes.countries[index] ?? [])),
    seas: ground.seas.map(region),
    districts: ground.districts.map(region),
    towns: townsOf(ground),
    cities: ground.cities,
  };
}

function countryOf({ iso, name, minZoom }: Ground['countries'][number], at: Point, rings: readonly Shape[]): Country {
  const [largest] = [...rings].sort((a, b) => b.box.width * b.box.height - a.box.width * a.box.height);
  let found: readonly Anchor[] | undefined;
  return {
    id: iso,
    name,
    at,
    minZoom,
    area: largest ? areaOf(largest) : 0,
    box: largest?.box ?? null,
    anchors: () => (found ??= largest ? anchors(largest, at) : []),
  };
}

export function groundLabels(names: GroundNames, frame: Frame, lang: Lang, palette: Palette): Label[] {
  const shown = <T extends { readonly minZoom: number }>(things: readonly T[]) => things.filter(({ minZoom }) => minZoom <= frame.zoom);
  const style = { frame, lang, palette };
  return [
    ...names.countries.filter((country) => country.id === HOME || country.minZoom <= frame.zoom).flatMap((country) => countryLabels(country, style)),
    ...shown(names.seas).flatMap((sea) => seaLabels(sea, style)),
    ...(frame.zoom >= DISTRICTS_FROM ? shown(names.districts).flatMap((district) => districtLabels(district, style)) : []),
    ...townLabels(names, style),
  ];
}

interface Style {
  readonly frame: Frame;
  readonly lang: Lang;
  readonly palette: Palette;
}

function countryLabels(country: Country, style: Style): Label[] {
  const { frame, lang, palette } = style;
  const home = country.id === HOME;
  if (frame.zoom > (home ? HOME_UP_TO : COUNTRY_UP_TO)) return [];
  const side = Math.sqrt(country.area) * frame.scale;
  const size = home ? bounded(side / 16, 11, 30) : bounded(9.2 + side / 130, 9.5, 14);
  const spacing = size * (home ? bounded(side / 1000, 0.2, 0.5) : 0.12 + Math.min(0.2, side / 4000));
  const text = lang === 'en' ? country.name.en.toLocaleUpperCase('en') : country.name.ar;
  const ink = colourOf(palette, home ? 'libya-border' : 'country-ink');
  const lines = broken(text).map((part): Line => ({ text: part, font: labelFont(round(size * (lang === 'ar' ? 1.12 : 1)), 500), colour: ink }));
  const room = (Math.max(...lines.map((line) => line.text.length)) * (size * 0.66 + (lang === 'en' ? spacing : 0))) / 2 + 8;
  return worldCopies(frame).flatMap((copy) => {
    const [at, ...elsewhere] = anchorsIn(frame, country, copy, room);
    if (!at) return [];
    const priority = home ? PRIORITY.libya : PRIORITY.country - country.minZoom;
    const halo = colourOf(palette, home ? 'libya' : 'land');
    return [{ id: `country:${country.id}:${copy}`, lines, at, gap: size * 0.9, priority, sides: AREA, spacing: round(spacing), halo, elsewhere }];
  });
}

/** Where a country's name may stand in a frame: its own spot first, but before all what the window shows. */
function anchorsIn(frame: Frame, country: Country, copy: number, room: number): Point[] {
  const seen = country.box && overlap(country.box, viewOf(frame, copy));
  const roomy = seen ? country.anchors().filter((anchor) => anchor.room * frame.scale > room) : [];
  const points = [country.at, ...roomy].map((anchor) => canvasPoint(anchor, copy, frame)).filter((point) => inside(point, frame, 0));
  const shown = (point: Point) => contains(frame.window, point, room);
  return [...points.filter(shown), ...points.filter((point) => !shown(point))];
}

function seaLabels(sea: Region, { frame, lang, palette }: Style): Label[] {
  const depth = frame.zoom - sea.minZoom;
  if (depth > SEA_SPAN) return [];
  const size = round(bounded((sea.minZoom <= 4.5 ? 12.5 : 11) + depth * 1.2, 11, 17));
  const lines = broken(sea.name[lang], sea.minZoom < NARROW_FROM ? LONG_AT_SEA : LONG).map((text): Line => ({ text, font: labelFont(size, 400), colour: colourOf(palette, 'sea-ink') }));
  return copiesOf(sea.at, frame).map(({ at, copy }) => ({
    id: `sea:${sea.id}:${copy}`,
    lines,
    at,
    gap: size * 0.9,
    priority: PRIORITY.sea - sea.minZoom,
    sides: AREA,
    spacing: round(size * 0.09),
    slant: true,
    halo: colourOf(palette, 'sea'),
  }));
}

function districtLabels(district: Region, { frame, lang, palette }: Style): Label[] {
  const size = round(bounded(10.5 + (frame.zoom - DISTRICTS_FROM) * 0.8, 10.5, 13));
  const text = lang === 'en' ? district.name.en.toLocaleUpperCase('en') : district.name.ar;
  const lines = [{ text, font: labelFont(lang === 'ar' ? size + 1.5 : size, 400), colour: colourOf(palette, 'country-ink') }];
  const at = canvasPoint(district.at, 0, frame);
  if (!inside(at, frame)) return [];
  const own = { id: `district:${district.id}`, lines, at, gap: size * 1.2, spacing: round(size * 0.16), halo: colourOf(palette, 'libya') };
  return [{ ...own, priority: PRIORITY.district, sides: AREA }];
}

function townLabels({ towns, cities }: GroundNames, { frame, lang, palette }: Style): Label[] {
  return dotsIn(frame, towns).flatMap(({ index, at, radius, capital }): Label[] => {
    const city = cities[index];
    if (!city) return [];
    const home = city.iso === HOME;
    const size = [12.5, 12.5, 12, 11.5, 11, 11][city.rank] ?? 11;
    const font = labelFont(size + (home && frame.zoom >= 7 ? 0.5 : 0), capital ? 600 : city.rank <= 2 ? 500 : 400);
    const line = { text: city.name[lang], font, colour: colourOf(palette, home ? 'place-ink' : 'country-ink') };
    const priority = (capital && home ? PRIORITY.capital : PRIORITY.town + (home ? 3 : 0) - city.rank) - index / cities.length;
    const copy = Math.floor((at.x + frame.origin.x) / (WORLD * frame.scale));
    return [{ id: `town:${city.iso}:${city.name.en}:${copy}`, lines: [line], at, gap: radius + (capital ? 4.5 : 3.5), priority, sides: AROUND, ...(home ? {} : { halo: colourOf(palette, 'land') }) }];
  });
}

/** A long name in two lines of about equal length, where it has a space near its middle. */
export function broken(text: string, long = LONG): string[] {
  if (text.length < long) return [text];
  const spaces = [...text.matchAll(/ /g)].map((match) => match.index);
  const [best] = spaces.sort((a, b) => Math.abs(a - text.length / 2) - Math.abs(b - text.length / 2));
  return best === undefined ? [text] : [text.slice(0, best), text.slice(best + 1)];
}

function copiesOf(point: Point, frame: Frame): { at: Point; copy: number }[] {
  return worldCopies(frame).map((copy) => ({ at: canvasPoint(point, copy, frame), copy }));
}

function canvasPoint({ x, y }: Point, copy: number, { scale, origin }: Frame): Point {
  return { x: (x + copy * WORLD) * scale - origin.x, y: y * scale - origin.y };
}

function contains(box: Box, { x, y }: Point, margin: number): boolean {
  return x > box.x + margin && x < box.x + box.width - margin && y > box.y + 10 && y < box.y + box.height - 10;
}

/** Whether a label at a point may reach into the frame. */
function inside({ x, y }: Point, { size }: Frame, reach = 100): boolean {
  return x > -reach && y > -reach && x < size.width + reach && y < size.height + reach;
}

function bounded(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

/** Sizes in tenths, so that widths of text are measured once and not at every fraction of a zoom. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}
