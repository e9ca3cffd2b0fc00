/** The second map beside the first, and both laid out. It comes as a file of its own, with the panels of comparing. */

import '../first';
import { computed, effect, signal, untracked, type ReadonlySignal } from '@preact/signals';
import type * as Leaflet from 'leaflet';
import type { App } from '../app';
import { magnification } from '../magnification';
import { mountMap, type Mounted } from '../map/mount';
import type { Box } from '../map/projection';
import type { Insets } from '../map/view';
import { Differences } from '../panels/contrast/differences';
import { Headings } from '../panels/contrast/headings';
import { staysInSight } from '../workbench';
import { differingOn } from './differences';
import { layOut, offset, type Laid, type Layout } from './layout';
import { createOther, type Other } from './other';
import { keepTogether } from './together';

declare const L: typeof Leaflet;

export interface ContrastScreen {
  readonly map: Mounted;
  readonly other: Other;
  readonly layout: ReadonlySignal<Layout>;
  readonly panels: { readonly Differences: typeof Differences; readonly Headings: typeof Headings };
  /** Lay the maps out anew in what panels leave free. */
  place(covered: Insets): void;
  end(): void;
}

/** Which side is the view's. */
interface Standing {
  readonly rtl: boolean;
  /** Whether the view stands second. */
  readonly second: boolean;
}

/** Give the first map its place before there is a second; tells what is covered of it. */
export function arrange(map: Leaflet.Map, covered: Insets, standing: Standing): Insets {
  const layout = layOut(sizeOf(map.getContainer()), covered, standing.rtl);
  const { box, insets } = activeOf(layout, standing);
  stand(map.getContainer(), box);
  map.invalidateSize({ pan: false });
  return insets;
}

/** Begin to compare; whoever arrives with two sides finds the first map in its place. */
export function begin(app: App, map: Mounted, covered: Insets, arriving: boolean): ContrastScreen {
  const { speech, view } = app;
  const standing = computed((): Standing => ({ rtl: speech.value.dir === 'rtl', second: view.value.versus?.standsFirst ?? false }));
  const first = map.leaflet;
  const size = () => sizeOf(first.getContainer());
  const layout = signal(layOut(size(), covered, standing.peek().rtl));
  const other = createOther(app);
  const container = containerBeside(first);
  stand(container, otherOf(layout.peek(), standing.peek()).box);
  // Its own options, and not those that Leaflet's maps have anyway.
  const second = L.map(container, { ...first.options, center: first.getCenter(), zoom: first.getZoom() });
  const shift = () => {
    const [from, to] = [offset(activeOf(layout.peek(), standing.peek()).insets), offset(otherOf(layout.peek(), standing.peek()).insets)];
    return { x: from.x - to.x, y: from.y - to.y };
  };
  const beside = mountBeside(app, second, otherOf(layout.peek(), standing.peek()).insets);
  let known = covered;
  let waits = false;
  let arrives = arriving;
  const together = keepTogether(first, second, shift, () => {
    if (waits) place(known);
  });

  /** What is in the middle of the free part stays there, or, where `centred`, what is in the middle of all; `zoom` is added. */
  const move = (before: Insets, apply: () => Insets, { zoom = 0, centred = false } = {}) => {
    const focus = first.containerPointToLatLng(first.getSize().divideBy(2).add(pointOf(offset(before))));
    const middle = first.getCenter();
    const level = first.getZoom() + zoom;
    const after = apply();
    first.invalidateSize({ pan: false });
    second.invalidateSize({ pan: false });
    const center = centred ? middle : first.unproject(first.project(focus, level).subtract(pointOf(offset(after))), level);
    // Typed for other versions: `reset` puts the map there to the pixel, without a way.
    first.setView(center, level, { animate: false, reset: true } as Leaflet.ZoomPanOptions);
    map.insets(after);
  };
  let placed = arriving ? { ...activeOf(layout.peek(), standing.peek()) } : null;
  let nearer = 0;

  const place = (wanted: Insets, centred = false) => {
    known = wanted;
    waits = placed !== null && together.moving();
    if (waits) return;
    const next = layOut(size(), wanted, standing.peek().rtl);
    const [mine, its] = [activeOf(next, standing.peek()), otherOf(next, standing.peek())];
    layout.value = next;
    together.apart(() => {
      const put = () => {
        stand(first.getContainer(), mine.box);
        stand(container, its.box);
        return mine.insets;
      };
      if (!placed) nearer = -narrowing(size(), wanted, mine);
      if (!placed || !isSame(placed.box, mine.box) || !isSame(boxOf(container), its.box)) move(placed?.insets ?? wanted, put, { zoom: placed ? 0 : -nearer, centred });
      else map.insets(mine.insets);
      beside.insets(its.insets);
      placed = mine;
    });
    together.align();
  };

  const stops = [
    ...keepUp(app, map, beside, other),
    effect(() => {
      void standing.value.rtl;
      void standing.value.second;
      untracked(() => place(known));
    }),
  ];
  return {
    map: beside,
    other,
    layout,
    panels: { Differences, Headings },
    place: (wanted) => {
      // Panels may stand a little otherwise than was thought when the address's view was shown: it stays the one.
      place(wanted, arrives);
      arrives = false;
    },
    end: () => {
      for (const stop of stops) stop();
      other.end();
      together.end();
      const before = placed?.insets ?? known;
      const apply = () => {
        release(first.getContainer());
        return known;
      };
      move(before, apply, { zoom: nearer });
      map.differ(new Map());
      second.remove();
      container.remove();
    },
  };
}

