/** What is inside a selection: listed, counted, and to be taken away as a file. */

import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Inside } from '../drawing/inside';
import type { Drawing } from '../drawing/model';
import { download, heldCsv, heldGeoJson } from '../drawing/writing';
import { useApp, useDesk } from './context';
import { Icon } from './icon';
import { Switch } from './parts';
import { FeatureRow } from './row';

const PAGE = 40;

export function DrawingInside({ drawing }: { readonly drawing: Drawing }): VNode {
  const app = useApp();
  const { actions, lookup, speech } = app;
  const desk = useDesk();
  const { t } = speech.value;
  const held = desk.held.value.get(drawing.id) ?? [];
  const name = `libyamap-${drawing.id}`;
  return (
    <section class="ly-inside">
      <Switch on={drawing.only} label={t('web.drawing.only')} set={(only) => desk.change({ ...drawing, only })} />
      <List drawing={drawing} inside="certain" />
      <List drawing={drawing} inside="possible" />
      {held.length === 0 && <p class="ly-hint">{t('web.drawing.nothing-inside')}</p>}
      {held.length > 0 && (
        <div class="ly-row-of-buttons">
          <button type="button" class="ly-button" data-does="geojson" onClick={() => download(`${name}.geojson`, 'application/geo+json', heldGeoJson(held, lookup, app.document))}>
            <Icon name="save" />
            GeoJSON
          </button>
          <button type="button" class="ly-button" data-does="csv" onClick={() => download(`${name}.csv`, 'text/csv', heldCsv(held, lookup))}>
            <Icon name="save" />
            CSV
          </button>
          <button type="button" class="ly-button" data-does="copy" onClick={() => void actions.copy(heldCsv(held, lookup).replace(/^\ufeff/, ''), 'web.drawing.copied')}>
            <Icon name="copy" />
            {t('web.drawing.copy')}
          </button>
        </div>
      )}
    </section>
  );
}

function List({ drawing, inside }: { readonly drawing: Drawing; readonly inside: Inside }): VNode | null {
  const { speech } = useApp();
  const desk = useDesk();
  const { t } = speech.value;
  const [pages, setPages] = useState(1);
  const held = (desk.held.value.get(drawing.id) ?? []).filter((one) => one.inside === inside);
  const rest = held.length - pages * PAGE;
  if (held.length === 0) return null;
  return (
    <div data-inside={inside}>
      <h4>{t(`web.drawing.${inside}`, { n: held.length })}</h4>
      <ul class="ly-rows">
        {held.slice(0, pages * PAGE).map(({ drawn }) => (
          <li key={drawn.feature.id}>
            <FeatureRow feature={drawn.feature} drawn={drawn} />
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" class="ly-text-button" onClick={() => setPages(pages + 1)}>
          {t('web.overview.more', { n: rest })}
        </button>
      )}
    </div>
  );
}
