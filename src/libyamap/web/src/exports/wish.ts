/** What is wished for: what is looked at, as the map has it, and what the reader says of the file; twin of `exports/wish.py`. */

import type { App } from '../app';
import type { Lang } from '../document';
import type { Common } from '../exporting';
import type { Box } from '../map/projection';
import type { MapView } from '../map/view';

export type Style = 'light' | 'dark' | 'print';
export type Option = 'size' | 'title' | 'subtitle' | 'lang' | 'style' | 'marking';

/** A form of file, as the server offers it. */
export interface Form {
  readonly id: string;
  readonly kind: 'picture' | 'document' | 'data';
  readonly suffix: string;
  readonly name: Readonly<Record<Lang, string>>;
  readonly about: Readonly<Record<Lang, string>>;
  readonly options: readonly Option[];
  readonly styles: readonly Style[];
  readonly langs: readonly (Lang | 'both')[];
  /** Whether a small picture shows how it will be. */
  readonly sketched: boolean;
}

/** What is looked at. */
export interface Scene {
  readonly query: string;
  readonly drawings?: string;
  readonly only?: readonly string[];
  readonly digest: string;
  readonly extent: { readonly lat: number; readonly lon: number; readonly zoom: number; readonly width: number; readonly height: number };
}

/** What a reader says of the file; null leaves it to the view, and to the server's suggestion. */
export interface Choice {
  readonly form: string;
  readonly size: string;
  readonly title: string | null;
  readonly subtitle: string | null;
  readonly lang: Lang | 'both' | null;
  readonly style: Style | null;
  readonly marking: string;
}

export type Wish = Readonly<Record<string, unknown>>;

/** Width and height in pixels of the sizes that have a name. */
export const SIZES: Readonly<Record<string, readonly [number, number]>> = {
  hd: [1920, 1080],
  '4k': [3840, 2160],
  a4: [3508, 2480],
  'a4-portrait': [2480, 3508],
  a3: [4961, 3508],
  'a3-portrait': [3508, 4961],
};

/** What is seen of a map: what panels leave free, and what lies under the buttons and notices that float within it. */
function seenOf(map: MapView): Box {
  const free = map.free();
  const container = map.leaflet.getContainer();
  const on = container.getBoundingClientRect();
  const scale = on.width / container.offsetWidth;
  const [bar, tools] = ['.ly-topbar', '.ly-toolbar'].map((name) => document.querySelector(name)?.getBoundingClientRect());
  const across = tools?.width ? [tools.left, tools.right].map((x) => (x - on.left) / scale) : [];
  const left = Math.max(0, Math.min(free.x, ...across));
  const right = Math.min(container.offsetWidth, Math.max(free.x + free.width, ...across));
  const top = Math.max(0, Math.min(free.y, bar ? (bar.bottom - on.top) / scale : 0));
  return { x: left, y: top, width: right - left, height: free.y + free.height - top };
}

/**
 * What is looked at now: filters, layers, interval and drawings of the view, and what is seen of the map.
 *
 * Where drawings leave out what is not inside of them, what they leave is named: the server doesn't judge that.
 */
export function sceneOf(app: App, { encode, fitting, writeQuery }: Common): Scene {
  const view = { ...app.view.peek(), ...app.interval.peek(), versus: null };
  const map = app.map.peek();
  if (!map) throw new Error('There is no map to be exported.');
  const free = seenOf(map);
  const { lat, lng } = map.leaflet.containerPointToLatLng([free.x + free.width / 2, free.y + free.height / 2]);
  const { drawings } = view;
  return {
    query: writeQuery(view),
    ...(fitting(drawings).length < drawings.length && { drawings: encode(drawings) }),
    ...(drawings.some(({ only }) => only) && { only: app.drawn.peek().map(({ feature }) => feature.id) }),
    digest: app.document.digest,
    extent: { lat, lon: lng, zoom: map.leaflet.getZoom(), width: free.width, height: free.height },
  };
}

/** The wish for a file; what its form does not take is left out. */
export function wishOf(scene: Scene, choice: Choice, form: Form): Wish {
  const said = Object.entries(choice).filter(([name, value]) => value !== null && form.options.includes(name as Option));
  return { ...scene, ...Object.fromEntries(said), form: form.id };
}

/** Width over height of a size; null where it is none. */
export function ratioOf(size: string): number | null {
  const [width = 0, height = 0] = SIZES[size] ?? size.split('x').map(Number);
  return width > 0 && height > 0 ? width / height : null;
}
