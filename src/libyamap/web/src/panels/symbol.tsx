/** A feature's symbol in lists and legend, by the same grammar as on the map. */

import type { VNode } from 'preact';
import type { Assertion, Symbol } from '../document';
import type { Drawn } from '../selection';
import { useApp } from './context';

/** How a symbol is drawn beside its shape and colour. */
export interface Look {
  readonly assertion: Assertion;
  /** Age of its confirmation, 0 to 1. */
  readonly age: number;
  readonly certain: boolean;
}

export const PLAIN: Look = { assertion: 'stated', age: 0, certain: true };

/** Opacity of a fill when its presence was just confirmed, and when that is two years old; as in `symbology.py`. */
const FRESH = 1;
const STALE = 0.38;
const DASHES: Partial<Record<Assertion, string>> = {
  reported: '3.4 2.2',
  assessed: '1.3 2.3',
  forecast: '1.3 2.3',
  requested: '1.3 2.3',
};

/** The symbol of a layer, in a colour that follows the theme. */
export function LayerSymbol(props: { readonly layer: string; readonly look?: Look }): VNode | null {
  const { document, lookup } = useApp();
  const symbol = document.symbols[lookup.layers.get(props.layer)?.symbol ?? ''];
  return symbol ? <SymbolMark symbol={symbol} look={props.look ?? PLAIN} /> : null;
}

export function FeatureSymbol({ drawn }: { readonly drawn: Drawn }): VNode | null {
  return <LayerSymbol layer={drawn.feature.layer} look={drawn} />;
}

export function SymbolMark(props: { readonly symbol: Symbol; readonly look: Look }): VNode {
  const { symbol, look } = props;
  const colour = symbol.colour[useApp().theme.value];
  const solid = look.assertion === 'stated';
  const opacity = FRESH - (FRESH - STALE) * look.age;
  return (
    <svg class="ly-symbol" viewBox="-11 -11 22 22" aria-hidden="true">
      {solid ? (
        <path d={symbol.shape} fill={colour} fill-opacity={opacity} stroke={colour} stroke-width={opacity < 1 ? 1.4 : 0} />
      ) : (
        <path d={symbol.shape} class="ly-hollow" stroke={colour} stroke-width="1.9" stroke-dasharray={DASHES[look.assertion]} />
      )}
      {solid && symbol.hole && <path d={symbol.shape} class="ly-hollow" transform="scale(0.42)" />}
      {!solid && look.assertion !== 'denied' && <path d={symbol.shape} fill={colour} transform="scale(0.36)" />}
      {look.assertion === 'denied' && <path d="M-8 8 8-8" stroke={colour} stroke-width="1.9" />}
    </svg>
  );
}
