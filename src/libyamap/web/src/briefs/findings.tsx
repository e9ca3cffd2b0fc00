/** What a reader of the brief would trip over, each with a way to where it is mended. */

import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import { useSpeech } from '../panels/context';
import { useBriefDesk } from './context';
import type { Finding } from './library';
import { Mark } from './marks';
import { inEither, type Brief } from './model';
import { useWords } from './words';

export function FindingsList({ brief }: { readonly brief: Brief }): VNode {
  const desk = useBriefDesk();
  const t = useWords();
  const part = useRef<HTMLElement>(null);
  const findings = desk.findings.value;
  const mend = (finding: Finding) => {
    if (finding.scene) desk.go(finding.scene);
    // The scene's form is drawn first.
    requestAnimationFrame(() => fieldOf(finding, part.current?.parentElement ?? null)?.focus());
  };
  return (
    <section ref={part} class="ly-brief-check">
      <h3>{t('brief.ui.check.title')}</h3>
      <button type="button" class="ly-button" data-does="check" onClick={() => void desk.check()}>
        <Mark name="check" />
        {t('brief.ui.check')}
      </button>
      <div role="status">
        {findings?.length === 0 && <p class="ly-hint">{t('brief.ui.check.clear')}</p>}
        {findings && findings.length > 0 && <p>{t('brief.ui.findings', { n: findings.length })}</p>}
      </div>
      {findings && findings.length > 0 && (
        <ul class="ly-brief-findings">
          {findings.map((finding, index) => (
            <li key={index}>
              <FindingRow finding={finding} brief={brief} mend={() => mend(finding)} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function FindingRow(props: { readonly finding: Finding; readonly brief: Brief; mend(): void }): VNode {
  const { finding, brief, mend } = props;
  const { lang, of } = useSpeech();
  const t = useWords();
  const row = brief.scenes.findIndex(({ id }) => id === finding.scene);
  const scene = brief.scenes[row];
  return (
    <button type="button" class="ly-brief-finding" data-finding={finding.kind} onClick={mend}>
      <Mark name="finding" />
      <span class="ly-row-text">
        <span class="ly-row-meta">{scene ? `${row + 1}. \u2068${inEither(scene.title, lang) || t('brief.ui.scene.untitled', { n: row + 1 })}\u2069` : t('brief.ui.brief')}</span>
        <span>{of(finding.sentence)}</span>
      </span>
    </button>
  );
}

/** What has the focus where a finding is mended: the field that it names, or the nearest about it. */
function fieldOf({ scene, field }: Finding, panel: HTMLElement | null): HTMLElement | null {
  const within = scene ? panel?.querySelector(`[data-scene="${CSS.escape(scene)}"]`) : panel?.querySelector('.ly-brief-details');
  if (within instanceof HTMLDetailsElement) within.open = true;
  const names = field.split('.');
  for (let length = names.length; length > 0; length -= 1) {
    const found = within?.querySelector(`[data-field="${CSS.escape(names.slice(0, length).join('.'))}"]`);
    found?.closest('details')?.setAttribute('open', '');
    const focusable = found?.querySelector<HTMLElement>('[data-lacking=true]') ?? found?.querySelector<HTMLElement>('textarea, input, button');
    if (focusable) return focusable;
  }
  return within?.querySelector<HTMLElement>('.ly-scene-title, summary') ?? null;
}
