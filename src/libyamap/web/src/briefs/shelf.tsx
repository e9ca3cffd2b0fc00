/** The dataset's briefs as a list, with what begins another one. */

import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { parseIso } from '../days';
import { useSpeech } from '../panels/context';
import { Icon } from '../panels/icon';
import { useBriefDesk } from './context';
import type { Listed } from './library';
import { Mark, Marking } from './marks';
import { inEither } from './model';
import { useWords } from './words';

export function ShelfList(): VNode {
  const desk = useBriefDesk();
  const t = useWords();
  const shelf = desk.shelf.value;
  // Others may have saved meanwhile.
  useEffect(() => void desk.list(), [desk]);
  return (
    <div class="ly-brief-shelf">
      <header class="ly-heading">
        <p class="ly-eyebrow">{t('brief.ui.eyebrow')}</p>
        <h2 tabIndex={-1}>{t('brief.ui.title')}</h2>
      </header>
      <OnTheDesk />
      {shelf && shelf.briefs.length > 0 && (
        <ul class="ly-brief-list" aria-label={t('brief.ui.title')}>
          {shelf.briefs.map((one) => (
            <Row key={one.id} one={one} />
          ))}
        </ul>
      )}
      {shelf?.briefs.length === 0 && <p class="ly-hint">{t('brief.ui.none')}</p>}
      {!shelf && desk.kept && !desk.trouble.value && <p class="ly-hint">{t('brief.ui.coming')}</p>}
      {shelf && !shelf.writable && <p class="ly-hint">{t('brief.ui.read-only')}</p>}
      <div class="ly-row-of-buttons">
        <button type="button" class="ly-button ly-primary" disabled={desk.unsaved.value} onClick={desk.begin}>
          <Icon name="plus" />
          {t('brief.ui.new')}
        </button>
        <OpenFile />
      </div>
      <p class="ly-hint">{t('brief.ui.help')}</p>
    </div>
  );
}

/** The brief that is open behind the list; what of it is not saved must not go by opening another. */
function OnTheDesk(): VNode | null {
  const desk = useBriefDesk();
  const { lang } = useSpeech();
  const t = useWords();
  const brief = desk.brief.value;
  if (!brief) return null;
  const title = `\u2068${inEither(brief.title, lang) || brief.id}\u2069`;
  return (
    <div class="ly-callout">
      <p>{t(desk.unsaved.value ? 'brief.ui.left-unsaved' : 'brief.ui.left-open', { title })}</p>
      <div class="ly-row-of-buttons">
        <button type="button" class="ly-button" data-does="continue" onClick={() => (desk.listed.value = false)}>
          {t('brief.ui.continue')}
        </button>
        {desk.unsaved.value && (
          <button type="button" class="ly-button" data-does="discard" onClick={desk.discard}>
            {t('brief.ui.discard')}
          </button>
        )}
      </div>
    </div>
  );
}

function Row({ one }: { readonly one: Listed }): VNode {
  const desk = useBriefDesk();
  const { day, lang, of } = useSpeech();
  const t = useWords();
  if ('problems' in one) {
    return (
      <li class="ly-brief-broken">
        <details>
          <summary>
            <Mark name="broken" />
            <span>{t('brief.ui.broken', { id: `\u2068${one.id}\u2069`, n: one.problems.length })}</span>
          </summary>
          <ul class="ly-brief-problems">
            {one.problems.map((problem) => (
              <li key={problem.en}>{of(problem)}</li>
            ))}
          </ul>
        </details>
      </li>
    );
  }
  const written = parseIso(one.date);
  const facts = [t('brief.ui.scenes', { n: one.scenes }), written === null ? '' : day(written), inEither(one.author, lang)];
  return (
    <li>
      <button type="button" class="ly-brief-row" data-brief={one.id} disabled={desk.unsaved.value} onClick={() => void desk.read(one.id)}>
        <span class="ly-brief-row-title">
          <bdi>{inEither(one.title, lang) || one.id}</bdi>
          <Marking text={one.marking} />
        </span>
        <span class="ly-row-meta">{facts.filter(Boolean).join(' · ')}</span>
      </button>
    </li>
  );
}

function OpenFile(): VNode {
  const desk = useBriefDesk();
  const t = useWords();
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class="ly-button" disabled={desk.unsaved.value} onClick={() => field.current?.click()}>
        <Icon name="open" />
        {t('brief.ui.open-file')}
      </button>
      <input
        ref={field}
        type="file"
        hidden
        accept=".json,application/json"
        aria-label={t('brief.ui.open-file')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file) void desk.take(file);
        }}
      />
    </>
  );
}
