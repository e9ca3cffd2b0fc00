/** The list of keys. */

import type { VNode } from 'preact';
import { KEYS, type KeyName } from '../keys';
import { useSpeech } from './context';
import { Dialog } from './dialog';

export function ShortcutsDialog(): VNode {
  const { t } = useSpeech();
  return (
    <Dialog name="shortcuts" title={t('web.shortcuts.title')}>
      <dl class="ly-keys">
        {(Object.keys(KEYS) as KeyName[]).map((name) => (
          <div key={name}>
            <dt>
              <kbd dir="ltr">{KEYS[name] === 'Escape' ? 'Esc' : KEYS[name].toUpperCase()}</kbd>
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
      </dl>
    </Dialog>
  );
}
