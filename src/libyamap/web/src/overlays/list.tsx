/** The overlays in the layer list: shown or not, how many rows, and what can be done with each. */

import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { download } from '../drawing/writing';
import { useApp } from '../panels/context';
import { Icon, type IconName } from '../panels/icon';
import { useOverlays } from './context';
import { positionOf } from './layer';
import { Look } from './look';
import { asGeoJson, savedName } from './saving';
import type { Laid } from './store';
import { HIDDEN, shownOf } from './window';
import { useWords, type WordKey } from './words';

export function OverlayList(): VNode {
  const { store } = useOverlays();
  return (
    <>
      {store.laid.value.map((laid) => (
        <Row key={laid.id} laid={laid} />
      ))}
    </>
  );
}

function Row({ laid }: { readonly laid: Laid }): VNode {
  const { store, around } = useOverlays();
  const { actions, speech } = useApp();
  const { number } = speech.value;
  const t = useWords();
  const [isStyled, setStyled] = useState(false);
  const { id, overlay, style, isShown } = laid;
  const states = store.standings.value.get(id) ?? new Uint8Array();
  const count = shownOf(states);
  const first = states.findIndex((state) => state !== HIDDEN);
  const name = overlay.file;
  const look = (row: number) => {
    store.open.value = { id, row };
    actions.flyTo(positionOf(laid, row));
  };
  const does = { t, name };
  return (
    <div class="ly-own-layer" data-own={id}>
      <div class={isShown ? 'ly-layer' : 'ly-layer ly-off'}>
        <label class="ly-check" title={name}>
          <input type="checkbox" checked={isShown} onChange={() => store.show(id, !isShown)} />
          <i class="ly-own-mark" style={{ '--ly-own-colour': style.colour }} />
          <span dir="auto">{name}</span>
        </label>
        <span class="ly-count" aria-label={t('overlay.ui.count', { n: count })}>
          {number(count)}
        </span>
      </div>
      <div class="ly-own-tools">
        <Tool {...does} icon="locate" word="overlay.ui.zoom" onClick={() => around(laid)} />
        <Tool {...does} icon="list" word="overlay.ui.browse" disabled={first < 0} onClick={() => look(first)} />
        <Tool {...does} icon="sliders" word="overlay.ui.style" pressed={isStyled} onClick={() => setStyled(!isStyled)} />
        <Tool {...does} icon="save" word="overlay.ui.save" onClick={() => download(savedName(overlay), 'application/geo+json', asGeoJson(overlay))} />
        <Tool {...does} icon="remove" word="overlay.ui.remove" onClick={() => store.remove(id)} />
      </div>
      {isStyled && <Look style={style} columns={overlay.columns} change={(changes) => store.restyle(id, changes)} />}
    </div>
  );
}

function Tool(props: { readonly t: ReturnType<typeof useWords>; readonly name: string; readonly icon: IconName; readonly word: WordKey; readonly pressed?: boolean; readonly disabled?: boolean; onClick(): void }): VNode {
  const label = props.t(props.word, { name: props.name });
  return (
    <button type="button" class="ly-row-button" aria-label={label} title={label} aria-expanded={props.pressed} disabled={props.disabled} onClick={props.onClick}>
      <Icon name={props.icon} />
    </button>
  );
}
