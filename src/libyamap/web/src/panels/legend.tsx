/** How to read the map: only what is shown now. */

import type { ComponentChildren, VNode } from 'preact';
import type { Assertion, Symbol } from '../document';
import type { MessageKey } from '../i18n';
import type { Lookup } from '../lookup';
import type { Drawn } from '../selection';
import { useApp, useSpeech } from './context';
import { Icon } from './icon';
import { SymbolMark, PLAIN, type Look } from './symbol';

interface Entry {
  readonly key: MessageKey;
  readonly mark: VNode;
}

const ASSERTIONS = ['stated', 'reported', 'assessed', 'requested', 'denied'] as const;
/** Confirmations older than this, as a part of two years, look faded. */
const FADED = 0.12;

export function Legend(): VNode {
  const { chrome, drawn, lookup } = useApp();
  const { t } = useSpeech();
  const entries = entriesFor(drawn.value, lookup);
  const open = chrome.legendOpen.value;
  return (
    <section class="ly-legend" aria-labelledby="ly-legend-title">
      <button
        type="button"
        id="ly-legend-title"
        aria-expanded={open}
        aria-controls="ly-legend-body"
        onClick={() => {
          chrome.legendOpen.value = !open;
        }}
      >
        {t('web.legend.title')}
        <Icon name="down" />
      </button>
      {open && (
        <ul id="ly-legend-body">
          {entries.map(({ key, mark }) => (
            <li key={key}>
              {mark}
              <span>{t(key)}</span>
            </li>
          ))}
          {entries.length === 0 && <li>{t('web.legend.empty')}</li>}
        </ul>
      )}
    </section>
  );
}

/** A neutral symbol, so that the legend explains the grammar and not one layer. */
const NEUTRAL: Symbol = {
  shape: 'M-7.4 0A7.4 7.4 0 1 0 7.4 0 7.4 7.4 0 1 0-7.4 0Z',
  colour: { light: '#3B4652', dark: '#DCE3E9' },
  order: 0,
  hole: false,
};

function sample(look: Partial<Look>, hole = false): VNode {
  return <SymbolMark symbol={{ ...NEUTRAL, hole }} look={{ ...PLAIN, ...look }} />;
}

function entriesFor(drawn: readonly Drawn[], lookup: Lookup): Entry[] {
  const placed = drawn.filter(({ feature }) => feature.place !== null);
  const moves = drawn.filter(({ feature }) => feature.collection === 'movements');
  const places = placed.flatMap(({ feature }) => lookup.places.get(feature.place ?? '') ?? []);
  const said = (assertion: Assertion) =>
    drawn.some((one) => one.assertion === assertion || (assertion === 'assessed' && one.assertion === 'forecast'));
  const presence = placed.filter(({ feature }) => feature.collection === 'presence');
  const found: (Entry | false)[] = [
    ...ASSERTIONS.map((assertion) => said(assertion) && { key: `web.legend.${assertion}` as const, mark: sample({ assertion }) }),
    presence.length > 0 && { key: 'web.legend.presence', mark: sample({}, true) },
    presence.some(({ age }) => age > FADED) && { key: 'web.legend.faded', mark: sample({ age: 1 }, true) },
    drawn.some(({ certain }) => !certain) && { key: 'web.legend.possible', mark: <Swatch kind="possible" /> },
    places.some(({ radius }) => radius !== null) && { key: 'web.legend.radius', mark: <Swatch kind="radius" /> },
    places.some((place) => place.radius === null && place.outline) && { key: 'web.legend.area', mark: <Swatch kind="area" /> },
    moves.some(({ feature }) => !feature.schematic && feature.origin) && { key: 'web.legend.movement', mark: <Swatch kind="movement" /> },
    moves.some(({ feature }) => feature.schematic) && { key: 'web.legend.schematic', mark: <Swatch kind="schematic" /> },
    moves.some(({ feature }) => !feature.origin) && { key: 'web.legend.no-origin', mark: <Swatch kind="no-origin" /> },
  ];
  return found.filter((entry) => entry !== false);
}

type SwatchKind = 'possible' | 'radius' | 'area' | 'movement' | 'schematic' | 'no-origin';

/** What is drawn on the map and is not a symbol. */
function Swatch({ kind }: { readonly kind: SwatchKind }): VNode {
  return (
    <svg class={`ly-symbol ly-swatch ly-swatch-${kind}`} viewBox="-11 -11 22 22" aria-hidden="true">
      {SWATCHES[kind]}
    </svg>
  );
}

const HEAD = <path class="ly-fill" d="M10-6 1.5-7.5 5 1.5Z" />;
const SWATCHES: Readonly<Record<SwatchKind, ComponentChildren>> = {
  possible: (
    <>
      <circle class="ly-fill" r="7.4" fill-opacity="0.35" />
      <circle class="ly-stroke" r="7.4" />
    </>
  ),
  radius: (
    <>
      <circle class="ly-fill" r="9.5" fill-opacity="0.13" />
      <circle class="ly-stroke" r="9.5" stroke-dasharray="2 2.4" />
      <circle class="ly-fill" r="2.2" />
    </>
  ),
  area: (
    <>
      <path class="ly-stroke" d="M-9 1-1-7M-6 6 6-6M1 7 9-1" stroke-opacity="0.6" />
      <rect class="ly-stroke" x="-9.5" y="-7" width="19" height="14" rx="2" stroke-dasharray="4 2.4" />
    </>
  ),
  movement: (
    <>
      <path class="ly-stroke" d="M-10 7C-7 0-2-3 4-3.500" stroke-width="2.4" />
      {HEAD}
    </>
  ),
  schematic: (
    <>
      <path class="ly-stroke" d="M-10 7C-7 0-2-3 4-3.500" stroke-width="2" stroke-dasharray="3.4 2.6" />
      {HEAD}
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
