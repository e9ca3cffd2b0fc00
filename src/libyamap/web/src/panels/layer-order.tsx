/** The layers in the order in which they are drawn, whatever their group: dragged, or moved by keys and buttons. */

import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Layer } from '../document';
import type { IconName } from './icon';
import { Icon } from './icon';
import { useApp } from './context';
import { LayerRow } from './layer-row';
import { markOf, useReorder } from './reorder';

type Handle = 'grip' | 'raise' | 'lower';

export function LayerOrder(): VNode {
  const { actions, lookup, speech, stack } = useApp();
  const { t, of } = speech.value;
  const list = useRef<HTMLOListElement>(null);
  const held = useRef<string | null>(null);
  const [said, say] = useState('');
  const layers = stack.value.order.flatMap((id) => lookup.layers.get(id) ?? []);
  const move = (row: number, place: number, by: Handle = 'grip') => {
    const layer = layers[row];
    if (!layer || place < 0 || place >= layers.length) return;
    held.current = handleId(layer, by);
    say(t('web.layers.moved', { layer: of(layer.title), place: place + 1, total: layers.length }));
    actions.moveLayer(layer.id, place);
  };
  const { dragging, grip } = useReorder(list, move);
  // A row that was moved in the page has lost the focus on its way.
  useLayoutEffect(() => {
    if (held.current) document.getElementById(held.current)?.focus();
    held.current = null;
  }, [stack.value.order]);
  return (
    <>
      <ol ref={list} class="ly-order">
        {layers.map((layer, row) => (
          <li key={layer.id} data-layer={layer.id} data-drag={markOf(row, dragging)}>
            <LayerRow
              layer={layer}
              before={
                <button
                  type="button"
                  class="ly-grip"
                  id={handleId(layer, 'grip')}
                  aria-label={t('web.layers.place', { layer: of(layer.title), place: row + 1, total: layers.length })}
                  title={t('web.layers.drag')}
                  {...grip(row)}
                >
                  <Icon name="grip" />
                </button>
              }
              offers={
                <>
                  <Step layer={layer} by="raise" able={row > 0} onClick={() => move(row, row - 1, 'raise')} />
                  <Step layer={layer} by="lower" able={row < layers.length - 1} onClick={() => move(row, row + 1, 'lower')} />
                </>
              }
            />
          </li>
        ))}
      </ol>
      <p class="ly-unseen" role="status">
        {said}
      </p>
    </>
  );
}

/** A button that moves a layer by one place; it stays reachable at the end of the list, where it does nothing. */
function Step(props: { readonly layer: Layer; readonly by: IconName & Handle; readonly able: boolean; onClick(): void }): VNode {
  const { layer, by, able } = props;
  const { t, of } = useApp().speech.value;
  const label = t(by === 'raise' ? 'web.layers.raise' : 'web.layers.lower', { layer: of(layer.title) });
  return (
    <button type="button" class="ly-row-button" id={handleId(layer, by)} aria-label={label} title={label} aria-disabled={!able} onClick={props.onClick}>
      <Icon name={by} />
    </button>
  );
}

function handleId({ id }: Layer, handle: Handle): string {
  return `ly-${handle}-${id}`;
}
