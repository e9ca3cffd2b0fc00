/** All that is shown, as lists: what stands on the map, and what has no place on it. */

import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { OverviewList } from '../chrome';
import type { Layer } from '../document';
import { isPlaced } from '../lookup';
import type { Drawn } from '../selection';
import { useApp } from './context';
import { EmptyReason } from './empty-reason';
import { useDrawn } from './listed';
import { Choice, Section } from './parts';
import { Presets } from './presets';
import { FeatureRow, placeAndTime } from './row';

/** How many rows of a layer are shown before one asks for more. */
const PAGE = 60;

export function Overview(): VNode {
  const { chrome, document, speech } = useApp();
  const { t, of } = speech.value;
  const drawn = useDrawn();
  const placed = drawn.filter(({ feature }) => isPlaced(feature));
  const unplaced = drawn.filter(({ feature }) => !isPlaced(feature));
  const list = chrome.list.value;
  const shown = list === 'placed' ? placed : unplaced;
  const options: { value: OverviewList; text: string }[] = [
    { value: 'placed', text: t('web.overview.placed', { n: placed.length }) },
    { value: 'unplaced', text: t('web.overview.unplaced', { n: unplaced.length }) },
  ];
  return (
    <>
      <header class="ly-heading">
        <p class="ly-eyebrow">{t('web.overview.eyebrow')}</p>
        <h2 tabIndex={-1}>{of(document.title)}</h2>
      </header>
      <EmptyReason />
      <p class="ly-lead">{t('web.overview.hint')}</p>
      <Presets />
      <Choice label={t('web.overview.lists')} value={list} options={options} choose={(value) => (chrome.list.value = value)} />
      {list === 'unplaced' && unplaced.length > 0 && <p class="ly-hint">{t('web.overview.unplaced-hint')}</p>}
      {document.layers.map((layer) => (
        <LayerList key={layer.id} layer={layer} drawn={shown.filter(({ feature }) => feature.layer === layer.id)} />
      ))}
    </>
  );
}

function LayerList({ layer, drawn }: { readonly layer: Layer; readonly drawn: readonly Drawn[] }): VNode | null {
  const { lookup, speech } = useApp();
  const { t, of } = speech.value;
  const [pages, setPages] = useState(1);
  if (drawn.length === 0) return null;
  const sorted = [...drawn].sort((a, b) => b.feature.days[0] - a.feature.days[0] || (a.feature.id < b.feature.id ? -1 : 1));
  const rest = sorted.length - pages * PAGE;
  return (
    <Section title={of(layer.title)} count={drawn.length}>
      <ul class="ly-rows">
        {sorted.slice(0, pages * PAGE).map((one) => (
          <li key={one.feature.id}>
            <FeatureRow feature={one.feature} drawn={one} tells={placeAndTime(one.feature, speech.value, lookup)} fly={isPlaced(one.feature)} />
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" class="ly-text-button" onClick={() => setPages(pages + 1)}>
          {t('web.overview.more', { n: rest })}
        </button>
      )}
    </Section>
  );
}
