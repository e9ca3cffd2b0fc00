/** The list of keys. */

import type { VNode } from 'preact';
import { KEYS, type KeyName } from '../keys';
import type { MessageKey } from '../i18n';
import { useSpeech } from './context';
import { Dialog } from './dialog';

/** Keys whose sign would not be read. */
const NAMED: Readonly<Record<string, MessageKey>> = { Escape: 'web.key.escape', ' ': 'web.key.space' };

export function ShortcutsDialog(): VNode {
  const { t } = useSpeech();
  return (
    <Dialog name="shortcuts" title={t('web.shortcuts.title')}>
      <dl class="ly-keys">
        {(Object.keys(KEYS) as KeyName[]).map((name) => (
          <div key={name}>
            <dt>
              <kbd dir="ltr">{NAMED[KEYS[name]] ? t(NAMED[KEYS[name]] as MessageKey) : KEYS[name].toUpperCase()}</kbd>
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
      </dl>
    </Dialog>
  );
}
