/** A document's objects by id, and by what they stand in relation to. */

import type { Actor, Claim, Document, Feature, Layer, Place, Precision, Source } from './document';
import type { Location } from './view';

export type Sort = 'feature' | 'place' | 'actor' | 'claim';

export interface Note {
  readonly id: string;
  readonly kind: string;
  readonly text: { readonly ar: string; readonly en: string };
  readonly touches: readonly string[];
}

type ById<T> = ReadonlyMap<string, T>;

export interface Lookup {
  readonly features: ById<Feature>;
  readonly places: ById<Place>;
  readonly actors: ById<Actor>;
  readonly claims: ById<Claim>;
  readonly sources: ById<Source>;
  readonly layers: ById<Layer>;
  readonly notes: ById<Note>;
  readonly origins: ById<Document['origins'][number]>;
  readonly hedges: ById<Document['hedges'][number]>;
  readonly actorGroups: ById<Document['actorGroups'][number]>;
  /** Features that stand at a place, start or end there, or are about it. */
  readonly featuresAt: ById<readonly Feature[]>;
  readonly featuresOf: ById<readonly Feature[]>;
  readonly featuresOn: ById<readonly Feature[]>;
  /** Features that are tied to a feature, as seen from the other end. */
  readonly tiedTo: ById<readonly { readonly feature: Feature; readonly relation: string }[]>;
  /** Claims given as a reason for a claim. */
  readonly reasonsFor: ById<readonly Claim[]>;
  /** Claims that are about a place or an actor. */
  readonly claimsAbout: ById<readonly Claim[]>;
  /** Which sort of object an id names, or null. */
  sort(id: string): Sort | null;
}

export function lookup(document: Document): Lookup {
  const features = byId(document.features);
  const places = byId(document.places);
  const actors = byId(document.actors);
  const claims = byId(document.claims);
  const ties = document.features.flatMap((feature) => feature.ties.map((tie) => ({ ...tie, from: feature })));
  return {
    features,
    places,
    actors,
    claims,
    sources: byId(document.sources),
    layers: byId(document.layers),
    notes: byId(document.notes),
    origins: byId(document.origins),
    hedges: byId(document.hedges),
    actorGroups: byId(document.actorGroups),
    featuresAt: grouped(document.features, placesOf),
    featuresOf: grouped(document.features, (feature) => feature.actors.map(({ actor }) => actor)),
    featuresOn: grouped(document.features, (feature) => feature.claims),
    tiedTo: mapped(grouped(ties, (tie) => [tie.feature]), ({ from, relation }) => ({ feature: from, relation })),
    reasonsFor: grouped(document.claims, (claim) => claim.reasonFor),
    claimsAbout: grouped(document.claims, (claim) => [...claim.places, ...claim.actors]),
    sort: (id) => {
      if (features.has(id)) return 'feature';
      if (places.has(id)) return 'place';
      if (actors.has(id)) return 'actor';
      return claims.has(id) ? 'claim' : null;
    },
  };
}

/** Ids of the places that a feature stands at, moves between, or is about. */
export function placesOf(feature: Feature): string[] {
  const ends = [feature.place, feature.origin, feature.destination].filter((place) => place !== null);
  return [...new Set([...ends, ...feature.about])];
}

/** Precisions from best to worst. */
const PRECISIONS: readonly Precision[] = ['exact', 'vicinity', 'locality', 'area', 'sea', 'country'];

/** Precision of a feature's location: its place's, the worse of a movement's ends, or `none`; as in `filters.py`. */
export function locationOf({ place, origin, destination }: Feature, { places }: Lookup): Location {
  const ranks = [place, origin, destination].flatMap((id) => {
    const found = places.get(id ?? '');
    return found ? [PRECISIONS.indexOf(found.precision)] : [];
  });
  return PRECISIONS[Math.max(...ranks)] ?? 'none';
}

/** Whether a feature can be drawn: it has a place, or an end of a movement. */
export function isPlaced(feature: Feature): boolean {
  return feature.place !== null || feature.line !== null || feature.origin !== null || feature.destination !== null;
}

function byId<T extends { readonly id: string }>(items: readonly T[]): ById<T> {
  return new Map(items.map((item) => [item.id, item]));
}

function grouped<T>(items: readonly T[], keys: (item: T) => readonly string[]): ById<readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of new Set(keys(item))) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

function mapped<T, U>(groups: ById<readonly T[]>, change: (item: T) => U): ById<readonly U[]> {
  return new Map([...groups].map(([key, items]) => [key, items.map(change)]));
}
