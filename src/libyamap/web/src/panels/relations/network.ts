/** Who met whom, or has to do with whom: actors, and what each two of them take part in. */

import type { Feature } from '../../document';
import type { Lookup } from '../../lookup';
import type { Drawn } from '../../selection';

/** Meetings and visits alone, or everything that two actors take part in. */
export type Sort = 'meetings' | 'all';

export interface Node {
  readonly id: string;
  /** The side that the actor belongs to. */
  readonly side: string;
  readonly features: readonly Feature[];
}

export interface Edge {
  readonly id: string;
  readonly ends: readonly [string, string];
  readonly features: readonly Feature[];
}

export interface Network {
  /** Those with most relations first. */
  readonly nodes: readonly Node[];
  /** The strongest first. */
  readonly edges: readonly Edge[];
}

type Part = Feature['actors'][number];

const MEETINGS: ReadonlySet<string> = new Set(['meeting', 'visit', 'tour-stop']);
/** Of these, two of one sort face each other; of all others, two of one sort stand side by side. */
const FACING: ReadonlySet<string> = new Set(['party', 'present']);
const MENTIONED = 'mentioned';

/** The network of what is shown. */
export function network(drawn: readonly Drawn[], sort: Sort, lookup: Lookup): Network {
  const side = (actor: string) => lookup.actors.get(actor)?.group ?? actor;
  const features = drawn.map(({ feature }) => feature).filter(({ kind }) => sort === 'all' || MEETINGS.has(kind));
  const edges = new Map<string, Edge>();
  for (const feature of features) {
    for (const ends of pairs(feature, side)) {
      const id = ends.join('|');
      edges.set(id, { id, ends, features: [...(edges.get(id)?.features ?? []), feature] });
    }
  }
  return { nodes: nodesOf([...edges.values()], side), edges: [...edges.values()].sort((a, b) => b.features.length - a.features.length || order(a.id, b.id)) };
}

/** Each two actors that a feature brings together: their ids in one order. */
function pairs({ actors }: Feature, side: (actor: string) => string): [string, string][] {
  const parts = actors.filter(({ role }) => role !== MENTIONED);
  return parts.flatMap((a, index) =>
    parts.slice(index + 1).flatMap((b): [string, string][] => {
      if (!face(a, b, side)) return [];
      return [a.actor < b.actor ? [a.actor, b.actor] : [b.actor, a.actor]];
    }),
  );
}

/** Whether two who take part face each other, and do not act together. */
function face(a: Part, b: Part, side: (actor: string) => string): boolean {
  if (a.actor === b.actor) return false;
  const roles = new Set([a.role, b.role]);
  if (roles.has('host') && roles.has('visitor')) return true;
  return side(a.actor) !== side(b.actor) && (a.role !== b.role || FACING.has(a.role));
}

function nodesOf(edges: readonly Edge[], side: (actor: string) => string): Node[] {
  const features = new Map<string, Set<Feature>>();
  for (const { ends, features: shared } of edges) {
    for (const end of ends) features.set(end, new Set([...(features.get(end) ?? []), ...shared]));
  }
  const nodes = [...features].map(([id, taken]) => ({ id, side: side(id), features: [...taken] }));
  return nodes.sort((a, b) => b.features.length - a.features.length || order(a.id, b.id));
}

function order(a: string, b: string): number {
  return a < b ? -1 : 1;
}
