/** Labels of the ground: countries, seas, districts and towns, in the reader's language. */

import type { Lang } from '../document';
import { placed, type Frame } from './canvas';
import type { Palette } from './earth';
import type { Ground, Spot } from './ground';
import { font } from './lettering';
import { projected } from './mercator';
import type { Label, Line, Side } from './placement';

const AROUND: readonly Side[] = ['end', 'start', 'above', 'below', 'end-above', 'end-below', 'start-above', 'start-below'];

/** The largest area of labels that features' own labels must win against. */
const GROUND = { sea: 30, country: 40, city: 20, district: 10 } as const;

export function groundLabels(ground: Ground, frame: Frame, lang: Lang, palette: Palette): Label[] {
  const at = ([x, y]: Spot) => placed(frame, projected([x / ground.scale, y / ground.scale]));
  const inside = ({ x, y }: { x: number; y: number }) => x > -40 && y > -20 && x < frame.width + 40 && y < frame.height + 20;
  const colour = (name: string) => palette[name] ?? '#666666';
  const area = (id: string, text: string, spot: Spot, priority: number, style: Omit<Line, 'text'>): Label[] => {
    const point = at(spot);
    return inside(point) ? [{ id, at: point, gap: 0, priority, sides: ['centre'], lines: [{ text, ...style }] }] : [];
  };
  const shown = <T extends { readonly minZoom: number }>(things: readonly T[]) => things.filter(({ minZoom }) => minZoom <= frame.zoom);

  const countries = shown(ground.countries).flatMap(({ iso, name, label, minZoom }) => {
    const home = iso === 'LY';
    const size = home ? Math.min(30, 15 + (frame.zoom - 4) * 3) : Math.min(15, 10.5 + (frame.zoom - minZoom));
    const spaced = lang === 'en' ? { spacing: home ? size * 0.42 : size * 0.14 } : {};
    const text = lang === 'en' ? name.en.toUpperCase() : name.ar;
    const style = { font: font(size, 500), height: size * 1.3, colour: colour(home ? 'libya-border' : 'country-ink'), ...spaced };
    return area(`country:${iso}`, text, label, GROUND.country - minZoom, style);
  });
  const seas = shown(ground.seas).flatMap(({ id, name, label, minZoom }) => {
    const size = minZoom <= 4 ? 14 : 12;
    const slant = lang === 'en' ? 'italic' : 'normal';
    const style = { font: font(size, 400, slant), height: size * 1.3, colour: colour('sea-ink'), ...(lang === 'en' ? { spacing: 0.8 } : {}) };
    return area(`sea:${id}`, name[lang], label, GROUND.sea - minZoom, style);
  });
  const districts = shown(ground.districts).flatMap(({ id, name, label }) =>
    area(`district:${id}`, name[lang], label, GROUND.district, { font: font(11, 400), height: 14, colour: colour('country-ink') }),
  );
  const cities = shown(ground.cities).flatMap(({ name, at: spot, rank, capital }, index): Label[] => {
    const point = at(spot);
    if (!inside(point)) return [];
    const size = rank <= 1 ? 12.5 : rank === 2 ? 12 : 11.5;
    const line = { text: name[lang], font: font(size, capital || rank <= 1 ? 600 : 400), height: size * 1.25, colour: colour('place-ink') };
    const order = index / (ground.cities.length + 1);
    return [{ id: `city:${name.en}`, at: point, gap: 6, priority: GROUND.city + 5 - rank - order, sides: AROUND, lines: [line] }];
  });
  return [...countries, ...seas, ...districts, ...cities];
}
