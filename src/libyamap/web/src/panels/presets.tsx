/** Ready-made evidence filters, switched on and off by one click, each with what it would leave. */

import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { isPreset, togglePreset } from '../choices';
import type { MessageKey } from '../i18n';
import { useApp } from './context';
import { Icon } from './icon';

export function Presets(): VNode | null {
  const { actions, document, host, offered, speech, view } = useApp();
  const { t, number } = speech.value;
  useEffect(() => offered.watch(), [offered]);
  const { filters } = view.value;
  if (!host.filters) return null;
  return (
    <div class="ly-presets" role="group" aria-label={t('web.presets.title')}>
      <h3>{t('web.presets.title')}</h3>
      {document.presets.map(({ id, query }) => {
        const on = isPreset(filters, query);
        const left = offered.leftBy(id);
        const tells = left === null ? '' : on ? t('web.presets.back', { n: left }) : t('web.presets.leaves', { n: left });
        return (
          <button
            type="button"
            key={id}
            data-preset={id}
            aria-pressed={on}
            title={[t(`web.presets.help.${id}` as MessageKey), tells].filter(Boolean).join(' ')}
            onClick={() => actions.filter(togglePreset(filters, query))}
          >
            <span class="ly-preset-mark">{on && <Icon name="check" />}</span>
            <span>{t(`web.presets.${id}` as MessageKey)}</span>
            <span class="ly-count">{left === null ? '' : number(left)}</span>
          </button>
        );
      })}
    </div>
  );
}
