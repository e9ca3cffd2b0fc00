/** Playing and stepping: buttons, and how it is played. */

import type { VNode } from 'preact';
import type { Signal } from '@preact/signals';
import { STEPS, type Step } from '../timeline/calendar';
import type { Mode } from '../timeline/playing';
import { SPEEDS } from '../timeline/timeline';
import { useApp } from './context';
import { Icon } from './icon';
import { Choice, IconButton } from './parts';

export function PlayControls(): VNode {
  const { speech, timeline } = useApp();
  const { t, dir } = speech.value;
  const playing = timeline.playing.value;
  const play = t(playing ? 'web.timeline.pause' : 'web.timeline.play');
  const step = timeline.step.value;
  const steps = STEPS.map((value) => ({ value, text: t(`web.timeline.step-${value}`) }));
  const [back, on] = dir === 'rtl' ? ['.', ','] : [',', '.'];
  return (
    <div class="ly-timeline-play">
      <button type="button" class="ly-timeline-button" aria-label={play} title={`${play} (${t('web.key.space')})`} onClick={timeline.toggle}>
        <Icon name={playing ? 'pause' : 'play'} />
      </button>
      <IconButton icon="earlier" label={`web.timeline.earlier-${step}`} shortcut={back} onClick={() => timeline.stepBy(step, -1)} />
      <Select label={t('web.timeline.step')} value={step} options={steps} choose={(value: Step) => (timeline.step.value = value)} />
      <IconButton icon="later" label={`web.timeline.later-${step}`} shortcut={on} onClick={() => timeline.stepBy(step, 1)} />
    </div>
  );
}

export function PlayOptions(): VNode {
  const { speech, timeline } = useApp();
  const { t, number } = speech.value;
  const modes = (['sliding', 'cumulative'] as const).map((value) => ({ value, text: t(`web.timeline.${value}`) }));
  const speeds = SPEEDS.map((value) => ({ value: String(value), text: t('web.timeline.times', { times: number(value) }) }));
  return (
    <>
      <Choice label={t('web.timeline.mode')} value={timeline.mode.value} options={modes} choose={(value: Mode) => (timeline.mode.value = value)} />
      <Select label={t('web.timeline.speed')} value={String(timeline.speed.value)} options={speeds} choose={(value) => (timeline.speed.value = Number(value))} />
      <Toggle on={timeline.loop} />
    </>
  );
}

function Toggle({ on }: { readonly on: Signal<boolean> }): VNode {
  return <IconButton icon="loop" label="web.timeline.loop" pressed={on.value} onClick={() => (on.value = !on.peek())} />;
}

function Select<T extends string>(props: {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly text: string }[];
  choose(value: T): void;
}): VNode {
  return (
    <select class="ly-select" aria-label={props.label} title={props.label} value={props.value} onChange={(event) => props.choose(event.currentTarget.value as T)}>
      {props.options.map(({ value, text }) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  );
}
