/** What is wrong with a newer version of the dataset's files, which is therefore not shown. */

import type { VNode } from 'preact';
import { useApp } from './context';

export function Problems(): VNode | null {
  const { chrome, speech } = useApp();
  const { t, of } = speech.value;
  const problems = chrome.problems.value;
  if (problems.length === 0) return null;
  return (
    <details class="ly-callout ly-callout-problem" open>
      <summary>{t('web.problems.title', { n: problems.length })}</summary>
      <p>{t('web.problems.kept')}</p>
      <ul>
        {problems.map((problem) => (
          <li key={problem.en}>
            <bdi>{of(problem)}</bdi>
          </li>
        ))}
      </ul>
    </details>
  );
}
