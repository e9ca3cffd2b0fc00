/** The file's name, the buttons that make it, how far it is, and what became of it. */

import type { VNode } from 'preact';
import { useSpeech } from '../panels/context';
import { Icon } from '../panels/icon';
import { Code } from '../panels/parts';
import { useExport } from './context';
import type { Outcome, Work } from './desk';
import { useWords, type Words } from './words';

const [KILO, MEGA] = [1000, 1_000_000];

export function Foot(): VNode {
  const { cancel, copy, form, outcome, preview, trouble, work } = useExport();
  const t = useWords();
  const { value: busy } = work;
  return (
    <div class="ly-export-foot">
      <div class="ly-export-told">
        <p class="ly-export-name">
          <Icon name="save" />
          <span class="ly-unseen">{t('export.ui.file')}</span>
          <Code>{preview.value?.name ?? ''}</Code>
        </p>
        <div role="status">{busy ? <Doing work={busy} /> : outcome.value && <Became outcome={outcome.value} />}</div>
      </div>
      {busy ? (
        <button type="button" key="cancel" class="ly-button" onClick={cancel}>
          {t('export.ui.cancel')}
        </button>
      ) : (
        <>
          {form.value?.kind === 'picture' && (
            <button type="button" key="copy" class="ly-button" disabled={trouble.value?.field != null} onClick={() => void copy()}>
              <Icon name="copy" />
              <span>{t('export.ui.copy')}</span>
            </button>
          )}
          <button type="submit" key="save" class="ly-button ly-primary" disabled={!form.value || trouble.value?.field != null}>
            {t(outcome.value?.kind === 'saved' ? 'export.ui.again' : 'export.ui.save')}
          </button>
        </>
      )}
    </div>
  );
}

function Doing({ work: { what, progress } }: { readonly work: Work }): VNode {
  const t = useWords();
  const making = t(what === 'copy' ? 'export.ui.copying' : 'export.ui.making');
  const text = progress.state === 'waiting' && progress.ahead > 0 ? t('export.ui.waiting', { n: progress.ahead }) : making;
  return (
    <p class="ly-reading">
      <progress aria-label={text} />
      {text}
    </p>
  );
}

function Became({ outcome }: { readonly outcome: Outcome }): VNode {
  const speech = useSpeech();
  const t = useWords();
  if (outcome.kind === 'failed') {
    const { text } = outcome.trouble;
    return <p class="ly-problem">{text ? speech.of(text) : t('export.ui.unreachable')}</p>;
  }
  if (outcome.kind !== 'saved') return <p class={outcome.kind === 'copy-refused' ? 'ly-problem' : 'ly-hint'}>{t(`export.ui.${outcome.kind}`)}</p>;
  const { losses = [], size } = outcome.made;
  return (
    <>
      <p class="ly-hint">{t('export.ui.saved', { size: sizeInWords(size, t) })}</p>
      {losses.length > 0 && (
        <details class="ly-export-losses" open>
          <summary>{t('export.ui.losses')}</summary>
          <ul>
            {losses.map((loss) => (
              <li key={loss.en}>{speech.of(loss)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function sizeInWords(bytes: number, t: Words): string {
  return bytes < MEGA ? t('export.ui.kilobytes', { n: Math.ceil(bytes / KILO) }) : t('export.ui.megabytes', { n: Math.round(bytes / (MEGA / 10)) / 10 });
}
