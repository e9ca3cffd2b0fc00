/** Pen and pointer over the scene. Strokes stay with their scene, in shares of the window, until they are cleared. */

import { effect } from '@preact/signals';
import type { Show } from './show';

export interface Ink {
  /** Take away what is drawn on the present scene. */
  clear(): void;
  /** Strokes on the present scene. */
  strokes(): number;
}

type Spot = readonly [number, number];

const WIDTH = 4;
const COLOUR = '#E5484D';

export function createInk(root: HTMLElement, show: Show): Ink {
  const canvas = root.appendChild(document.createElement('canvas'));
  const dot = root.appendChild(document.createElement('div'));
  canvas.className = 'ly-ink';
  canvas.setAttribute('aria-hidden', 'true');
  dot.className = 'ly-laser';
  dot.hidden = true;
  const kept = new Map<string, Spot[][]>();
  let stroke: Spot[] | null = null;
  // The text stands on the other side in the other language: strokes on it would be on nothing.
  const key = () => `${show.index.peek()} ${show.state.view.peek().lang}`;
  const here = () => kept.get(key()) ?? [];

  const paint = () => {
    const density = window.devicePixelRatio || 1;
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    canvas.width = width * density;
    canvas.height = height * density;
    const context = canvas.getContext('2d');
    if (!context) return;
    Object.assign(context, { strokeStyle: COLOUR, lineWidth: WIDTH * density * Math.max(1, height / 720), lineCap: 'round', lineJoin: 'round' });
    for (const spots of here()) {
      context.beginPath();
      for (const [x, y] of spots.length === 1 ? [...spots, ...spots] : spots) context.lineTo(x * canvas.width, y * canvas.height);
      context.stroke();
    }
  };
  const spotOf = ({ clientX, clientY }: PointerEvent): Spot => [clientX / innerWidth, clientY / innerHeight];

  canvas.addEventListener('pointerdown', (event) => {
    canvas.setPointerCapture(event.pointerId);
    stroke = [spotOf(event)];
    kept.set(key(), [...here(), stroke]);
    paint();
  });
  canvas.addEventListener('pointermove', (event) => {
    stroke?.push(spotOf(event));
    if (stroke) paint();
  });
  for (const end of ['pointerup', 'pointercancel'] as const) canvas.addEventListener(end, () => (stroke = null));
  addEventListener('pointermove', ({ clientX, clientY }) => {
    if (show.tool.peek() === 'laser') dot.style.translate = `${clientX}px ${clientY}px`;
  }, { passive: true });
  addEventListener('resize', paint);
  effect(() => {
    const tool = show.tool.value;
    document.documentElement.dataset.tool = tool ?? 'none';
    dot.hidden = tool !== 'laser';
  });
  effect(() => {
    void [show.index.value, show.state.view.value.lang];
    stroke = null;
    paint();
  });
  return {
    clear: () => {
      kept.delete(key());
      paint();
    },
    strokes: () => here().length,
  };
}
