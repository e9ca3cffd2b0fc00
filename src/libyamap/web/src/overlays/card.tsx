/** What an overlay says of one of its rows, as text. */

import type { VNode } from 'preact';
import { useApp } from '../panels/context';
import { IconButton } from '../panels/parts';
import { useOverlays } from './context';
import { nameOf, positionOf } from './layer';
import type { Laid, Spot } from './store';
import { HIDDEN } from './window';
import { useWords } from './words';

/** Digits of a degree: about a metre. */
const DIGITS = 5;

export function Card(): VNode | null {
  const { store } = useOverlays();
  const open = store.open.value;
  const laid = store.laid.value.find(({ id }) => id === open?.id);
  return open && laid ? <Opened open={open} laid={laid} /> : null;
}

function Opened({ open, laid }: { readonly open: Spot; readonly laid: Laid }): VNode {
  const { actions, speech } = useApp();
  const { store } = useOverlays();
  const t = useWords();
  const { overlay } = laid;
  const states = store.standings.value.get(laid.id) ?? new Uint8Array();
  const step = (by: 1 | -1) => {
    let { row } = open;
    do row = (row + by + overlay.shown) % overlay.shown;
    while (states[row] === HIDDEN && row !== open.row);
    store.open.value = { id: laid.id, row };
    actions.flyTo(positionOf(laid, row));
  };
  const [lon, lat] = positionOf(laid, open.row);
  const where = t(`overlay.ui.at.${overlay.unit}`, { row: speech.value.number(overlay.rows[open.row] ?? 0) });
  const filled = overlay.columns.flatMap((column, at) => {
    const text = overlay.cells[at]?.[open.row] ?? '';
    return text ? [{ column, text }] : [];
  });
  return (
    <aside class="ly-own-card" aria-label={t('overlay.ui.card')}>
      <header>
        <h3>
          <bdi>{nameOf(laid, open.row) || where}</bdi>
        </h3>
        <IconButton icon="back" label="web.own.previous" onClick={() => step(-1)} />
        <IconButton icon="back" label="web.own.next" className="ly-icon-button ly-turned" onClick={() => step(1)} />
        <IconButton icon="close" label="web.dialog.close" onClick={() => (store.open.value = null)} />
      </header>
      <p class="ly-hint">
        <i class="ly-own-mark" style={{ '--ly-own-colour': laid.style.colour }} /> <bdi>{overlay.file}</bdi> · <span>{where}</span> ·{' '}
        <span dir="ltr">
          {lat.toFixed(DIGITS)}, {lon.toFixed(DIGITS)}
        </span>
      </p>
      <dl class="ly-own-cells" tabIndex={0}>
        {filled.map(({ column, text }) => (
          <div key={column}>
            <dt>
              <bdi>{column}</bdi>
            </dt>
            <dd dir="auto">{text}</dd>
          </div>
        ))}
      </dl>
      <p class="ly-hint">{t('overlay.ui.own')}</p>
    </aside>
  );
}
