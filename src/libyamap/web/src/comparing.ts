/**
 * What changed: the dataset on the screen beside what it was, in a revision of its files or before they were last
 * edited. The server compares; here stands what was asked, what it answered, and what of it is listed.
 */

import { batch, computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Chrome } from './chrome';
import type { Text } from './document';
import type { State } from './state';

export const HOWS = ['added', 'changed', 'affected', 'removed'] as const;
/** What became of an object; an affected one is itself the same, but rests on what changed. */
export type How = (typeof HOWS)[number];

/** A difference in words of one language; of lists, what was lost and what was gained. */
export interface Told {
  readonly label: string;
  readonly old: string | null;
  readonly new: string | null;
}

export interface Difference {
  /** Path of the field within its object. */
  readonly field: string;
  readonly told: { readonly ar: Told; readonly en: Told };
}

export interface Change {
  readonly sort: string;
  readonly id: string;
  readonly how: How;
  readonly title: Text;
  /** Ids of the changed claims and places that a feature rests on. */
  readonly because: readonly string[];
  readonly fields: readonly Difference[];
  /** What is drawn differently. */
  readonly effects: readonly Difference[];
}

/** What `libyamap.comparison.form` writes. */
export interface Comparison {
  readonly format: 'libyamap-diff/1';
  readonly same: boolean;
  readonly old: { readonly name: string; readonly digest: string };
  readonly new: { readonly name: string; readonly digest: string };
  readonly counts: Readonly<Record<How, number>>;
  readonly sentence: Text;
  readonly changes: readonly Change[];
}

export interface Revision {
  readonly id: string;
  readonly date: string;
  readonly subject: string;
}

/** What the dataset is compared with: a revision by name, or what was shown before by its digest. */
export type Base = { readonly revision: string } | { readonly digest: string };

/** A server that can compare. */
export interface Comparer {
  revisions(): Promise<readonly Revision[]>;
  /** The comparison, or why there is none. */
  compare(base: Base): Promise<Comparison | { readonly problem: Text }>;
}

export interface Comparing {
  /** Whether anybody can compare. */
  readonly possible: boolean;
  /** Whether changes are listed in place of what is shown. */
  readonly open: Signal<boolean>;
  /** Null until they are known. */
  readonly revisions: ReadonlySignal<readonly Revision[] | null>;
  /** Digest of what was shown before the files were last edited. */
  readonly before: ReadonlySignal<string | null>;
  readonly base: ReadonlySignal<Base | null>;
  readonly answer: ReadonlySignal<Comparison | null>;
  readonly problem: ReadonlySignal<Text | null>;
  readonly waiting: ReadonlySignal<boolean>;
  /** What is listed. */
  readonly hows: ReadonlySignal<ReadonlySet<How>>;
  readonly listed: ReadonlySignal<readonly Change[]>;
  /** Ids of the features that are listed and so stand out on the map. */
  readonly marked: ReadonlySignal<readonly string[]>;
  start(): void;
  close(): void;
  ask(base: Base): Promise<void>;
  toggle(how: How): void;
  /** A newer dataset took the place of the one with this digest. */
  renewed(digest: string): void;
}

/** What comparing works on. */
interface Parts {
  readonly state: State;
  readonly chrome: Chrome;
  readonly comparer: Comparer | null;
  /** Close the evidence that is open, in whose place changes are listed. */
  close(): void;
}

export function createComparing({ state, chrome, comparer, close }: Parts): Comparing {
  const open = signal(false);
  const revisions = signal<readonly Revision[] | null>(null);
  const before = signal<string | null>(null);
  const base = signal<Base | null>(null);
  const answer = signal<Comparison | null>(null);
  const problem = signal<Text | null>(null);
  const waiting = signal(false);
  const hows = signal<ReadonlySet<How>>(new Set(HOWS));
  const listed = computed(() => (answer.value?.changes ?? []).filter(({ how }) => hows.value.has(how)));
  const marked = computed(() => (open.value ? listed.value : []).flatMap(({ sort, id }) => (sort === 'feature' && state.lookup.features.has(id) ? [id] : [])));

  const ask = async (asked: Base) => {
    if (!comparer) return;
    batch(() => {
      base.value = asked;
      problem.value = null;
      waiting.value = true;
    });
    const told = await comparer.compare(asked).catch(() => null);
    // Something else was asked meanwhile.
    if (base.value !== asked) return;
    batch(() => {
      waiting.value = false;
      hows.value = new Set(HOWS);
      answer.value = told && 'changes' in told ? told : null;
      problem.value = told && 'problem' in told ? told.problem : null;
      if (!told) chrome.warn('web.comparison.error');
    });
  };

  const start = () => {
    batch(() => {
      close();
      open.value = true;
      chrome.endOpen.value = true;
    });
    comparer?.revisions().then(
      (found) => (revisions.value = found),
      () => (revisions.value = []),
    );
  };

  return {
    possible: comparer !== null,
    open,
    revisions,
    before,
    base,
    answer,
    problem,
    waiting,
    hows,
    listed,
    marked,
    start,
    close: () => {
      open.value = false;
    },
    ask,
    toggle: (how) => {
      const kept = new Set(hows.value);
      kept[kept.has(how) ? 'delete' : 'add'](how);
      hows.value = kept;
    },
    renewed: (digest) => {
      before.value = digest;
      if (open.value && base.value) void ask(base.value);
      if (!comparer) chrome.say('web.data.renewed');
      else {
        const run = () => {
          start();
          void ask({ digest });
        };
        chrome.say('web.data.renewed', {}, { key: 'web.comparison.what-changed', run });
      }
    },
  };
}
