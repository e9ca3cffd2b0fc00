/** At the foot of the map: scale, position of the pointer, what the borders mean. */

import type { VNode } from 'preact';
import { NOTATIONS, written, type Notation } from '../coordinates';
import { pixelsPerMetre } from '../map/projection';
import { useApp } from './context';

const WIDEST = 110;
const ROUND = [1, 2, 5];

export function Readout(): VNode {
  const { actions, chrome, speech } = useApp();
  const { t } = speech.value;
  const position = chrome.pointer.value ?? centre(chrome.viewport.value);
  const text = position ? written(position, chrome.notation.value) : '';
  const next = NOTATIONS[(NOTATIONS.indexOf(chrome.notation.value) + 1) % NOTATIONS.length] as Notation;
  return (
    <footer class="ly-readout">
      <ScaleBar />
      <button type="button" class="ly-notation" title={t('web.readout.notation')} onClick={() => (chrome.notation.value = next)}>
        {t(`web.notation.${chrome.notation.value}`)}
      </button>
      <button type="button" class="ly-position" dir="ltr" title={t('web.readout.copy')} aria-label={`${t('web.readout.copy')}: ${text}`} onClick={() => void actions.copy(text, 'web.readout.copied')}>
        {text}
      </button>
      <span class="ly-attribution">{t('web.disclaimer.borders')}</span>
    </footer>
  );
}

function centre(viewport: { lat: number; lon: number } | null): readonly [number, number] | null {
  return viewport && [viewport.lon, viewport.lat];
}

/** True at the latitude of the middle of the view, as Web Mercator stretches with the latitude. */
function ScaleBar(): VNode | null {
  const { chrome, speech } = useApp();
  const viewport = chrome.viewport.value;
  if (!viewport) return null;
  const { metres, pixels } = scale(viewport.lat, viewport.zoom);
  const { t } = speech.value;
  const label = metres >= 1000 ? t('web.readout.kilometres', { n: metres / 1000 }) : t('web.readout.metres', { n: metres });
  return (
    <span class="ly-scale" style={{ width: `${pixels}px` }}>
      <bdi>{label}</bdi>
    </span>
  );
}

/** The longest round distance that fits, and how many pixels it takes. */
export function scale(lat: number, zoom: number): { readonly metres: number; readonly pixels: number } {
  const perMetre = pixelsPerMetre(lat) * 2 ** zoom;
  const most = WIDEST / perMetre;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = Math.max(...ROUND.map((step) => step * power).filter((length) => length <= most));
  return { metres, pixels: Math.round(metres * perMetre) };
}
