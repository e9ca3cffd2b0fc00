/** The mark in front of an entry of the legend: how what it explains looks on the map. */

import type { VNode } from 'preact';
import type { Assertion, Symbol } from '../document';
import { ageId, AGES, type Entry, type Section } from '../legend';
import { useLook } from './context';
import { Icon } from './icon';
import { Swatch, type SwatchKind } from './swatch';
import { Glyph, PLAIN, SymbolMark } from './symbol';

/** A neutral symbol, so that the legend explains the grammar and not one layer. */
const NEUTRAL: Symbol = {
  shape: 'M-7.4 0A7.4 7.4 0 1 0 7.4 0 7.4 7.4 0 1 0-7.4 0Z',
  colour: { light: '#3B4652', dark: '#DCE3E9' },
  order: 0,
  hole: false,
};
const PRESENCE: Symbol = { ...NEUTRAL, hole: true };

export function LegendMark({ section, entry }: { readonly section: Section; readonly entry: Entry }): VNode {
  const { id } = entry;
  if (section === 'kinds' || section === 'actors') return <Symbols layers={entry.layers} />;
  if (section === 'assertions') return <SymbolMark symbol={NEUTRAL} look={{ ...PLAIN, assertion: id as Assertion }} />;
  if (section === 'precisions') return <Swatch kind={id as SwatchKind} />;
  if (id === 'possible') return <Swatch kind="possible" />;
  if (id === 'undeclared') return <Icon name="hidden" />;
  return <SymbolMark symbol={PRESENCE} look={{ ...PLAIN, age: ageOf(id) }} />;
}

/** Age, 0 to 1, of a step of the scale; what was never confirmed looks as old as can be. */
function ageOf(id: string): number {
  const step = AGES.findIndex((months) => ageId(months) === id);
  return step < 0 ? 1 : step / (AGES.length - 1);
}

/** Where the symbols of several layers stand in the room of one. */
const SPOTS: Readonly<Record<number, readonly (readonly [number, number])[]>> = {
  1: [[0, 0]],
  2: [[-5.6, 0], [5.6, 0]],
  3: [[-5.6, -5.2], [5.6, -5.2], [0, 5.2]],
  4: [[-5.6, -5.6], [5.6, -5.6], [-5.6, 5.6], [5.6, 5.6]],
};
const MOST = 4;
const SMALL = 0.55;

/** The symbols of some layers, the first of them where they are many. */
function Symbols({ layers }: { readonly layers: readonly string[] }): VNode {
  const { document, lookup } = useLook();
  const symbols = layers.slice(0, MOST).flatMap((id) => document.symbols[lookup.layers.get(id)?.symbol ?? ''] ?? []);
  const scale = symbols.length > 1 ? SMALL : 1;
  return (
    <svg class="ly-symbol" viewBox="-11 -11 22 22" aria-hidden="true">
      {symbols.map((symbol, index) => (
        <g key={layers[index]} transform={`translate(${SPOTS[symbols.length]?.[index]?.join() ?? '0'}) scale(${scale})`}>
          <Glyph symbol={symbol} look={PLAIN} />
        </g>
      ))}
    </svg>
  );
}
