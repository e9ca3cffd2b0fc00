/** The layer list: by group with how many features of each are shown, or in the order in which layers are drawn. */

import type { VNode } from 'preact';
import type { Layer } from '../document';
import { useApp, useSpeech } from './context';
import { Icon } from './icon';
import { LayerOrder } from './layer-order';
import { LayerRow } from './layer-row';
import { OwnLayers } from './own-layers';

export function Layers(): VNode {
  const { chrome } = useApp();
  const ordering = chrome.layerList.value === 'order';
  return (
    <section class="ly-layers" aria-labelledby="ly-layers-title">
      <Head ordering={ordering} />
      {ordering ? <LayerOrder /> : <Groups />}
    </section>
  );
}

/** What the list is, and a way to the other one. */
function Head({ ordering }: { readonly ordering: boolean }): VNode {
  const { actions, chrome, document, layers, speech, view } = useApp();
  const { t } = speech.value;
  const changed = view.value.order.length > 0 || view.value.opacity.length > 0;
  return (
    <header class="ly-layers-head">
      <h3 id="ly-layers-title">
        {ordering ? t('web.layers.order-title') : t('web.layers.shown', { shown: layers.value.size, total: document.layers.length })}
      </h3>
      {changed && (
        <button type="button" class="ly-text-button" title={t('web.layers.reset-title')} onClick={actions.resetStack}>
          {t('web.layers.reset')}
        </button>
      )}
      <button
        type="button"
        class="ly-text-button"
        aria-pressed={ordering}
        title={t('web.layers.order-help')}
        onClick={() => (chrome.layerList.value = ordering ? 'groups' : 'order')}
      >
        <Icon name={ordering ? 'check' : 'layers'} />
        {t(ordering ? 'web.layers.done' : 'web.layers.order')}
      </button>
    </header>
  );
}

function Groups(): VNode {
  const { document } = useApp();
  const speech = useSpeech();
  const groups = document.groups.map((group) => ({
    ...group,
    layers: document.layers.filter((layer) => layer.group === group.id),
  }));
  return (
    <>
      {groups
        .filter(({ layers }) => layers.length > 0)
        .map(({ id, title, layers }) => (
          <LayerGroup key={id} title={speech.of(title)} layers={layers} />
        ))}
      <OwnLayers />
    </>
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
        <LayerRow key={layer.id} layer={layer} offers={<Only layer={layer} />} after={<Count layer={layer} />} />
      ))}
    </fieldset>
  );
}

function Only({ layer }: { readonly layer: Layer }): VNode {
  const { actions, layers, speech } = useApp();
  const { t, of } = speech.value;
  const alone = layers.value.size === 1 && layers.value.has(layer.id);
  return (
    <button
      type="button"
      class="ly-only"
      aria-label={t(alone ? 'web.layers.all-of' : 'web.layers.only-of', { layer: of(layer.title) })}
      onClick={() => actions.onlyLayer(layer.id)}
    >
      {t(alone ? 'web.layers.all' : 'web.layers.only')}
    </button>
  );
}

function Count({ layer }: { readonly layer: Layer }): VNode {
  const { counts, speech } = useApp();
  const { t, number } = speech.value;
  const count = counts.value.get(layer.id) ?? 0;
  return (
    <span class="ly-count" aria-label={t('web.layers.count', { n: count })}>
      {number(count)}
    </span>
  );
}
