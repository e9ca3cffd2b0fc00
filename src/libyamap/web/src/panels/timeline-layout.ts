/** The timeline laid out anew when its content, the axis or its size changes; the interval has no part in it. */

import { useComputed, useSignal, type ReadonlySignal, type Signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Axis } from '../timeline/axis';
import { layOut, type Layout } from '../timeline/layout';
import { AXIS_HEIGHT } from '../timeline/painter';
import { useApp } from './context';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface LaidOut {
  readonly size: Signal<Size>;
  readonly axis: ReadonlySignal<Axis>;
  readonly layout: ReadonlySignal<Layout>;
}

export function useTimelineLayout(): LaidOut {
  const { candidates, fenced, layers, selected, speech, stack, timeline } = useApp();
  const size = useSignal<Size>({ width: 0, height: 0 });
  const axis = useComputed(() => ({ span: timeline.span.value, width: size.value.width, mirrored: speech.value.dir === 'rtl' }));
  const layout = useComputed(() => {
    const features = fenced(candidates.value.items).flatMap(({ feature }) => (layers.value.has(feature.layer) ? [feature] : []));
    const content = { features, extent: timeline.extent.value, rank: stack.value.rank, selected: selected.value };
    return layOut(content, axis.value, size.value.height - AXIS_HEIGHT);
  });
  return { size, axis, layout };
}

/** Keep the size of the canvas. */
export function useSize(canvas: { readonly current: HTMLCanvasElement | null }, size: Signal<Size>): void {
  useEffect(() => {
    const { current } = canvas;
    if (!current) return;
    const observer = new ResizeObserver(() => {
      size.value = { width: current.clientWidth, height: current.clientHeight };
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, [canvas, size]);
}
