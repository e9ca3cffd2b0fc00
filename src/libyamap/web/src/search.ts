/** Search over places, actors, features and claims, in both languages, forgiving of spelling. */

import MiniSearch, { type SearchOptions, type SearchResult } from 'minisearch';
import type { Document, Lang, Text } from './document';
import type { Lookup, Sort } from './lookup';
import { placesOf } from './lookup';
import { normalised, stemmed } from './spelling';

export interface Hit {
  readonly id: string;
  readonly sort: Sort;
  readonly name: Text;
  /** Another spelling by which it was found, where its name does not show why. */
  readonly alias: string | null;
}

export interface Search {
  /** The best hits, by sort, the sort of the best hit first. */
  find(text: string, lang: Lang): readonly (readonly Hit[])[];
  /** Ids of one sort, the best hits first. */
  among(sort: Sort, text: string): readonly string[];
}

interface Entry {
  readonly id: string;
  readonly sort: Sort;
  readonly name: Text;
  readonly aliases: readonly string[];
  /** Indexed texts, from the most to the least telling. */
  readonly names: string;
  readonly others: string;
  readonly context: string;
}

const PER_SORT = 5;
/** How much each sort is worth: who and where before what, and that before the single statement. */
const WORTH: Readonly<Record<Sort, number>> = { place: 1.6, actor: 1.6, feature: 1.25, claim: 1 };
/** Words that say nothing about what is sought. */
const EMPTY_WORDS = new Set(['al', 'el', 'the', 'of', 'in', 'a', 'and', 'من', 'في', 'الى', 'علي', 'عن']);

export function createSearch(document: Document, lookup: Lookup): Search {
  const entries = new Map(entriesOf(document, lookup).map((entry) => [entry.id, entry]));
  const index = new MiniSearch<Entry>({
    fields: ['names', 'others', 'context'],
    tokenize: words,
    processTerm: (term) => term,
    searchOptions: { boost: { names: 6, others: 4, context: 1 } },
  });
  index.addAll([...entries.values()]);

  const ranked = (text: string): SearchResult[] => {
    const options: SearchOptions = {
      prefix: (term) => term.length > 1,
      fuzzy: tolerance,
      boostDocument: (id) => WORTH[entries.get(String(id))?.sort ?? 'claim'],
    };
    const all = index.search(text, { ...options, combineWith: 'AND' });
    return all.length > 0 ? all : index.search(text, { ...options, combineWith: 'OR' });
  };

  return {
    find: (text, lang) => {
      const bySort = new Map<Sort, Hit[]>();
      for (const result of ranked(text)) {
        const entry = entries.get(String(result.id));
        if (!entry) continue;
        const hits = bySort.get(entry.sort) ?? [];
        bySort.set(entry.sort, hits);
        if (hits.length < PER_SORT) hits.push(hitOf(entry, result, lang));
      }
      return [...bySort.values()];
    },
    among: (sort, text) => ranked(text).flatMap(({ id }) => (entries.get(String(id))?.sort === sort ? [String(id)] : [])),
  };
}

/** How many letters may differ: none in short words, one in most, two in long ones. */
export function tolerance(term: string): number | boolean {
  if (term.length < 4 || /^\d+$/.test(term)) return false;
  return term.length < 8 ? 1 : 2;
}

function words(text: string): string[] {
  const all = stemmed(text).split(' ').filter(Boolean);
  const telling = all.filter((word) => !EMPTY_WORDS.has(word));
  return telling.length > 0 ? telling : all;
}

function hitOf(entry: Entry, result: SearchResult, lang: Lang): Hit {
  const found = new Set(result.terms);
  const says = (text: string) => words(text).some((word) => found.has(word));
  const { id, sort, name } = entry;
  const alias = says(name[lang]) ? undefined : [name.en, name.ar, ...entry.aliases].find(says);
  return { id, sort, name, alias: alias === undefined || normalised(alias) === normalised(name[lang]) ? null : alias };
}

function entriesOf(document: Document, lookup: Lookup): Entry[] {
  const both = (texts: readonly (Text | null | undefined)[]) => texts.flatMap((text) => (text ? [text.ar, text.en] : [])).join(' ');
  const placeNames = (ids: readonly string[]) => both(ids.map((id) => lookup.places.get(id)?.name));
  const actorNames = (ids: readonly string[]) => both(ids.map((id) => lookup.actors.get(id)?.name));
  const named = (sort: 'place' | 'actor', one: Document['places'][number] | Document['actors'][number]): Entry => {
    const aliases = [...one.aliases.ar, ...one.aliases.en];
    return { id: one.id, sort, name: one.name, aliases, names: both([one.name]), others: aliases.join(' '), context: both([one.description]) };
  };
  return [
    ...document.places.map((place) => named('place', place)),
    ...document.actors.map((actor) => ({
      ...named('actor', actor),
      context: both([actor.description, ...actor.roles.map((role) => role.title)]),
    })),
    ...document.features.map((feature): Entry => {
      const actors = actorNames(feature.actors.map(({ actor }) => actor));
      const context = `${placeNames(placesOf(feature))} ${actors} ${both([feature.when?.text])}`;
      return { id: feature.id, sort: 'feature', name: feature.title, aliases: [], names: both([feature.title]), others: '', context };
    }),
    ...document.claims.map((claim): Entry => {
      const context = `${both([claim.wording, claim.condition])} ${placeNames(claim.places)} ${actorNames(claim.actors)}`;
      return { id: claim.id, sort: 'claim', name: claim.text, aliases: [], names: both([claim.text]), others: '', context };
    }),
  ];
}
