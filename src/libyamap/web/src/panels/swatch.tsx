/** What is drawn on the map and is no symbol: rings, hatches, lines. */

import type { ComponentChildren, VNode } from 'preact';

export type SwatchKind = 'exact' | 'vicinity' | 'locality' | 'area' | 'sea' | 'country' | 'possible' | 'route' | 'schematic' | 'no-origin';

export function Swatch({ kind }: { readonly kind: SwatchKind }): VNode {
  return (
    <svg class={`ly-symbol ly-swatch ly-swatch-${kind}`} viewBox="-11 -11 22 22" aria-hidden="true">
      {SWATCHES[kind]}
    </svg>
  );
}

/** A place within its radius. */
function ring(radius: number): VNode {
  return (
    <>
      <circle class="ly-fill" r={radius} fill-opacity="0.13" />
      <circle class="ly-stroke" r={radius} stroke-dasharray="2 2" />
      <circle class="ly-fill" r="2.2" />
    </>
  );
}

const HEAD = <path class="ly-fill" d="M10-6 1.5-7.5 5 1.5Z" />;
const SWATCHES: Readonly<Record<SwatchKind, ComponentChildren>> = {
  exact: ring(4.6),
  vicinity: ring(7.2),
  locality: ring(9.8),
  area: (
    <>
      <path class="ly-stroke" d="M-9 1-1-7M-6 6 6-6M1 7 9-1" stroke-opacity="0.6" />
      <rect class="ly-stroke" x="-9.5" y="-7" width="19" height="14" rx="2" stroke-dasharray="4 2.4" />
    </>
  ),
  sea: (
    <>
      {ring(9.8)}
      <path class="ly-stroke" d="M-6 5.500q1.500-1.800 3 0t3 0 3 0 3 0" stroke-width="1.2" />
    </>
  ),
  country: (
    <>
      <path class="ly-stroke" d="M-9-6-3-9 8-7 10 1 6 9-4 8-10 3Z" stroke-linejoin="round" />
      <circle class="ly-fill" r="2.6" />
    </>
  ),
  possible: (
    <>
      <circle class="ly-fill" r="5.6" />
      <circle class="ly-stroke" r="9" />
    </>
  ),
  route: (
    <>
      <path class="ly-stroke" d="M-10 7C-7 0-2-3 4-3.500" stroke-width="2.4" />
      {HEAD}
    </>
  ),
  schematic: (
    <>
      <path class="ly-stroke" d="M-10 7C-7 0-2-3 4-3.500" stroke-width="2" stroke-dasharray="3.4 2.6" />
      <path class="ly-stroke ly-hollow" d="M10-6 1.5-7.5 5 1.5Z" stroke-linejoin="round" />
    </>
  ),
  'no-origin': (
    <>
      <path class="ly-stroke" d="M-4 0.500C-1.500-2 1-3.200 4-3.500" stroke-width="2.4" />
      <path class="ly-stroke" d="M-10 7C-8.500 4-7 2.200-4 0.500" stroke-width="2" stroke-opacity="0.28" />
      {HEAD}
    </>
  ),
};
