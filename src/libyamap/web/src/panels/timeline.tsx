/** The timeline along the bottom: what is played, when, and how much of it there is. */

import type { ReadonlySignal } from '@preact/signals';
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { FIRST_DAY } from '../interval';
import { PRESETS } from '../timeline/timeline';
import { presetSpan, type Preset } from '../timeline/axis';
import type { Layout } from '../timeline/layout';
import { monthOf } from '../days';
import { useApp } from './context';
import { Icon } from './icon';
import { Interval } from './interval';
import { Choice, IconButton } from './parts';
import { TimelineChart } from './timeline-chart';
import { PlayControls, PlayOptions } from './timeline-controls';
import { useTimelineLayout } from './timeline-layout';

export function TimelineDock(): VNode {
  const { speech, timeline } = useApp();
  const { t } = speech.value;
  const open = timeline.open.value;
  const laid = useTimelineLayout();
  const fold = () => {
    timeline.open.value = !timeline.open.peek();
  };
  return (
    <section class="ly-timeline" aria-label={t('web.timeline.label')}>
      <div class="ly-timeline-head">
        <PlayControls />
        <Dates />
        <Counts />
        {open && <Reading layout={laid.layout} />}
        <div class="ly-timeline-options">
          {open && <PlayOptions />}
          {open && <AxisPresets />}
        </div>
        <IconButton icon={open ? 'down' : 'up'} label={open ? 'web.timeline.fold' : 'web.timeline.unfold'} shortcut="T" onClick={fold} />
      </div>
      {open && <TimelineChart laid={laid} />}
    </section>
  );
}

/** The interval in words; a click leads to where it can be typed. */
function Dates(): VNode {
  const { interval, speech } = useApp();
  const { t, day } = speech.value;
  const { first, last } = interval.value;
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const leave = (event: Event) => {
      if (!place.current?.contains(event.target as Node)) setOpen(false);
    };
    addEventListener('pointerdown', leave);
    return () => removeEventListener('pointerdown', leave);
  }, [open]);
  const key = first === null || first <= FIRST_DAY ? (last === null ? 'web.timeline.all' : 'web.timeline.until') : last === null ? 'web.timeline.since' : 'web.timeline.between';
  const text = t(key, { first: first === null ? '' : day(first), last: last === null ? '' : day(last) });
  const escape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return;
    event.stopPropagation();
    setOpen(false);
    place.current?.querySelector('button')?.focus();
  };
  return (
    <div ref={place} class="ly-timeline-dates" onKeyDown={escape}>
      <button type="button" class="ly-timeline-when" aria-expanded={open} aria-haspopup="dialog" title={t('web.timeline.type')} onClick={() => setOpen(!open)}>
        <Icon name="dates" />
        <strong>{text}</strong>
        <Icon name={open ? 'down' : 'up'} />
      </button>
      {open && (
        <div class="ly-timeline-typed" role="dialog" aria-labelledby="ly-interval-title">
          <Interval />
        </div>
      )}
    </div>
  );
}

/** How much of what is shown is certainly inside the interval, and how much only possibly. */
function Counts(): VNode {
  const { drawn, speech } = useApp();
  const { t } = speech.value;
  const certain = drawn.value.filter((one) => one.certain).length;
  const possible = drawn.value.length - certain;
  return (
    <p class="ly-timeline-counts">
      {t('web.timeline.certain', { n: certain })}
      {possible > 0 && t('web.timeline.joint')}
      {possible > 0 && t('web.timeline.possible', { n: possible })}
    </p>
  );
}

/** What is not in the chart, and how to read what is. */
function Reading({ layout }: { readonly layout: ReadonlySignal<Layout> }): VNode {
  const { t } = useApp().speech.value;
  const { unit, hidden, undated } = layout.value;
  const missing = [undated > 0 && t('web.timeline.undated', { n: undated }), hidden > 0 && t('web.timeline.hidden', { n: hidden })].filter(Boolean).join(t('web.timeline.joint'));
  return (
    <p class="ly-timeline-reading">
      {missing && <span title={missing}>{missing}</span>}
      <span class="ly-key ly-key-block">{t(`web.timeline.dated-${unit}`)}</span>
      <span class="ly-key ly-key-bar">{t('web.timeline.imprecise')}</span>
      <span class="ly-key ly-key-confirmed">{t('web.timeline.confirmation')}</span>
    </p>
  );
}

/** What the axis shows. */
function AxisPresets(): VNode {
  const { selection, speech, timeline } = useApp();
  const { t, monthName } = speech.value;
  const { asOf } = selection.value;
  const extent = timeline.extent.value;
  const years = (from: number, to: number) => (monthOf(from).year === monthOf(to).year ? String(monthOf(from).year) : t('web.timeline.years', { first: String(monthOf(from).year), last: String(monthOf(to).year) }));
  const recent = presetSpan('recent', extent, asOf);
  const texts: Readonly<Record<Preset, string>> = {
    all: years(extent.from, extent.to - 1),
    year: String(monthOf(asOf).year),
    recent: t('web.timeline.months', { first: monthName(recent.from), last: monthName(recent.to - 1), year: String(monthOf(recent.to - 1).year) }),
  };
  return <Choice label={t('web.timeline.axis')} value={timeline.preset.value} options={PRESETS.map((value) => ({ value, text: texts[value] }))} choose={timeline.show} />;
}
