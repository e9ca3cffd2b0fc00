/** Labels of what is drawn: what it is, in the colour of its layer, and where. */

import type { Document, Lang, Theme } from '../document';
import type { Drawn } from '../selection';
import type { Stack } from '../stack';
import { trimmed } from './arrow';
import { RING, type LaidArrow, type Layout } from './feature-painter';
import type { Palette } from './ground-brush';
import { labelFont } from './label-painter';
import type { Label, Line, Side } from './labels';
import type { Point } from './projection';
import type { Stage } from './scene';
import type { Pack } from './spread';

const AROUND: readonly Side[] = ['end', 'start', 'below', 'above', 'below-end', 'above-end', 'below-start', 'above-start'];
const PRIORITY = 1000;
/** A date that takes more characters than this is left to the evidence. */
const LONGEST_DATE = 20;

export interface Language {
  readonly lang: Lang;
  readonly theme: Theme;
  readonly palette: Palette;
  readonly stage: Stage;
  readonly stack: Stack;
}

export function featureLabels(layout: Layout, selected: string | null, language: Language): Label[] {
  return [...layout.packs.map((pack) => packLabel(pack, selected, language)), ...layout.arrows.flatMap((laid) => arrowLabel(laid, language))];
}

function packLabel(pack: Pack, selected: string | null, language: Language): Label {
  const { lang, palette, stack, stage } = language;
  const place = stage.places.get(pack.id);
  const drawn = pack.beads.map((bead) => bead.drawn);
  const chosen = drawn.find(({ feature }) => feature.id === selected);
  const [top] = drawn;
  const rank = top ? stack.rank(top.feature.layer) : 0;
  const opacity = chosen ? 1 : Math.max(...drawn.map(({ feature }) => stack.opacity(feature.layer)));
  const ink = palette['ink'] ?? '#222222';
  const where: Line = { text: place?.name[lang] ?? '', font: labelFont(12, drawn.length > 1 || chosen ? 600 : 450), colour: ink, opacity };
  const lines = [...(chosen ? headings([chosen], language).map((line) => ({ ...line, opacity: 1 })) : headings(drawn, language)), where];
  return {
    id: `place:${pack.id}`,
    at: pack.middle,
    gap: (pack.plate ? pack.height + 8 : pack.radius + 3) + (chosen ? RING : 0),
    priority: PRIORITY + (chosen ? 500 : 0) - rank + Math.min(drawn.length, 9) / 10,
    sides: pack.plate && pack.beads.length > 1 ? ['below', 'above'] : AROUND,
    lines,
  };
}

/** What stands there: presences by their layers, a single happening by its title; many are left to their symbols. */
function headings(drawn: readonly Drawn[], { lang, theme, stack, stage }: Language): Line[] {
  const heading = ({ feature }: Drawn, text: string): Line => ({
    text,
    font: labelFont(12.5, 650),
    colour: stage.symbol(feature)?.colour[theme] ?? '#444444',
    opacity: stack.opacity(feature.layer),
  });
  const [only] = drawn;
  const layers = layerTitles(stage.document);
  const seen = new Set<string>();
  const presences = drawn.filter(({ feature }) => feature.collection === 'presence' && !seen.has(feature.layer) && seen.add(feature.layer));
  if (presences.length) return presences.slice(0, 2).map((one) => heading(one, layers.get(one.feature.layer)?.[lang] ?? ''));
  return only && drawn.length === 1 ? [heading(only, only.feature.title[lang])] : [];
}

function layerTitles(document: Document): Map<string, Document['layers'][number]['title']> {
  return new Map(document.layers.map(({ id, title }) => [id, title]));
}

/** The date of a movement, at the middle of its line. */
function arrowLabel({ arrow, line }: LaidArrow, { lang, theme, stack, stage }: Language): Label[] {
  const { layer, when } = arrow.drawn.feature;
  if (!when || arrow.missing || when.text[lang].length > LONGEST_DATE) return [];
  const middle = halfway(line);
  if (!middle) return [];
  const colour = stage.symbol(arrow.drawn.feature)?.colour[theme] ?? '#444444';
  const text: Line = { text: when.text[lang], font: labelFont(11, 600), colour, opacity: stack.opacity(layer) };
  return [{ id: `move:${arrow.drawn.feature.id}`, at: middle, gap: 6, priority: PRIORITY / 2, sides: ['above', 'below', 'end', 'start'], lines: [text] }];
}

function halfway(line: readonly Point[]): Point | undefined {
  const lengths = line.slice(1).map((point, index) => Math.hypot(point.x - (line[index] as Point).x, point.y - (line[index] as Point).y));
  const half = lengths.reduce((sum, length) => sum + length, 0) / 2;
  return half > 50 ? trimmed(line, half, 0)[0] : undefined;
}
