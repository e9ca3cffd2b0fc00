/**
 * Where the application stands. All that the dashboard, the offline file, the presentation and the embedded map
 * share lives in the application; a host says where data come from and whether someone else holds the filters.
 */

import type { Base, Comparer, Comparison, Revision } from './comparing';
import type { Choices, Document, Lang, Selection, Text, Theme } from './document';
import type { Viewport } from './map/view';
import type { Marking } from './marking';
import { fileHost } from './file-host';
import type { Overlays } from './overlays/overlays';
import type { View } from './view';

export interface Host {
  readonly name: 'dashboard' | 'file' | 'present' | 'embed';
  /** Whether the view is kept in the page's address. */
  readonly address: boolean;
  /** Whether filters can be changed: a server answers with the selection that they leave. */
  readonly filters: boolean;
  /** The permalink's query that stands for what the page's address says. */
  query(said: string): string;
  /** What a file tells of itself; null where there is no file. */
  readonly imprint: Imprint | null;
  document(): Promise<Document>;
  /** What filters (the permalink's filter part) leave. */
  selection(query: string): Promise<Selection>;
  /** What each choice would leave beside these filters; null where nobody can tell. */
  readonly choices: ((query: string) => Promise<Choices>) | null;
  basemap(): Promise<unknown>;
  /** Who tells what changed; not every host can. */
  readonly comparer?: Comparer;
  /** Where the dataset's briefs are kept; not every host has any. */
  readonly briefs?: string;
  /** A file of the reader's own, read as a layer; null where nobody can. */
  readonly overlay: ((file: File, wish: object, signal: AbortSignal) => Promise<ArrayBuffer>) | null;
  /** Who makes files of what is looked at, and under which address (`exports/client.ts`); null where nobody can. */
  readonly exporter: { readonly address: string } | null;
}

/** What a file tells of itself: `libyamap.render.html` writes it. */
export interface Imprint {
  readonly title: Text;
  readonly subtitle: string;
  readonly marking: string;
  /** The same on the screen. */
  readonly band: Marking | null;
  /** When it was made: ISO 8601, UTC. */
  readonly made: string;
  /** The licences of what is in it and not ours. */
  readonly licences: string;
}

/**
 * What Python hands to the bridge on each run.
 *
 * `seen` is the number of the last `filters` state that this run has taken over (0 before the first). A run that
 * answers an older one is outdated, and the application waits for the next.
 */
export interface BridgeData {
  readonly selection: Selection;
  readonly query: string;
  readonly lang: Lang;
  readonly problems: readonly Text[];
  readonly seen?: number;
}

/** Filters that the application wants, by Back and Forward or by a click; numbered from 1. */
export interface WantedFilters {
  readonly query: string;
  readonly n: number;
}

/** States of the component that the application sets; Python reads them on the run that follows. */
export interface BridgeState {
  readonly lang: Lang;
  readonly theme: Theme;
  readonly filters: WantedFilters;
}

/** What the application uses of a Streamlit Components v2 instance. */
export interface Component {
  readonly data: BridgeData;
  setStateValue<K extends keyof BridgeState>(name: K, value: BridgeState[K]): void;
}

/** What the page offers to the bridge and to whoever watches over it, as `window.libyamap`. */
export interface Socket {
  attach(component: Component): void;
  /** What is on the screen. */
  state(): ScreenState;
  /** Page pixels of a drawn feature's symbol, or null. */
  /** `beside`: on the map beside it. */
  point(id: string, beside?: boolean): { readonly x: number; readonly y: number } | null;
  /** How often the map was mounted: once. */
  readonly mounted: number;
}

export interface Beside {
  /** The filters of what is drawn there. */
  readonly query: string | null;
  readonly drawn: readonly string[];
  readonly viewport: Viewport;
  readonly onlyFirst: readonly string[];
  readonly onlySecond: readonly string[];
  /** In what each feature that both show is drawn otherwise, by its id. */
  readonly otherwise: Readonly<Record<string, readonly string[]>>;
}

