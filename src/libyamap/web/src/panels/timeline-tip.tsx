/** What the pointer is on in the timeline: its title and its dates. */

import type { ReadonlySignal } from '@preact/signals';
import type { VNode } from 'preact';
import type { Layout, Target } from '../timeline/layout';
import { featuresOf } from '../timeline/layout';
import { useApp } from './context';

export interface Tip {
  readonly target: Target;
  readonly x: number;
}

/** Pixels at most; it stays within the chart. */
const WIDTH = 300;

export function TimelineTip({ tip, layout }: { readonly tip: ReadonlySignal<Tip | null>; readonly layout: ReadonlySignal<Layout> }): VNode | null {
  const { speech } = useApp();
  const { t, of, day } = speech.value;
  if (!tip.value) return null;
  const { target, x } = tip.value;
  const features = featuresOf(target);
  const [first] = features;
  const { width } = layout.value.axis;
  const left = Math.min(Math.max(x - WIDTH / 2, 0), Math.max(0, width - WIDTH));
  const bin = 'bin' in target ? target.bin : null;
  return (
    <div class="ly-timeline-tip" dir={speech.value.dir} style={{ left: `${left}px`, width: `${WIDTH}px`, top: `${target.y}px` }} aria-hidden="true">
      {features.length === 1 && first ? (
        <p>
          <strong>{of(first.title)}</strong>
          {first.when ? of(first.when.text) : t('web.fact.no-date')}
          {first.when && <small>{of(first.when.precision)}</small>}
          {first.confirmed && <small>{t('web.timeline.confirmed', { date: of(first.confirmed.text) })}</small>}
        </p>
      ) : (
        <p>
          <strong>{t('web.timeline.entries', { n: features.length })}</strong>
          {bin && t('web.timeline.between', { first: day(bin.from), last: day(bin.to - 1) })}
        </p>
      )}
    </div>
  );
}
