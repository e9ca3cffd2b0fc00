/** The button that packs a brief, and what is told of it. */

import type { VNode } from 'preact';
import { useSpeech } from '../panels/context';
import { useBriefDesk } from './context';
import { Mark } from './marks';
import type { Brief } from './model';
import { useWords } from './words';

export function PackButton({ brief }: { readonly brief: Brief }): VNode | null {
  const { packing } = useBriefDesk();
  const t = useWords();
  if (!packing) return null;
  const isBusy = packing.progress.value !== null || brief.scenes.length === 0;
  return (
    <button type="button" class="ly-icon-button" data-does="pack" aria-label={t('brief.ui.pack')} title={t('brief.ui.pack.about')} aria-disabled={isBusy} onClick={() => !isBusy && void packing.pack(brief)}>
      <Mark name="pack" />
    </button>
  );
}

/** How far it is, with a way to give it up; how it ended. */
export function PackState(): VNode | null {
  const { packing } = useBriefDesk();
  const { of } = useSpeech();
  const t = useWords();
  const progress = packing?.progress.value ?? null;
  const outcome = packing?.outcome.value ?? null;
  if (!packing || (!progress && !outcome)) return null;
  const told = () => {
    if (progress) return t(progress.state === 'waiting' ? 'brief.ui.pack.waiting' : 'brief.ui.pack.making');
    if (outcome?.kind === 'failed') return outcome.text ? of(outcome.text) : t('brief.ui.pack.failed');
    return t(outcome?.kind === 'saved' ? 'brief.ui.pack.saved' : 'brief.ui.pack.cancelled');
  };
  return (
    <div class="ly-brief-packing" data-state={progress?.state ?? outcome?.kind}>
      <p role="status">{told()}</p>
      {progress && (
        <button type="button" class="ly-button" onClick={packing.cancel}>
          {t('brief.ui.pack.cancel')}
        </button>
      )}
    </div>
  );
}
