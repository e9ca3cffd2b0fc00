/** Where the presenting page has its data from: a server of ours, or the one file that it stands in. */

import { unpacked } from '../file-host';
import type { Presentation } from './presentation';

export interface Source {
  presentation(): Promise<Presentation>;
  basemap(): Promise<unknown>;
  /** Where followers hear of the presenter; null where nobody can be followed. */
  readonly follow: string | null;
  /** The address of the whole map with a view; null where there is none. */
  wholeMap(query: string): string | null;
}

/**
 * The source that the page names. A file holds everything in `<script type="application/json">` elements, with the ids
 * `libyamap-presentation` and, packed, `libyamap-basemap`; `libyamap.render.html.presenting` writes such files.
 */
export function sourceOf(page: HTMLElement): Source {
  if (document.getElementById('libyamap-presentation')) {
    return {
      presentation: async () => held<Presentation>('libyamap-presentation'),
      basemap: async () => unpacked(held<string>('libyamap-basemap')),
      follow: null,
      wholeMap: () => null,
    };
  }
  const brief = encodeURIComponent(page.dataset.brief ?? '');
  return {
    presentation: () => json(`../libyamap/presentation/${brief}.json`),
    basemap: () => json('../libyamap/basemap.json'),
    follow: `../libyamap/follow/${brief}`,
    wholeMap: (query) => `../?${query}`,
  };
}

function held<T>(id: string): T {
  return JSON.parse(document.getElementById(id)?.textContent ?? 'null') as T;
}

export async function json<T>(address: string): Promise<T> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json() as Promise<T>;
}
