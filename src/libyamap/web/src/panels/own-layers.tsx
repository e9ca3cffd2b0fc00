/** Layers of the reader's own, at the end of the layer list, with a button that adds one. */

import type { VNode } from 'preact';
import { useApp } from './context';
import { Icon } from './icon';

export function OwnLayers(): VNode | null {
  const { host, own, speech } = useApp();
  const { t } = speech.value;
  const List = own.overlays.value?.List;
  if (!host.overlay) return null;
  return (
    <fieldset class="ly-layer-group ly-own">
      <legend>{t('web.own.title')}</legend>
      {List && <List />}
      <button type="button" class="ly-text-button ly-own-add" title={t('web.own.help')} onClick={() => void own.add()}>
        <Icon name="plus" />
        {t('web.own.add')}
      </button>
    </fieldset>
  );
}

/** Where a file that is dragged over the page would go. */
export function DropHint(): VNode | null {
  const { chrome, speech } = useApp();
  if (!chrome.dropping.value) return null;
  return (
    <div class="ly-drop-hint" aria-hidden="true">
      <p>{speech.value.t('web.own.drop')}</p>
    </div>
  );
}
