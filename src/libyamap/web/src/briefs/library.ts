/** The dataset's briefs at the server: listed, read, checked, saved. */

import type { Text } from '../document';
import type { Brief } from './model';

/** A brief in a few words, or what is wrong with its file. */
export type Listed = Title | { readonly id: string; readonly problems: readonly Text[] };

export interface Title {
  readonly id: string;
  readonly revision: string;
  readonly title: Text;
  readonly author: Text;
  readonly date: string;
  readonly marking: string | null;
  readonly scenes: number;
}

export interface Shelf {
  /** Whether briefs can be saved here. */
  readonly writable: boolean;
  readonly briefs: readonly Listed[];
  /** Digest of each claim of the dataset, by its id. */
  readonly claims: Readonly<Record<string, string>>;
  /** Known handling markings, the most open first. */
  readonly markings: readonly Text[];
}

/** A brief with the revision upon which it may be saved again. */
export interface Kept {
  readonly brief: Brief;
  readonly revision: string;
}

/** What a reader would trip over. */
export interface Finding {
  /** Id of the scene; empty where it is the brief's own. */
  readonly scene: string;
  readonly field: string;
  readonly kind: string;
  readonly sentence: Text;
}

export interface Refused {
  readonly problems: readonly Text[];
}

/** Somebody else saved in between; what is there now, or null where nothing is. */
export interface Stale extends Refused {
  readonly theirs: Kept | null;
}

export interface Library {
  list(): Promise<Shelf>;
  read(id: string): Promise<Kept | Refused>;
  /** Save upon a revision, or as a new brief. */
  save(brief: Brief, expected: string | null): Promise<{ readonly revision: string } | Refused | Stale>;
  check(brief: Brief): Promise<{ readonly findings: readonly Finding[] } | Refused>;
}

/** `address` is where the server answers for them. */
export function openLibrary(address: string): Library {
  const sent = async <T>(path: string, method: string, body: object) => {
    const response = await fetch(`${address}${path}`, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
    return answered<T>(response);
  };
  return {
    list: async () => answered<Shelf>(await fetch(address)),
    read: async (id) => answered<Kept | Refused>(await fetch(`${address}/${encodeURIComponent(id)}`)),
    save: (brief, expected) => sent(`/${encodeURIComponent(brief.id)}`, 'PUT', { brief, expected }),
    check: (brief) => sent('/check', 'POST', { brief }),
  };
}

/** What was answered, be it a refusal in words; anything else is a failure. */
async function answered<T>(response: Response): Promise<T> {
  const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
  if (!isJson) throw new Error(`${response.url}: ${response.status}`);
  return response.json() as Promise<T>;
}
