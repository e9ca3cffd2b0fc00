/** Somebody else saved in between: what is theirs, and what becomes of mine. Nothing is overwritten unnoticed. */

import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useApp, useSpeech } from '../panels/context';
import { go } from './capture';
import { useBriefDesk } from './context';
import { differences, type Difference } from './differences';
import { inEither, type Brief } from './model';
import { useWords } from './words';

export function Conflict(): VNode | null {
  const desk = useBriefDesk();
  const t = useWords();
  const [looking, look] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const stale = desk.stale.value;
  const brief = desk.brief.value;
  useEffect(() => {
    if (stale) box.current?.focus();
  }, [stale]);
  if (!stale || !brief) return null;
  const theirs = stale.theirs?.brief;
  return (
    <div ref={box} tabIndex={-1} class="ly-callout ly-callout-problem ly-brief-conflict" role="alert">
      <h3>{t('brief.ui.conflict.title')}</h3>
      <p>{t(theirs ? 'brief.ui.conflict' : 'brief.ui.conflict.gone')}</p>
      <div class="ly-row-of-buttons">
        {theirs && (
          <button type="button" class="ly-button" data-does="look" aria-expanded={looking} onClick={() => look(!looking)}>
            {t('brief.ui.conflict.look')}
          </button>
        )}
        <button type="button" class="ly-button" data-does="keep-copy" onClick={() => void desk.keepCopy()}>
          {t('brief.ui.conflict.copy')}
        </button>
        {theirs && (
          <button type="button" class="ly-button" data-does="take-theirs" onClick={desk.takeTheirs}>
            {t('brief.ui.conflict.take')}
          </button>
        )}
      </div>
      {theirs && looking && <Theirs mine={brief} theirs={theirs} />}
    </div>
  );
}

/** In what theirs differs from mine. */
function Theirs({ mine, theirs }: { readonly mine: Brief; readonly theirs: Brief }): VNode {
  const t = useWords();
  const found = differences(mine, theirs);
  return (
    <>
      <p>{t('brief.ui.conflict.differ', { n: found.length })}</p>
      <ul class="ly-brief-differences">
        {found.map((one) => (
          <Row key={`${one.sort}-${one.name}`} one={one} />
        ))}
      </ul>
    </>
  );
}

function Row({ one }: { readonly one: Difference }): VNode {
  const app = useApp();
  const { lang } = useSpeech();
  const t = useWords();
  if (one.sort === 'field') {
    return (
      <li>
        <strong>{t(`brief.ui.details.${one.name}`)}</strong>: <bdi>{one.theirs[lang]}</bdi>
      </li>
    );
  }
  if (one.sort === 'order') return <li>{t('brief.ui.conflict.order')}</li>;
  const { scene } = one;
  return (
    <li>
      <strong>
        <bdi>{inEither(scene.title, lang) || scene.id}</bdi>
      </strong>{' '}
      · {t(`brief.ui.conflict.${one.sort}`)}
      {one.sort !== 'only-mine' && (
        <>
          <ul>
            {scene.lines.map((line, index) => (
              <li key={index}>
                <bdi>{inEither(line.text, lang)}</bdi>
              </li>
            ))}
          </ul>
          <button type="button" class="ly-text-button" onClick={() => go(app, scene)}>
            {t('brief.ui.conflict.show')}
          </button>
        </>
      )}
    </li>
  );
}
