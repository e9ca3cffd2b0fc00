/** The page as it would be, and what of the screen will not be on it. */

import type { VNode } from 'preact';
import { useApp, useSpeech } from '../panels/context';
import { useExport } from './context';
import { ratioOf } from './wish';
import { useWords } from './words';

export function Page(): VNode {
  const { choice, form, isSketching, preview } = useExport();
  const t = useWords();
  const shown = preview.value;
  const isSeen = form.value?.sketched ?? true;
  const ratio = shown?.ratio ?? ratioOf(choice.value.size) ?? 1;
  return (
    <div class="ly-export-page">
      <figure class="ly-export-stage" aria-busy={isSketching.value}>
        {isSeen ? (
          <div class="ly-export-paper" style={{ '--ly-ratio': ratio }}>
            {shown?.picture && <img src={shown.picture} alt={t('export.ui.preview')} />}
          </div>
        ) : (
          <p class="ly-hint">{t('export.ui.no-preview')}</p>
        )}
        {isSketching.value && isSeen && <progress aria-label={t('export.ui.sketching')} />}
      </figure>
      <Notices />
    </div>
  );
}

/** What stands on the screen and not in the file; never lost without a word. */
function Notices(): VNode {
  const { contrast, own } = useApp();
  const { form, trouble } = useExport();
  const speech = useSpeech();
  const t = useWords();
  const layers = own.overlays.value?.state().filter(({ isShown }) => isShown).length ?? 0;
  const wrong = trouble.value && !trouble.value.field ? trouble.value : null;
  return (
    <div class="ly-export-notices">
      <p class="ly-hint">{form.value?.kind === 'picture' && t('export.ui.extent')}</p>
      {layers > 0 && <p class="ly-callout">{t('export.ui.own-layers', { n: layers })}</p>}
      {contrast.on.value && <p class="ly-callout">{t('export.ui.beside')}</p>}
      {wrong && (
        <p class="ly-callout" role="alert">
          {wrong.text ? speech.of(wrong.text) : t('export.ui.unreachable')}
        </p>
      )}
    </div>
  );
}
