/** What stands in the way: a file that cannot be read, a brief that cannot be saved, a server that does not answer. */

import type { VNode } from 'preact';
import { useSpeech } from '../panels/context';
import type { Problem } from './codec';
import { useBriefDesk } from './context';
import { useWords, type Words } from './words';

export function Troubles(): VNode | null {
  const desk = useBriefDesk();
  const { of } = useSpeech();
  const t = useWords();
  const trouble = desk.trouble.value;
  if (!trouble) return null;
  return (
    <div class="ly-callout ly-callout-problem ly-brief-trouble" role="alert">
      {trouble.sort === 'unreachable' && <p>{t('brief.ui.unreachable')}</p>}
      {trouble.sort === 'refused' && (
        <ul>
          {trouble.problems.map((problem) => (
            <li key={problem.en}>{of(problem)}</li>
          ))}
        </ul>
      )}
      {trouble.sort === 'file' && (
        <>
          <p>{t('brief.ui.file-wrong', { n: trouble.problems.length, file: `\u2068${trouble.name}\u2069` })}</p>
          <ul class="ly-brief-problems">
            {trouble.problems.map((problem, index) => (
              <li key={index}>{told(problem, t)}</li>
            ))}
          </ul>
        </>
      )}
      <p>{desk.unsaved.value && t('brief.ui.nothing-lost')}</p>
      <div class="ly-row-of-buttons">
        {trouble.sort === 'unreachable' && (
          <button type="button" class="ly-button" onClick={() => void desk.list()}>
            {t('brief.ui.again')}
          </button>
        )}
        <button type="button" class="ly-button" onClick={desk.dismiss}>
          {t('brief.ui.dismiss')}
        </button>
      </div>
    </div>
  );
}

function told({ scene, field, fault, detail }: Problem, t: Words): VNode {
  const where = [scene, field].filter(Boolean).join(': ');
  return (
    <>
      {where && (
        <>
          <bdi class="ly-code">{where}</bdi>{' '}
        </>
      )}
      {t(`brief.wrong.${fault}`, { detail: `\u2068${detail}\u2069` })}
    </>
  );
}
