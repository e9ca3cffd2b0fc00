/** What a scene says: its title, its lines, and the footnotes that they rest on. */

import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { cited, onlySource, runs, type Footnote, type Line } from './presentation';
import { useStage } from './context';
import { fit } from './fit';
import { Progress } from './progress';

export function TextPanel(): VNode {
  const { show, speech, words } = useStage();
  const panel = useRef<HTMLDivElement>(null);
  const { title, lines, footnotes, id } = show.scene.value;
  useLayoutEffect(() => {
    const again = () => panel.current && fit(panel.current);
    again();
    void document.fonts.ready.then(again);
    addEventListener('resize', again);
    return () => removeEventListener('resize', again);
  }, [id, speech.lang]);
  return (
    <section class="ly-text" aria-label={words('present.scene', { n: show.index.value + 1, total: show.presentation.scenes.length })} aria-live="polite">
      <div class="ly-words" ref={panel} tabIndex={0}>
        <p class="ly-of" dir="auto">{speech.of(show.presentation.brief.title)}</p>
        <h1 dir="auto">{speech.of(title)}</h1>
        <ul class="ly-lines">
          {lines.map((line, index) => (
            <Said key={index} line={line} />
          ))}
        </ul>
        <Footnotes footnotes={footnotes} />
      </div>
      <Progress />
    </section>
  );
}

function Said({ line }: { readonly line: Line }): VNode {
  const { speech } = useStage();
  return (
    <li>
      <bdi>{speech.of(line.text)}</bdi>
      {line.notes.length > 0 && <sup dir="ltr">{runs(line.notes)}</sup>}
    </li>
  );
}

/** Who said it, and where; a source that all of them share is named below the map. */
function Footnotes({ footnotes }: { readonly footnotes: readonly Footnote[] }): VNode | null {
  const { speech, words } = useStage();
  const { of, t, list } = speech;
  if (footnotes.length === 0) return null;
  const only = onlySource(footnotes);
  return (
    <footer class="ly-footnotes">
      <ol>
        {cited(footnotes).map(({ numbers, note }) => (
          <li key={note.number}>
            <bdi class="ly-number" dir="ltr">{runs(numbers)}</bdi>{' '}
            <span>
              <bdi>{of(note.attribution)}</bdi>
              {!only && <> · <bdi>{of(note.source)}</bdi></>} · {t('web.claim.paragraphs', { n: note.locator.length, list: list(note.locator.map(String)) })} · <bdi dir="ltr">{note.grade}</bdi>
            </span>
          </li>
        ))}
      </ol>
      {only && <p class="ly-source-here">{words('present.source')} <bdi>{of(only)}</bdi></p>}
    </footer>
  );
}
