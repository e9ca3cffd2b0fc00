/** The hand that draws: pointer and keys on the map, as the desk understands them. */

import { effect } from '@preact/signals';
import type * as Leaflet from 'leaflet';
import type { LonLat } from '../document';
import { isTyping } from '../streamlit';
import type { Desk } from './desk';
import { dragged, without, type Handle } from './edit';
import type { DrawingLayer } from './layer';

export interface Hand {
  /** Whether the click that is being told was on a drawing, or sets a position of one. */
  takes(): boolean;
  /** Do what a key is for while one draws, or a drawing is open; tells whether it was for that. */
  reads(event: KeyboardEvent): boolean;
}

/** Pixels. */
const SAME = 4;
const REACH = { mouse: 6, touch: 16 } as const;
/** Milliseconds in which a double click that finished a drawing must not zoom. */
const DOUBLE_CLICK = 400;
const CONTROLS = 'button, a, input, textarea, select, summary, [role=tab]';

export function createHand(map: Leaflet.Map, layer: DrawingLayer, desk: Desk): Hand {
  const container = map.getContainer();
  let taken = false;
  let held: string | null = null;
  let wasDragged = false;

  const position = ({ latlng: { lat, lng } }: Leaflet.LeafletMouseEvent): LonLat => [lng, lat];
  const reach = (event: MouseEvent) => REACH[(event as PointerEvent).pointerType === 'touch' ? 'touch' : 'mouse'];
  const near = (a: LonLat, b: LonLat) => {
    const [p, q] = [map.latLngToContainerPoint([a[1], a[0]]), map.latLngToContainerPoint([b[1], b[0]])];
    return p.distanceTo(q) <= SAME;
  };

  map.on('preclick', ({ containerPoint, originalEvent }: Leaflet.LeafletMouseEvent) => {
    held = desk.draft.peek() ? null : layer.hit(containerPoint, reach(originalEvent));
    taken = desk.draft.peek() !== null || held !== null || wasDragged;
  });
  map.on('click', (event) => {
    if (desk.draft.peek()) desk.click(position(event), near);
    else if (held !== null) desk.choose(held);
    else if (!wasDragged) desk.choose(null);
    wasDragged = false;
    // The map's own reader of clicks was told before this one.
    taken = false;
  });
  map.on('mousemove', (event) => {
    if (desk.draft.peek()) desk.point(position(event));
    container.classList.toggle('ly-grab', !desk.draft.peek() && layer.handle(event.containerPoint, REACH.mouse) !== null);
  });
  map.on('mouseout', () => desk.point(null));
  map.on('dblclick', ({ containerPoint }) => {
    if (desk.draft.peek()) {
      desk.finish();
      return;
    }
    const [handle, drawing] = [layer.handle(containerPoint, REACH.mouse), layer.edited()];
    if (!handle || !drawing) return;
    const less = without(drawing, handle);
    if (less !== drawing) desk.change(less);
  });

  // A double click finishes a drawing, or takes a position away at its handle: it must not zoom as well.
  const isBusy = () => desk.draft.peek() !== null || desk.chosen.peek() !== null;
  effect(() => {
    container.classList.toggle('ly-crosshair', desk.draft.value !== null);
    if (desk.draft.value ?? desk.chosen.value) map.doubleClickZoom.disable();
    else setTimeout(() => (isBusy() ? undefined : map.doubleClickZoom.enable()), DOUBLE_CLICK);
  });

  const drag = (handle: Handle, start: PointerEvent) => {
    const before = layer.edited();
    if (!before) return;
    map.dragging.disable();
    const to = (event: PointerEvent): LonLat => {
      const { lat, lng } = map.mouseEventToLatLng(event);
      return [lng, lat];
    };
    const move = (event: PointerEvent) => {
      if (event.pointerId !== start.pointerId) return;
      wasDragged = true;
      desk.moving.value = dragged(before, handle, to(event));
    };
    const drop = (event: PointerEvent) => {
      if (event.pointerId !== start.pointerId) return;
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', drop);
      removeEventListener('pointercancel', drop);
      map.dragging.enable();
      const { value: moved } = desk.moving;
      desk.moving.value = null;
      if (moved && event.type === 'pointerup') desk.change(moved);
      setTimeout(() => (wasDragged = false));
    };
    addEventListener('pointermove', move);
    addEventListener('pointerup', drop);
    addEventListener('pointercancel', drop);
  };
  container.addEventListener(
    'pointerdown',
    (event) => {
      if (desk.draft.peek() || event.button !== 0 || !(event.target as Element).closest('.leaflet-pane, #map_libyamap')) return;
      const handle = layer.handle(map.mouseEventToContainerPoint(event), reach(event));
      if (handle) drag(handle, event);
    },
    { capture: true },
  );

  return { takes: () => taken, reads: (event) => readKey(event, desk) };
}

/** Enter finishes, Escape gives up, Backspace takes the last position back; with no tool in hand, Delete removes. */
function readKey(event: KeyboardEvent, desk: Desk): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event) || document.querySelector('dialog[open]')) return false;
  const onControl = event.target instanceof Element && event.target.closest(CONTROLS) !== null;
  const does = deedOf(event.key, onControl, desk);
  does?.();
  return does !== null;
}

function deedOf(key: string, onControl: boolean, desk: Desk): (() => void) | null {
  const [drawing, chosen] = [desk.draft.peek() !== null, desk.chosen.peek()];
  if (drawing && key === 'Escape') return desk.cancel;
  if (drawing && key === 'Enter' && !onControl) return desk.finish;
  if (drawing && key === 'Backspace' && !onControl) return desk.undo;
  if (!drawing && chosen !== null && key === 'Escape') return () => desk.choose(null);
  if (!drawing && chosen !== null && key === 'Delete' && !onControl) return () => desk.remove(chosen);
  return null;
}
