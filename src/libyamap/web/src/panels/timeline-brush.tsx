/** The interval on the axis: what lies outside is dimmed, and either end has a handle. */

import { useSignalEffect, type ReadonlySignal } from '@preact/signals';
import type { TargetedKeyboardEvent, TargetedPointerEvent, VNode } from 'preact';
import { useRef } from 'preact/hooks';
import { dayAt, positionOf, type Axis } from '../timeline/axis';
import { dragged, intervalOf, spanOf } from '../timeline/brush';
import { stepped, type Step } from '../timeline/calendar';
import type { Interval } from '../moving';
import { useApp } from './context';

type Edge = 'first' | 'last';

/** Follows the interval at every step without drawing anything again: styles are all that changes. */
export function TimelineBrush({ axis }: { readonly axis: ReadonlySignal<Axis> }): VNode {
  const { timeline } = useApp();
  const box = useRef<HTMLDivElement>(null);
  useSignalEffect(() => {
    const { current } = box;
    const shown = axis.value;
    if (!current || shown.width === 0) return;
    const { from, to } = spanOf(timeline.interval.value, timeline.extent.value);
    const place = (day: number) => positionOf(shown, Math.min(Math.max(day, shown.span.from), shown.span.to));
    current.style.setProperty('--ly-first', `${place(from)}px`);
    current.style.setProperty('--ly-last', `${place(to)}px`);
    const { first, last } = timeline.interval.value;
    current.dataset.limits = first === null && last === null ? 'none' : 'some';
    current.dataset.beyond = [from < shown.span.from && 'first', to > shown.span.to && 'last'].filter(Boolean).join(' ');
  });
  return (
    <div ref={box} class="ly-brush">
      <div class="ly-brush-outside ly-brush-before" />
      <div class="ly-brush-outside ly-brush-after" />
      <div class="ly-brush-band" />
      <Handle edge="first" axis={axis} />
      <Handle edge="last" axis={axis} />
    </div>
  );
}

/** A slider whose value is a day; its text is the date. */
function Handle({ edge, axis }: { readonly edge: Edge; readonly axis: ReadonlySignal<Axis> }): VNode {
  const { interval, moving, speech, timeline } = useApp();
  const { t, day: written } = speech.value;
  const held = useRef<{ day: number; start: Interval; moved: boolean } | null>(null);
  const extent = timeline.extent.value;
  const span = spanOf(interval.value, extent);
  const value = edge === 'first' ? span.from : span.to - 1;
  const unlimited = interval.value[edge] === null;

  const dayOf = (event: TargetedPointerEvent<HTMLElement>) => {
    const chart = event.currentTarget.parentElement as HTMLElement;
    const { left, width } = chart.getBoundingClientRect();
    return dayAt(axis.peek(), ((event.clientX - left) * chart.clientWidth) / (width || 1));
  };
  const move = (to: number) => {
    const start = timeline.interval.peek();
    const { from, to: end } = spanOf(start, extent);
    const before = edge === 'first' ? from : end;
    timeline.moveTo(dragged(edge, start, before, edge === 'first' ? to : to + 1, extent));
    timeline.settleSoon();
  };
  const press = (event: TargetedKeyboardEvent<HTMLElement>) => {
    const { from, to } = spanOf(timeline.interval.peek(), extent);
    const at = edge === 'first' ? from : to - 1;
    const later = axis.peek().mirrored ? -1 : 1;
    const [unit, larger]: readonly [Step, Step] = event.shiftKey ? ['month', 'year'] : ['day', 'year'];
    const steps: Readonly<Record<string, number>> = { ArrowRight: later, ArrowLeft: -later, ArrowUp: 1, ArrowDown: -1, PageUp: 1, PageDown: -1 };
    const by = steps[event.key];
    const ends: Readonly<Record<string, number>> = { Home: extent.from, End: extent.to - 1 };
    const end = ends[event.key];
    if (by === undefined && end === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    move(end ?? stepped(at, event.key.startsWith('Page') ? larger : unit, by ?? 0, edge));
  };
  return (
    <div
      class={`ly-handle ly-handle-${edge}`}
      role="slider"
      tabIndex={0}
      aria-label={t(`web.timeline.handle-${edge}`)}
      aria-valuemin={intervalOf(extent, extent).first ?? extent.from}
      aria-valuemax={extent.to - 1}
      aria-valuenow={value}
      aria-valuetext={unlimited ? t(`web.timeline.unlimited-${edge}`, { date: written(value) }) : written(value)}
      aria-orientation="horizontal"
      onKeyDown={press}
      onBlur={() => !held.current && !timeline.playing.peek() && timeline.settle()}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        held.current = { day: dayOf(event), start: timeline.interval.peek(), moved: false };
      }}
      onPointerMove={(event) => {
        const { current } = held;
        // Escape, or somebody else, has taken the interval out of the hand.
        if (!current || (current.moved && !moving.drawn.peek())) return;
        current.moved = true;
        timeline.moveTo(dragged(edge, current.start, current.day, dayOf(event), extent));
      }}
      onPointerUp={() => {
        held.current = null;
        timeline.settle();
      }}
      onPointerCancel={() => {
        held.current = null;
        moving.stop();
      }}
    />
  );
}
