/** The presenting page: map, title, text, legend, footnotes, marking, progress; and what lies over them. */

import type { VNode } from 'preact';
import { useStage } from './context';
import { Legend } from './legend';
import { MarkingBar } from './marking';
import { Blank, End, Help, Playhead, Typed } from './over';
import { onlySource } from './presentation';
import { TextPanel } from './text';

export function Screen(): VNode {
  const { show, speech, words } = useStage();
  const { attribution } = show.presentation.document;
  const { footnotes, marking } = show.scene.value;
  const source = onlySource(footnotes);
  return (
    <main class="ly-slide">
      <MarkingBar marking={marking} lang={speech.lang} edge="top" />
      <TextPanel />
      <Legend state={show.state} speech={speech} label={words('present.legend')} />
      <footer class="ly-credit">
        {source && <p class="ly-source">{words('present.source')} <bdi>{speech.of(source)}</bdi></p>}
        <p>
          <bdi>{speech.of(attribution)}</bdi> · {speech.t('web.disclaimer.borders')}
        </p>
      </footer>
      <Playhead />
      <MarkingBar marking={marking} lang={speech.lang} edge="bottom" />
      <End />
      <Typed />
      <Blank />
      <Help />
    </main>
  );
}
