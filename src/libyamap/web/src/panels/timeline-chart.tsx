/** Histogram, bars and axis on a canvas, and what the pointer does to them. */

import { useSignal, useSignalEffect, type ReadonlySignal, type Signal } from '@preact/signals';
import type { TargetedPointerEvent, TargetedWheelEvent, VNode } from 'preact';
import { useRef } from 'preact/hooks';
import type { Interval } from '../moving';
import { dayAt, pixelsPerDay } from '../timeline/axis';
import { dragged, spanOf, type Grip } from '../timeline/brush';
import { featuresOf, under, type Layout, type Target } from '../timeline/layout';
import { AXIS_HEIGHT, paint } from '../timeline/painter';
import { ticks } from '../timeline/ticks';
import { useApp } from './context';
import { TimelineBrush } from './timeline-brush';
import { useSize, type LaidOut, type Size } from './timeline-layout';
import { TimelineTip, type Tip } from './timeline-tip';

/** Pixels that a hand may tremble in a click. */
const TREMBLE = 4;
/** Part of the axis that one notch of a wheel takes away. */
const NOTCH = 1.0018;

export function TimelineChart({ laid }: { readonly laid: LaidOut }): VNode {
  const { speech } = useApp();
  const canvas = useRef<HTMLCanvasElement>(null);
  const { size, axis, layout } = laid;
  useSize(canvas, size);
  const tip = useSignal<Tip | null>(null);
  usePainting(canvas, layout, size);
  const hand = useHand(canvas, layout, tip);
  return (
    <div class="ly-timeline-chart">
      <canvas ref={canvas} role="img" aria-label={speech.value.t('web.timeline.chart')} {...hand} />
      <TimelineBrush axis={axis} />
      <TimelineTip tip={tip} layout={layout} />
    </div>
  );
}

function usePainting(canvas: { readonly current: HTMLCanvasElement | null }, layout: ReadonlySignal<Layout>, size: Signal<Size>): void {
  const app = useApp();
  useSignalEffect(() => {
    const { width, height } = size.value;
    const { chrome, document, lookup, selected, speech, stack, theme } = app;
    const hovered = chrome.hovered.value;
    const look = {
      theme: theme.value,
      palette: document.themes[theme.value],
      font: `450 11px Vazirmatn, system-ui, sans-serif`,
      symbol: (layer: string) => document.symbols[lookup.layers.get(layer)?.symbol ?? ''],
      opacity: stack.value.opacity,
      selected: selected.value,
      pointed: new Set(hovered ? [...chrome.pointed.value, hovered] : chrome.pointed.value),
    };
    const [laid, marks] = [layout.value, ticks(layout.value.axis, speech.value)];
    const draw = () => {
      const { current } = canvas;
      const context = current?.getContext('2d');
      if (!current || !context || width === 0) return;
      const density = devicePixelRatio || 1;
      const [across, down] = [Math.round(width * density), Math.round(height * density)];
      if (current.width !== across) current.width = across;
      if (current.height !== down) current.height = down;
      context.setTransform(density, 0, 0, density, 0, 0);
      paint(context, laid, marks, height, look);
    };
    const id = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(id);
  });
}

interface Hand {
  onPointerDown(event: TargetedPointerEvent<HTMLCanvasElement>): void;
  onPointerMove(event: TargetedPointerEvent<HTMLCanvasElement>): void;
  onPointerUp(event: TargetedPointerEvent<HTMLCanvasElement>): void;
  onPointerCancel(): void;
  onPointerLeave(): void;
  onDblClick(): void;
  onWheel(event: TargetedWheelEvent<HTMLCanvasElement>): void;
}

/** Where in the canvas a pointer is, in its own pixels also where the page is magnified. */
function within(event: { readonly clientX: number; readonly clientY: number; readonly currentTarget: HTMLElement }): { readonly x: number; readonly y: number } {
  const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
  const { clientWidth, clientHeight } = event.currentTarget;
  return { x: ((event.clientX - left) * clientWidth) / (width || 1), y: ((event.clientY - top) * clientHeight) / (height || 1) };
}

