/** The inner edge of the panel at the end side: drawn or moved by keys, it makes the panel wider or narrower. */

import { signal, type Signal } from '@preact/signals';
import type { TargetedKeyboardEvent, TargetedPointerEvent, VNode } from 'preact';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import { SHEET_WIDTH } from '../chrome';
import { EDGE, NARROWEST, ownWidth, within } from '../workbench';
import { useApp } from './context';

const STEP = 40;

/** The window's width in CSS pixels, as the style zooms them on very large screens. */
const room: Signal<number> = signal(innerWidth);

export function ResizeHandle(): VNode {
  const { chrome, speech } = useApp();
  const { t, dir } = speech.value;
  const { bench, widths } = chrome.workbench;
  const sheet = room.value < SHEET_WIDTH;
  const own = ownWidth(bench.value, room.value, sheet);
  const width = sheet ? own : within(widths.value[bench.value] ?? own, room.value);
  useEffect(() => {
    const measure = () => (room.value = innerWidth / zoom());
    measure();
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
  }, []);
  useLayoutEffect(() => document.documentElement.style.setProperty('--ly-end-width', `${width}px`), [width]);
  const set = (wanted: number | undefined) => {
    const { [bench.value]: _, ...others } = widths.value;
    widths.value = wanted === undefined ? others : { ...others, [bench.value]: Math.round(within(wanted, room.value)) };
  };
  const drag = (event: TargetedPointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const fromEnd = dir === 'rtl' ? event.clientX : innerWidth - event.clientX;
    set(fromEnd / zoom() - EDGE);
  };
  const press = (event: TargetedKeyboardEvent<HTMLDivElement>) => {
    const wider = dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    const narrower = dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const wanted = { [wider]: width + STEP, [narrower]: width - STEP, Home: NARROWEST, End: room.value }[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    set(wanted);
  };
  return (
    <div
      class="ly-resize"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t('web.bench.resize')}
      aria-valuenow={width}
      aria-valuemin={NARROWEST}
      aria-valuemax={within(room.value, room.value)}
      title={t('web.bench.resize-help')}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onDblClick={() => set(undefined)}
      onKeyDown={press}
    />
  );
}

function zoom(): number {
  return Number(getComputedStyle(document.getElementById('libyamap') ?? document.body).zoom) || 1;
}
