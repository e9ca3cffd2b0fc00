/** The presenting page: map, title, text, legend, footnotes, marking, progress; and what lies over them. */

import type { VNode } from 'preact';
import { useStage } from './context';
import { Legend } from './legend';
import { MarkingBar } from './marking';
import { Blank, End, Help, Playhead, Typed } from './over';
import { TextPanel } from './text';

export function Screen(): VNode {
  const { show, speech, words } = useStage();
  const { attribution } = show.presentation.document;
  const { marking } = show.scene.value;
  return (
    <main class="ly-slide">
      <MarkingBar marking={marking} edge="top" />
      <TextPanel />
      <Legend state={show.state} speech={speech} label={words('present.legend')} />
      <p class="ly-credit">
        <bdi>{speech.of(attribution)}</bdi> · {speech.t('web.disclaimer.borders')}
      </p>
      <Playhead />
      <MarkingBar marking={marking} edge="bottom" />
      <End />
      <Typed />
      <Blank />
      <Help />
    </main>
  );
}
