/** What changed: what the dataset is compared with, and the list of what was added, changed, affected, removed. */

import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { HOWS, type Base, type Change, type How } from '../comparing';
import type { MessageKey } from '../i18n';
import { ChangeRow, Sign } from './change-row';
import { useApp } from './context';
import { IconButton, Section } from './parts';
import { usePointing } from './pointing';

/** How many changes of a sort are shown before one asks for more. */
const PAGE = 40;

export function ComparisonPanel(): VNode {
  const { comparing, speech } = useApp();
  const { t, of } = speech.value;
  const answer = comparing.answer.value;
  const problem = comparing.problem.value;
  return (
    <>
      <div class="ly-evidence-tools">
        <IconButton icon="close" label="web.comparison.close" onClick={comparing.close} />
      </div>
      <header class="ly-heading">
        <p class="ly-eyebrow">{t('web.comparison.eyebrow')}</p>
        <h2>{t('web.comparison.title')}</h2>
      </header>
      <Picker />
      <div class="ly-comparison" aria-live="polite" aria-busy={comparing.waiting.value}>
        {problem && (
          <div class="ly-callout ly-callout-problem ly-told" role="alert">
            <p>{of(problem)}</p>
          </div>
        )}
        {answer && !problem && (
          <>
            <p class="ly-lead">{of(answer.sentence)}</p>
            {!answer.same && <Hows />}
            <Changes />
          </>
        )}
        {!answer && !problem && !comparing.waiting.value && <p class="ly-lead">{t('web.comparison.hint')}</p>}
      </div>
    </>
  );
}

/** Which time the data of now are held against: before the last edit, a revision that changed them, or one by name. */
function Picker(): VNode {
  const { comparing, speech } = useApp();
  const { t, day } = speech.value;
  const [named, setNamed] = useState('');
  const before = comparing.before.value;
  const revisions = comparing.revisions.value ?? [];
  const chosen = written(comparing.base.value);
  const choose = (value: string) => {
    if (value) void comparing.ask(value.startsWith('digest:') ? { digest: value.slice(7) } : { revision: value.slice(9) });
  };
  const listed = new Set([before && `digest:${before}`, ...revisions.map(({ id }) => `revision:${id}`)]);
  return (
    <form
      class="ly-picker"
      onSubmit={(event) => {
        event.preventDefault();
        if (named.trim()) void comparing.ask({ revision: named.trim() });
      }}
    >
      <label>
        <span>{t('web.comparison.with')}</span>
        <select value={listed.has(chosen) ? chosen : ''} onChange={(event) => choose(event.currentTarget.value)}>
          <option value="">{t('web.comparison.choose')}</option>
          {before && <option value={`digest:${before}`}>{t('web.comparison.before')}</option>}
          {revisions.map(({ id, date, subject }) => (
            <option key={id} value={`revision:${id}`}>
              {`${day(Date.parse(date) / DAY)} · ${shortened(subject)}`}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('web.comparison.named')}</span>
        <span class="ly-picker-named">
          <input dir="ltr" spellcheck={false} autocomplete="off" placeholder="v1.0, HEAD~3" maxLength={140} value={named} onInput={(event) => setNamed(event.currentTarget.value)} />
          <button type="submit" class="ly-button" disabled={!named.trim()}>
            {t('web.comparison.compare')}
          </button>
        </span>
      </label>
      {comparing.revisions.value?.length === 0 && <p class="ly-hint">{t('web.comparison.no-revisions')}</p>}
    </form>
  );
}

const DAY = 86_400_000;
/** Letters of a revision's subject that fit beside its date. */
const SUBJECT = 34;

/** Cut at its end, and kept together: in a line of the other direction the browser would cut its beginning. */
function shortened(subject: string): string {
  return `\u2068${subject.length > SUBJECT ? `${subject.slice(0, SUBJECT).trimEnd()}…` : subject}\u2069`;
}

function written(base: Base | null): string {
  if (!base) return '';
  return 'digest' in base ? `digest:${base.digest}` : `revision:${base.revision}`;
}

/** What became of things, each with how often; a click leaves it out of the list and of what stands out on the map. */
function Hows(): VNode {
  const { comparing, speech } = useApp();
  return (
    <div class="ly-hows" role="group" aria-label={speech.value.t('web.comparison.list')}>
      {HOWS.map((how) => (
        <HowChip key={how} how={how} count={comparing.answer.value?.counts[how] ?? 0} />
      ))}
    </div>
  );
}

function HowChip({ how, count }: { readonly how: How; readonly count: number }): VNode | null {
  const { comparing, speech } = useApp();
  const { t, number } = speech.value;
  const changes = comparing.answer.value?.changes ?? [];
  const pointing = usePointing(() => changes.filter((one) => one.how === how && one.sort === 'feature').map(({ id }) => id));
  if (count === 0) return null;
  return (
    <button type="button" class={`ly-how ly-how-${how}`} data-how={how} aria-pressed={comparing.hows.value.has(how)} title={t(`web.comparison.help.${how}`)} onClick={() => comparing.toggle(how)} {...pointing}>
      <Sign how={how} />
      <span>{t(`web.comparison.how.${how}`)}</span>
      <span class="ly-count">{number(count)}</span>
    </button>
  );
}

function Changes(): VNode {
  const sorts = new Map<string, Change[]>();
  for (const change of useApp().comparing.listed.value) {
    const same = sorts.get(change.sort);
    if (same) same.push(change);
    else sorts.set(change.sort, [change]);
  }
  return (
    <>
      {[...sorts].map(([sort, changes]) => (
        <SortList key={sort} sort={sort} changes={changes} />
      ))}
    </>
  );
}

function SortList({ sort, changes }: { readonly sort: string; readonly changes: readonly Change[] }): VNode {
  const { t } = useApp().speech.value;
  const [pages, setPages] = useState(1);
  const rest = changes.length - pages * PAGE;
  return (
    <Section title={t(`web.comparison.sort.${sort}` as MessageKey)} count={changes.length}>
      <ul class="ly-changes">
        {changes.slice(0, pages * PAGE).map((change) => (
          <ChangeRow key={change.id} change={change} />
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" class="ly-text-button" onClick={() => setPages(pages + 1)}>
          {t('web.overview.more', { n: rest })}
        </button>
      )}
    </Section>
  );
}
