/** Go to coordinates in any notation that people write. */

import type { TargetedSubmitEvent, VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { parsePosition } from '../coordinates';
import { useApp } from './context';
import { Dialog } from './dialog';

export function GoToDialog(): VNode {
  const { speech } = useApp();
  return (
    <Dialog name="go-to" title={speech.value.t('web.go-to.title')}>
      <GoToForm />
    </Dialog>
  );
}

function GoToForm(): VNode {
  const { actions, chrome, speech } = useApp();
  const { t } = speech.value;
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const go = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const position = parsePosition(text);
    setWrong(position === null);
    if (!position) return;
    chrome.dialog.value = null;
    actions.flyTo(position);
  };
  return (
    <form class="ly-form" onSubmit={go}>
      <label>
        <span>{t('web.go-to.label')}</span>
        <input
          ref={field}
          type="text"
          dir="ltr"
          autocomplete="off"
          spellcheck={false}
          placeholder="31.2089, 16.5887"
          value={text}
          aria-invalid={wrong}
          onInput={(event) => (setText(event.currentTarget.value), setWrong(false))}
        />
      </label>
      <p class={wrong ? 'ly-problem' : 'ly-hint'} role={wrong ? 'alert' : undefined}>
        {t(wrong ? 'web.go-to.wrong' : 'web.go-to.help')}
      </p>
      <button type="submit" class="ly-button ly-primary">
        {t('web.go-to.go')}
      </button>
    </form>
  );
}
