/** A feature's symbol in lists and legend, by the same grammar as on the map. */

import type { VNode } from 'preact';
import type { Symbol } from '../document';
import { CORE, CORES, DASHES, freshness, type Look } from '../map/symbol';
import type { Drawn } from '../selection';
import { useLook } from './context';

export const PLAIN: Look = { assertion: 'stated', age: 0, certain: true };

/** The symbol of a layer, in a colour that follows the theme. */
export function LayerSymbol(props: { readonly layer: string; readonly look?: Look }): VNode | null {
  const { document, lookup } = useLook();
  const symbol = document.symbols[lookup.layers.get(props.layer)?.symbol ?? ''];
  return symbol ? <SymbolMark symbol={symbol} look={props.look ?? PLAIN} /> : null;
}

export function FeatureSymbol({ drawn }: { readonly drawn: Drawn }): VNode | null {
  return <LayerSymbol layer={drawn.feature.layer} look={drawn} />;
}

export function SymbolMark(props: { readonly symbol: Symbol; readonly look: Look }): VNode {
  return (
    <svg class="ly-symbol" viewBox="-11 -11 22 22" aria-hidden="true">
      <Glyph {...props} />
    </svg>
  );
}

/** A symbol within (-10, -10, 10, 10) of a drawing. */
export function Glyph({ symbol, look }: { readonly symbol: Symbol; readonly look: Look }): VNode {
  const { shape } = symbol;
  const colour = symbol.colour[useLook().theme.value];
  const { assertion } = look;
  const opacity = freshness(look.age);
  if (assertion === 'stated') {
    return (
      <>
        <path d={shape} fill={colour} fill-opacity={opacity} stroke={colour} stroke-width={opacity < 1 ? 1.4 : 0} />
        {symbol.hole && <path d={shape} class="ly-hollow" transform={`scale(${CORE.hole})`} />}
      </>
    );
  }
  return (
    <>
      <path d={shape} class="ly-hollow" stroke={colour} stroke-width="1.9" stroke-dasharray={DASHES[assertion]?.join(' ')} />
      {CORES[assertion] === 'full' && <path d={shape} fill={colour} transform={`scale(${CORE.full})`} />}
      {CORES[assertion] === 'ring' && (
        <path d={shape} fill="none" stroke={colour} stroke-width={1.9 / CORE.ring} transform={`scale(${CORE.ring})`} />
      )}
      {assertion === 'denied' && <path d="M-8 8 8-8" stroke={colour} stroke-width="1.9" />}
    </>
  );
}
