/** The layer list: groups, symbols, and how many features of each are shown. */

import type { VNode } from 'preact';
import type { Layer } from '../document';
import { useApp, useSpeech } from './context';
import { LayerSymbol } from './symbol';

export function Layers(): VNode {
  const { document } = useApp();
  const groups = document.groups.map((group) => ({
    ...group,
    layers: document.layers.filter((layer) => layer.group === group.id),
  }));
  return (
    <div class="ly-layers">
      {groups
        .filter(({ layers }) => layers.length > 0)
        .map(({ id, title, layers }) => (
          <LayerGroup key={id} title={useSpeech().of(title)} layers={layers} />
        ))}
    </div>
  );
}

function LayerGroup({ title, layers }: { readonly title: string; readonly layers: readonly Layer[] }): VNode {
  const { actions, layers: shown } = useApp();
  const on = layers.filter((layer) => shown.value.has(layer.id)).length;
  return (
    <fieldset class="ly-layer-group">
      <legend>
        <label class="ly-check">
          <input
            type="checkbox"
            checked={on === layers.length}
            indeterminate={on > 0 && on < layers.length}
            onChange={() => actions.toggleLayers(layers.map((layer) => layer.id))}
          />
          <span>{title}</span>
        </label>
      </legend>
      {layers.map((layer) => (
        <LayerRow key={layer.id} layer={layer} />
      ))}
    </fieldset>
  );
}

function LayerRow({ layer }: { readonly layer: Layer }): VNode {
  const { actions, chrome, counts, drawn, layers, speech } = useApp();
  const { t, of, number } = speech.value;
  const shown = layers.value.has(layer.id);
  const alone = shown && layers.value.size === 1;
  const count = counts.value.get(layer.id) ?? 0;
  const point = () => {
    chrome.pointed.value = drawn.peek().flatMap(({ feature }) => (feature.layer === layer.id ? [feature.id] : []));
  };
  const leave = () => {
    chrome.pointed.value = [];
  };
  return (
    <div class={shown ? 'ly-layer' : 'ly-layer ly-off'} onPointerEnter={point} onPointerLeave={leave}>
      <label class="ly-check" title={of(layer.description)}>
        <input type="checkbox" checked={shown} onChange={() => actions.toggleLayers([layer.id])} />
        <LayerSymbol layer={layer.id} />
        <span>{of(layer.title)}</span>
      </label>
      <button
        type="button"
        class="ly-only"
        aria-label={t(alone ? 'web.layers.all-of' : 'web.layers.only-of', { layer: of(layer.title) })}
        onClick={() => actions.onlyLayer(layer.id)}
      >
        {t(alone ? 'web.layers.all' : 'web.layers.only')}
      </button>
      <span class="ly-count" aria-label={t('web.layers.count', { n: count })}>
        {number(count)}
      </span>
    </div>
  );
}