/** A drag on the axis moves the axis, one in the interval moves that, any other draws a new one; a click opens. */
function useHand(canvas: { readonly current: HTMLCanvasElement | null }, layout: ReadonlySignal<Layout>, tip: Signal<Tip | null>): Hand {
  const { actions, chrome, moving, timeline } = useApp();
  const held = useRef<{ x: number; day: number; grip: Grip | 'axis'; moved: boolean; start: Interval } | null>(null);
  const pointed = useRef<readonly string[]>([]);

  const point = (target: Target | null, x: number) => {
    const ids = target ? featuresOf(target).map(({ id }) => id) : [];
    tip.value = target ? { target, x } : null;
    if (ids.join() === pointed.current.join()) return;
    if (ids.length > 0 || chrome.pointed.peek() === pointed.current) chrome.pointed.value = ids;
    pointed.current = ids;
  };
  const cursor = (name: string) => {
    if (canvas.current) canvas.current.style.cursor = name;
  };
  const gripAt = (x: number, y: number): Grip | 'axis' => {
    const { axis } = layout.peek();
    if (y > (canvas.current?.clientHeight ?? 0) - AXIS_HEIGHT) return 'axis';
    const interval = timeline.interval.peek();
    const { from, to } = spanOf(interval, timeline.extent.peek());
    const day = dayAt(axis, x);
    const limited = interval.first !== null || interval.last !== null;
    return limited && day >= from && day < to ? 'band' : 'new';
  };
  return {
    onPointerDown: (event) => {
      if (event.button !== 0) return;
      const { x, y } = within(event);
      event.currentTarget.setPointerCapture(event.pointerId);
      held.current = { x, day: dayAt(layout.peek().axis, x), grip: gripAt(x, y), moved: false, start: timeline.interval.peek() };
    },
    onPointerMove: (event) => {
      const { x, y } = within(event);
      const { current } = held;
      if (!current) {
        const target = under(layout.peek(), x, y);
        point(target, x);
        cursor(target ? 'pointer' : { axis: 'ew-resize', band: 'grab', new: 'crosshair', first: '', last: '' }[gripAt(x, y)]);
        return;
      }
      if (!current.moved && Math.abs(x - current.x) < TREMBLE) return;
      // Escape, or somebody else, has taken the interval out of the hand.
      if (current.moved && current.grip !== 'axis' && !moving.drawn.peek()) return;
      current.moved = true;
      point(null, x);
      cursor(current.grip === 'new' ? 'crosshair' : 'grabbing');
      const { axis } = layout.peek();
      if (current.grip === 'axis') timeline.pan(current.day - dayAt(axis, x));
      else timeline.moveTo(dragged(current.grip, current.start, current.day, dayAt(axis, x), timeline.extent.peek()));
    },
    onPointerUp: (event) => {
      const { current } = held;
      held.current = null;
      if (current?.moved) return current.grip === 'axis' ? undefined : timeline.settle();
      const { x, y } = within(event);
      const target = current && under(layout.peek(), x, y);
      if (!target) return;
      const [first, ...others] = featuresOf(target);
      if (first && others.length === 0) actions.open(first.id);
      else if ('bin' in target) actions.setInterval(target.bin.from, target.bin.to - 1);
    },
    onPointerCancel: () => {
      if (held.current?.moved) moving.stop();
      held.current = null;
    },
    onPointerLeave: () => {
      if (!held.current) point(null, 0);
    },
    onDblClick: () => actions.setInterval(null, null),
    onWheel: (event) => {
      event.preventDefault();
      const { axis } = layout.peek();
      const sideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
      const by = event.deltaX || event.deltaY;
      if (sideways) timeline.pan((axis.mirrored ? -by : by) / pixelsPerDay(axis));
      else timeline.zoom(dayAt(axis, within(event).x), NOTCH ** event.deltaY);
    },
  };
}
