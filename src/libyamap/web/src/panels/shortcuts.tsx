/** The list of keys. */

import type { VNode } from 'preact';
import { KEYS, type KeyName } from '../keys';
import type { MessageKey, Speech } from '../i18n';
import { useApp } from './context';
import { Dialog } from './dialog';
import { Switch } from './parts';

/** Keys whose sign would not be read. */
const NAMED: Readonly<Record<string, MessageKey>> = { Escape: 'web.key.escape', ' ': 'web.key.space' };

export function ShortcutsDialog(): VNode {
  const { chrome, speech } = useApp();
  const { t } = speech.value;
  return (
    <Dialog name="shortcuts" title={t('web.shortcuts.title')}>
      <dl class="ly-keys">
        {(Object.keys(KEYS) as KeyName[]).map((name) => (
          <div key={name}>
            <dt>
              <kbd dir="ltr">{written(KEYS[name], t)}</kbd>
            </dt>
            <dd>{t(`web.key.${name}`)}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd dir="ltr">← ↑ → ↓</kbd>
          </dt>
          <dd>{t('web.key.pan')}</dd>
        </div>
        <div>
          <dt>
            <kbd dir="ltr">← →</kbd>
          </dt>
          <dd>{t('web.key.handle')}</dd>
        </div>
        <div>
          <dt>
            <kbd dir="ltr">Tab</kbd>
          </dt>
          <dd>{t('web.key.tab')}</dd>
        </div>
      </dl>
      <Switch on={chrome.singleKeys.value} label={t('web.shortcuts.single')} set={(on) => (chrome.singleKeys.value = on)} />
      <p class="ly-hint">{t('web.shortcuts.single-help')}</p>
    </Dialog>
  );
}

/** A key as it is written on keyboards. */
function written(key: string, t: Speech['t']): string {
  const named = NAMED[key];
  if (named) return t(named);
  return key.length === 1 ? key.toUpperCase() : key;
}
