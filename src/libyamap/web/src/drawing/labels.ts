/** What is written on drawings: their names, lengths, bearings, areas, and the radii of rings. */

import type { LonLat } from '../document';
import type { Speech } from '../i18n';
import type { Palette } from '../map/ground-brush';
import { labelFont } from '../map/label-painter';
import type { Label, Side } from '../map/labels';
import { projected, type Point } from '../map/projection';
import { onCanvas, type Frame } from '../map/sheet';
import { destination, leg, legs, length } from './geodesy';
import { areaWords, bearingWords, distanceWords } from './measures';
import { PENDING, type Drawing } from './model';
import { inkOf, linesOf } from './picture';
import { areaOf } from './region';

const AROUND: readonly Side[] = ['end', 'start', 'below', 'above', 'below-end', 'above-end', 'below-start', 'above-start'];
/** Pixels from which a leg is long enough to be written on. */
const LONG = 120;

export function labelsOf(drawing: Drawing, frame: Frame, speech: Speech, palette: Palette): Label[] {
  const colour = inkOf(drawing, palette);
  const at = (position: LonLat) => onCanvas(frame, projected(position));
  const label = (n: number, text: string, where: Point, more: Partial<Label> = {}, size = 12): Label[] =>
    text === '' ? [] : [{ id: `drawing:${drawing.id}:${n}`, lines: [{ text, font: labelFont(size, 650), colour }], at: where, gap: 9, priority: 100 - n, sides: AROUND, ...more }];
  const { shape, role, name, paths, radii } = drawing;
  const [path = []] = paths;
  const [first] = path;
  const last = path.at(-1);
  if (!first || !last) return [];
  if (shape === 'text') return label(0, name, at(first), { sides: ['centre'] }, 14);
  if (shape === 'point') return label(0, name, at(first));
  if (shape === 'rings') {
    const words = radii.flatMap((metres, n) =>
      label(n + 1, distanceWords(metres, speech), at(destination(first, 0, metres)), { gap: 3, sides: ['above', 'below'], elsewhere: [180, 90, 270].map((bearing) => at(destination(first, bearing, metres))) }, 11.5),
    );
    return [...label(0, name, at(first)), ...words];
  }
  if (shape === 'line' && role === 'measure') return [...label(0, lineWords(drawing, speech), at(last), {}, 12.5), ...legLabels()];
  const top = highest(drawing, frame);
  const area = role === 'measure' ? areaOf(drawing) : null;
  const radius = shape === 'circle' && drawing.id === PENDING ? distanceWords(radii[0] ?? 0, speech) : '';
  const text = [name, radius, area === null ? '' : areaWords(area, speech)].filter(Boolean).join(' · ');
  return top ? label(0, text, top, { gap: 5, sides: ['above', 'below', 'end', 'start'] }, 12.5) : [];

  /** Where a way has several legs: how long each is, and its bearing. */
  function legLabels(): Label[] {
    if (path.length < 3) return [];
    return legs(path).flatMap(({ metres, bearing }, index) => {
      const [from, to] = [path[index] as LonLat, path[index + 1] as LonLat];
      const [a, b] = [at(from), at(to)];
      if (Math.hypot(b.x - a.x, b.y - a.y) < LONG) return [];
      const middle = at(destination(from, leg(from, to).bearing, metres / 2));
      return label(index + 1, `${distanceWords(metres, speech)} · ${bearingWords(bearing)}`, middle, { gap: 7, sides: Math.abs(b.x - a.x) > 2 * Math.abs(b.y - a.y) ? ['above', 'below', 'end', 'start'] : ['end', 'start', 'above', 'below'] }, 11);
    });
  }
}

/** Length of a line, with the bearing where it has one leg. */
export function lineWords({ name, paths: [path = []] }: Drawing, speech: Speech): string {
  const way = legs(path);
  const [only] = way;
  const bearing = way.length === 1 && only ? bearingWords(only.bearing) : '';
  return [name, distanceWords(length(path), speech), bearing].filter(Boolean).join(' · ');
}

function highest(drawing: Drawing, frame: Frame): Point | null {
  const { closed, open } = linesOf(drawing);
  const [first, ...rest] = [...closed, ...open].flat();
  return first ? onCanvas(frame, rest.reduce((top, point) => (point.y < top.y ? point : top), first)) : null;
}
