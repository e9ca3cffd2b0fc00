/** The interval: from, to, presets, and whether what is only possibly inside stays. */

import type { TargetedKeyboardEvent, VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { dayOf, iso, monthOf, monthSpan, parseTyped } from '../days';
import type { Speech } from '../i18n';
import { useApp, useSpeech } from './context';
import { Choice, Switch } from './parts';

interface Preset {
  readonly value: string;
  readonly text: string;
  readonly first: number | null;
  readonly last: number | null;
}

export function Interval(): VNode {
  const { actions, document, selection, speech, view } = useApp();
  const { t } = speech.value;
  const { first, last, certain } = view.value;
  const presets = presetsFor(selection.value.asOf || document.asOf, speech.value);
  const chosen = presets.find((preset) => preset.first === first && preset.last === last);
  const choose = (value: string) => {
    const preset = presets.find((one) => one.value === value);
    if (preset) actions.setInterval(preset.first, preset.last);
  };
  return (
    <section class="ly-interval" aria-labelledby="ly-interval-title">
      <h3 id="ly-interval-title">{t('web.interval.title')}</h3>
      <Choice label={t('web.interval.presets')} value={chosen?.value ?? null} options={presets} choose={choose} />
      <div class="ly-dates">
        <DateField edge="first" value={first} limit={last} />
        <span aria-hidden="true">–</span>
        <DateField edge="last" value={last} limit={first} />
      </div>
      <Switch on={certain} label={t('web.interval.certain')} set={actions.setCertain} />
    </section>
  );
}

/** All of time, the year of the as-of date, and the two months before it. */
function presetsFor(asOf: number, speech: Speech): Preset[] {
  const { year, month } = monthOf(asOf);
  const [recent] = monthSpan(year, month - 1);
  return [
    { value: 'all', text: speech.t('web.interval.all'), first: null, last: null },
    { value: 'year', text: String(year), first: dayOf(year), last: dayOf(year, 12, 31) },
    { value: 'recent', text: speech.t('web.interval.since', { date: speech.month(recent) }), first: recent, last: null },
  ];
}

/** A date that is typed; the reader's language decides how it is asked for, never how it is read. */
function DateField(props: {
  readonly edge: 'first' | 'last';
  readonly value: number | null;
  readonly limit: number | null;
}): VNode {
  const { edge, value, limit } = props;
  const { actions, view } = useApp();
  const { t } = useSpeech();
  const [problem, setProblem] = useState<'date' | 'order' | null>(null);
  const field = useRef<HTMLInputElement>(null);

  useLayoutEffect(() => {
    if (field.current) field.current.value = value === null ? '' : iso(value);
  }, [value]);

  const isAfter = (day: number) => limit !== null && (edge === 'first' ? day > limit : day < limit);
  const take = (text: string) => {
    const day = text.trim() === '' ? null : parseTyped(text, edge);
    const wrong = text.trim() !== '' && day === null ? 'date' : day !== null && isAfter(day) ? 'order' : null;
    setProblem(wrong);
    if (wrong) return;
    if (field.current) field.current.value = day === null ? '' : iso(day);
    const { first, last } = view.peek();
    if (day === value) return;
    if (edge === 'first') actions.setInterval(day, last);
    else actions.setInterval(first, day);
  };
  const step = (event: TargetedKeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') take(event.currentTarget.value);
    const steps: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: 30, PageDown: -30 };
    const days = steps[event.key];
    if (days === undefined || value === null) return;
    event.preventDefault();
    take(iso(value + days));
  };
  const help = t(problem ? `web.interval.wrong-${problem}` : 'web.interval.help');
  return (
    <label class="ly-date">
      <span>{t(edge === 'first' ? 'web.interval.from' : 'web.interval.to')}</span>
      <input
        ref={field}
        type="text"
        inputMode="numeric"
        dir="ltr"
        autocomplete="off"
        spellcheck={false}
        placeholder={t('web.interval.placeholder')}
        aria-invalid={problem !== null}
        title={help}
        onBlur={(event) => take(event.currentTarget.value)}
        onInput={() => setProblem(null)}
        onKeyDown={step}
      />
      {problem && (
        <small role="alert" class="ly-problem">
          {help}
        </small>
      )}
    </label>
  );
}
