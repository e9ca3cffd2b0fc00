/** What a legend has to explain: only what is on the map now, by kind, actor, assertion, precision, confirmation. */

import type { Assertion, Feature } from './document';
import { locationOf, type Lookup } from './lookup';
import { ASSERTIONS, KINDS, LOCATIONS } from './permalink';
import type { Drawn } from './selection';
import type { Stack } from './stack';
import type { Filters, Location } from './view';

export const SECTIONS = ['kinds', 'actors', 'assertions', 'precisions', 'confirmation'] as const;
export type Section = (typeof SECTIONS)[number];

/** Something that looks alike on the map, and the features that look so. */
export interface Entry {
  readonly id: string;
  readonly features: readonly string[];
  /** Ids of the layers whose symbols they have: presence first, then the most frequent. */
  readonly layers: readonly string[];
  /** The filter that narrows to it; null where there is none. */
  readonly filter: Partial<Filters> | null;
}

export type Legend = Readonly<Record<Section, readonly Entry[]>>;

/** Steps of the scale of confirmation, in months: from fresh to as old as makes no difference. */
export const AGES = [0, 6, 12, 18, 24] as const;

/** How a movement's line is to be read. */
const LINES = ['route', 'schematic', 'no-origin'] as const;
/** What else bears on how current something is. */
const STATES = ['never', 'possible', 'undeclared'] as const;

export function legendOf(drawn: readonly Drawn[], lookup: Lookup, stack: Stack): Legend {
  /** Entries for those of `ids` that something shown has among its `keys`. */
  const entries = (ids: readonly string[], keys: (one: Drawn) => Iterable<string | null>, filter: (id: string) => Entry['filter'] = () => null) => {
    const shown = sorted(drawn, keys);
    return ids.flatMap((id): Entry[] => {
      const here = shown.get(id);
      return here ? [{ id, features: idsOf(here), layers: layersOf(here, stack), filter: filter(id) }] : [];
    });
  };
  const sides = ({ feature }: Drawn) => new Set(feature.actors.map(({ actor }) => lookup.actors.get(actor)?.group ?? null));
  return {
    kinds: entries(KINDS, ({ feature }) => [feature.kind], (kind) => ({ kinds: [kind] })),
    actors: entries([...lookup.actorGroups.keys()], sides, (group) => ({ actors: [group] })),
    assertions: entries(ASSERTIONS, ({ assertion }) => [assertion], (said) => ({ assertions: [said as Assertion] })),
    precisions: [
      ...entries(LOCATIONS, ({ feature }) => [locationOf(feature, lookup)], (known) => ({ precisions: [known as Location] })),
      ...entries(LINES, ({ feature }) => [lineOf(feature)]),
    ],
    confirmation: [...agesOf(drawn), ...entries(STATES, statesOf)],
  };
}

function sorted(drawn: readonly Drawn[], keys: (one: Drawn) => Iterable<string | null>): ReadonlyMap<string, readonly Drawn[]> {
  const found = new Map<string, Drawn[]>();
  for (const one of drawn) {
    for (const key of keys(one)) {
      if (key === null) continue;
      const here = found.get(key);
      if (here) here.push(one);
      else found.set(key, [one]);
    }
  }
  return found;
}

function idsOf(drawn: readonly Drawn[]): string[] {
  return drawn.map(({ feature }) => feature.id);
}

/** Id of a step of the scale of confirmation. */
export function ageId(months: number): string {
  return `age-${months}`;
}

/** The whole scale, where there is anything on it: a step without features is part of it too. */
function agesOf(drawn: readonly Drawn[]): Entry[] {
  const confirmed = drawn.filter((one) => one.feature.collection === 'presence' && !isUnconfirmed(one));
  if (confirmed.length === 0) return [];
  return AGES.map((months, step) => {
    const here = confirmed.filter(({ age }) => Math.round(age * (AGES.length - 1)) === step);
    return { id: ageId(months), features: idsOf(here), layers: [], filter: null };
  });
}

function isUnconfirmed({ feature }: Drawn): boolean {
  return feature.collection === 'presence' && feature.confirmed === null;
}

function lineOf({ origin, destination, line, schematic }: Feature): (typeof LINES)[number] | null {
  if (line && origin && destination) return schematic ? 'schematic' : 'route';
  return destination && !origin ? 'no-origin' : null;
}

function statesOf(one: Drawn): ((typeof STATES)[number] | null)[] {
  return [isUnconfirmed(one) ? 'never' : null, one.certain ? null : 'possible', one.feature.declared === false ? 'undeclared' : null];
}

function layersOf(shown: readonly Drawn[], stack: Stack): string[] {
  const counts = new Map<string, number>();
  const presence = new Set<string>();
  for (const { feature } of shown) {
    counts.set(feature.layer, (counts.get(feature.layer) ?? 0) + 1);
    if (feature.collection === 'presence') presence.add(feature.layer);
  }
  const before = (a: string, b: string) =>
    Number(presence.has(b)) - Number(presence.has(a)) || (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || stack.rank(a) - stack.rank(b);
  return [...counts.keys()].sort(before);
}
