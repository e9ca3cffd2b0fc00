/**
 * The host that is a file: it holds everything, in elements of type `application/json`, and nothing can be asked for.
 * Filters are those that it was made with. `libyamap.render.html` writes such files.
 */

import type { Document, Selection } from './document';
import type { Host, Imprint } from './host';
import { readQuery, writeFilters, writeQuery } from './permalink';
import type { View } from './view';

/** What a file holds by a name; null if it holds nothing of it. */
export type Held = <T>(name: string) => T | null;

type Selections = Readonly<Record<string, Selection>>;

export function fileHost(held: Held = heldOnPage): Host {
  // By the filters that made each; the first is the one that the file opens with.
  const selections = held<Selections>('selections') ?? {};
  const opened = readQuery(held<string>('view') ?? '').view;
  const [own] = Object.values(selections);
  return {
    name: 'file',
    address: true,
    filters: false,
    query: (said) => (said.length > 1 ? writeQuery(within(readQuery(said).view, opened, selections)) : writeQuery(opened)),
    imprint: held<Imprint>('imprint'),
    document: async () => held<Document>('document') as Document,
    selection: async (query) => selections[query] ?? (own as Selection),
    choices: null,
    basemap: async () => unpacked(held<string>('basemap') ?? ''),
    overlay: null,
    exporter: null,
  };
}

/** A view with filters that the file was made with, on either side. */
function within(view: View, opened: View, selections: Selections): View {
  const holds = ({ filters }: Pick<View, 'filters'>) => Object.hasOwn(selections, writeFilters(filters));
  return { ...view, filters: holds(view) ? view.filters : opened.filters, versus: view.versus && holds(view.versus) ? view.versus : null };
}

function heldOnPage<T>(name: string): T | null {
  return JSON.parse(document.getElementById(`libyamap-${name}`)?.textContent ?? 'null') as T | null;
}

/** A value out of gzipped JSON in base64. */
export async function unpacked(packed: string): Promise<unknown> {
  const bytes = Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).json();
}
