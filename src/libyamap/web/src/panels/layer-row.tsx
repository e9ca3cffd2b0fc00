/** One layer in the list: whether it is shown, its symbol, and what else can be done with it. */

import type { ComponentChildren, VNode } from 'preact';
import type { Layer } from '../document';
import { OPAQUE } from '../view';
import { useApp } from './context';
import { OpacityButton, OpacitySlider, usePercent } from './layer-opacity';
import { usePointing } from './pointing';
import { LayerSymbol } from './symbol';

/** `before` stands in front of a layer, `offers` beside it while it is pointed at, `after` at its end. */
export function LayerRow(props: {
  readonly layer: Layer;
  readonly before?: ComponentChildren;
  readonly offers: ComponentChildren;
  readonly after?: ComponentChildren;
}): VNode {
  const { actions, chrome, layers, onMap, speech } = useApp();
  const { of } = speech.value;
  const { layer } = props;
  const here = () => onMap.peek().flatMap(({ feature }) => (feature.layer === layer.id ? [feature.id] : []));
  // What stands out is not seen through: not while one sets how far it is.
  const pointing = usePointing(() => (chrome.seeThrough.peek() === layer.id ? [] : here()));
  const shown = layers.value.has(layer.id);
  const seenThrough = usePercent(layer) !== OPAQUE;
  return (
    <>
      <div class={shown ? 'ly-layer' : 'ly-layer ly-off'} onPointerEnter={pointing.onPointerEnter} onPointerLeave={pointing.onPointerLeave}>
        {props.before}
        <label class="ly-check" title={of(layer.description)}>
          <input type="checkbox" checked={shown} onChange={() => actions.toggleLayers([layer.id])} />
          <LayerSymbol layer={layer.id} />
          <span>{of(layer.title)}</span>
        </label>
        <span class="ly-layer-offers">
          {props.offers}
          {!seenThrough && <OpacityButton layer={layer} />}
        </span>
        {seenThrough && <OpacityButton layer={layer} />}
        {props.after}
      </div>
      <OpacitySlider layer={layer} />
    </>
  );
}