/** Tell the second map what changes, and both what stands out. */
function keepUp(app: App, map: Mounted, beside: Mounted, other: Other): (() => void)[] {
  const { chrome, comparing, ground, later, selected, speech, stack, theme, view } = app;
  const differing = (side: 'first' | 'second') => (other.differences.value ? differingOn(side, other.differences.value) : new Map());
  return [
    effect(() => {
      beside.load(app.document);
      beside.show(other.onMap.value);
    }),
    effect(() => beside.arrange(stack.value)),
    effect(() => beside.select(selected.value)),
    effect(() => beside.language(speech.value.lang)),
    effect(() => beside.theme(theme.value)),
    effect(() => {
      if (ground.value) beside.loadGround(ground.value);
    }),
    effect(() => {
      const { pointed, highlighted, hovered } = chrome;
      const resting = comparing.marked.value.length > 0 ? comparing.marked : highlighted;
      beside.highlight(pointed.value.length > 0 ? pointed.value : hovered.value ? [hovered.value] : resting.value);
    }),
    effect(() => {
      const second = view.value.versus?.standsFirst ?? false;
      map.differ(differing(second ? 'second' : 'first'));
      beside.differ(differing(second ? 'first' : 'second'));
    }),
    effect(() => {
      const { value: equipment } = later.equipment;
      return equipment ? untracked(() => equipment.adorn(beside)) : undefined;
    }),
  ];
}

function mountBeside(app: App, leaflet: Leaflet.Map, insets: Insets): Mounted {
  const { actions, chrome, document, speech, stack, theme } = app;
  const center = leaflet.getCenter();
  const events = {
    select: (id: string | null) => (id ? actions.open(id, { stay: staysInSight(chrome.workbench.bench.peek()) }) : actions.close()),
    hover: (id: string | null) => {
      chrome.hovered.value = id;
      chrome.pointed.value = id ? [id] : [];
    },
    move: () => undefined,
    pointer: (position: readonly [number, number] | null) => {
      chrome.pointer.value = position;
    },
  };
  const viewport = { lat: center.lat, lon: center.lng, zoom: leaflet.getZoom() };
  return mountMap({ map: leaflet, document, events, lang: speech.peek().lang, theme: theme.peek(), stack: stack.peek(), viewport, insets, name: 'web.contrast.map' });
}

function activeOf({ first, second }: Layout, standing: Standing): Laid {
  return standing.second ? second : first;
}

function otherOf({ first, second }: Layout, standing: Standing): Laid {
  return standing.second ? first : second;
}

function containerBeside(map: Leaflet.Map): HTMLElement {
  const container = document.createElement('div');
  container.id = 'map_beside';
  container.className = 'ly-map-beside';
  map.getContainer().after(container);
  return container;
}

/** Give a map's container its box in the window. */
function stand(container: HTMLElement, { x, y, width, height }: Box): void {
  container.dataset.box = [x, y, width, height].join();
  for (const [name, value] of Object.entries({ left: x, top: y, width, height })) container.style.setProperty(`--ly-map-${name}`, `${value}px`);
}

function release(container: HTMLElement): void {
  delete container.dataset.box;
}

function boxOf(container: HTMLElement): Box {
  const [x = 0, y = 0, width = 0, height = 0] = (container.dataset.box ?? '').split(',').map(Number);
  return { x, y, width, height };
}

function isSame(one: Box, other: Box): boolean {
  return one.x === other.x && one.y === other.y && one.width === other.width && one.height === other.height;
}

/** Size of the window in the application's own pixels. */
function sizeOf(element: HTMLElement): { readonly width: number; readonly height: number } {
  const scale = magnification(element);
  return { width: Math.round(innerWidth / scale), height: Math.round(innerHeight / scale) };
}

/** By how much less is seen of the map, in levels of zoom, so that about as much of the ground stays in sight. */
function narrowing(size: { readonly width: number; readonly height: number }, covered: Insets, { box, insets }: Laid): number {
  const before = size.width - covered.left - covered.right;
  const after = box.width - insets.left - insets.right;
  return Math.max(-1, Math.min(0, Math.round(Math.log2(after / before) * 4) / 4));
}

function pointOf({ x, y }: { readonly x: number; readonly y: number }): Leaflet.Point {
  return L.point(x, y);
}