export interface ScreenState {
  readonly view: View;
  /** The filters of what is drawn, as the permalink writes them. */
  readonly query: string;
  readonly digest: string;
  /** Ids of the features shown. */
  readonly drawn: readonly string[];
  /** Ids of the layers shown, the one drawn on top first. */
  readonly layers: readonly string[];
  /** Ids that stand out on the map, because a list points at them. */
  readonly pointed: readonly string[];
  /** Ids that stand out while the scene of a brief is open. */
  readonly highlighted: readonly string[];
  /** Ids of the features that changed, while changes are listed. */
  readonly marked: readonly string[];
  /** The side that the view is compared with, and how the two differ; null while nothing is compared. */
  readonly beside: Beside | null;
  readonly selected: string | null;
  /** What the analyst drew, with the ids of the features inside and what is written on it. */
  readonly drawings: readonly { readonly id: string; readonly certain: readonly string[]; readonly possible: readonly string[]; readonly labels: readonly string[] }[];
  /** Layers of the reader's own: how many rows of each are in the interval, and which one is open. */
  readonly own: ReturnType<Overlays['state']>;
  readonly viewport: Viewport | null;
  readonly lang: Lang;
  readonly theme: Theme;
}

/** What Python hands over where no server of ours stands behind the page. */
export interface Handed {
  readonly document: Document;
  readonly selection: Selection;
  readonly basemap: unknown;
}

declare global {
  interface Window {
    libyamap?: Socket;
    libyamapHanded?: Handed;
  }
}

/** The host that `<html data-host>` names; the dashboard if it names none. */
export function hostOf(page: HTMLElement): Host {
  const { host: name } = page.dataset;
  if (window.libyamapHanded) return handedHost(() => window.libyamapHanded as Handed);
  if (name === 'file') return fileHost();
  return { ...SERVER, name: name === 'present' || name === 'embed' ? name : 'dashboard' };
}

/** A server of ours answers under `libyamap/`, relative to the page, which preloads these very addresses. */
const SERVER: Host = {
  name: 'dashboard',
  address: true,
  filters: true,
  query: (said) => said,
  imprint: null,
  document: () => json<Document>('libyamap/document.json'),
  selection: (query) => json<Selection>(`libyamap/selection.json${query && `?${query}`}`),
  choices: (query) => json<Choices>(`libyamap/choices.json${query && `?${query}`}`),
  basemap: () => json<unknown>('libyamap/basemap.json'),
  comparer: {
    revisions: () => json<readonly Revision[]>('libyamap/revisions.json'),
    compare,
  },
  briefs: 'libyamap/briefs',
  overlay: async (file, wish, signal) => {
    const asked = new URLSearchParams({ name: file.name });
    for (const [name, value] of Object.entries(wish)) if (value !== undefined) asked.set(name, String(value));
    const response = await fetch(`libyamap/overlay?${asked}`, { method: 'POST', body: file, headers: { 'content-type': 'application/octet-stream' }, signal });
    if (!response.ok) throw new Error(`libyamap/overlay: ${response.status}`);
    return response.arrayBuffer();
  },
  exporter: { address: 'libyamap/export' },
};

/** Ask what changed; an answer that refuses says why in words. */
async function compare(base: Base): Promise<Comparison | { readonly problem: Text }> {
  const asked = new URLSearchParams('digest' in base ? { since: base.digest } : { with: base.revision });
  const response = await fetch(`libyamap/comparison.json?${asked.toString()}`);
  return response.json() as Promise<Comparison | { readonly problem: Text }>;
}

async function json<T>(address: string): Promise<T> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json() as Promise<T>;
}

/** Streamlit's own page, on which the bridge started the application: selections come through the bridge alone. */
function handedHost(handed: () => Handed): Host {
  return {
    name: 'dashboard',
    address: true,
    filters: true,
    query: (said) => said,
    imprint: null,
    document: async () => handed().document,
    selection: async () => handed().selection,
    choices: null,
    basemap: async () => handed().basemap,
    overlay: null,
    exporter: null,
  };
}
