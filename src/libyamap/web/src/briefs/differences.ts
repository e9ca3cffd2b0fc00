/** In what somebody else's version of a brief differs from one's own. */

import type { Text } from '../document';
import { UNWRITTEN, type Brief, type Scene } from './model';

const TEXTS = ['title', 'subtitle', 'author'] as const;

export type Difference =
  | { readonly sort: 'field'; readonly name: (typeof TEXTS)[number] | 'date' | 'marking'; readonly theirs: Text }
  | { readonly sort: 'changed' | 'only-theirs' | 'only-mine'; readonly name: string; readonly scene: Scene }
  | { readonly sort: 'order'; readonly name: '' };

/** What is theirs of each, but for scenes that only mine has. */
export function differences(mine: Brief, theirs: Brief): readonly Difference[] {
  const fields = TEXTS.flatMap((name): Difference[] => (isSame(mine[name], theirs[name]) ? [] : [{ sort: 'field', name, theirs: theirs[name] }]));
  const plain = (['date', 'marking'] as const).flatMap((name): Difference[] => (mine[name] === theirs[name] ? [] : [{ sort: 'field', name, theirs: inBoth(theirs[name]) }]));
  const own = new Map(mine.scenes.map((scene) => [scene.id, scene]));
  const their = new Map(theirs.scenes.map((scene) => [scene.id, scene]));
  const scenes = theirs.scenes.flatMap((scene): Difference[] => {
    const mineOf = own.get(scene.id);
    if (!mineOf) return [{ sort: 'only-theirs', name: scene.id, scene }];
    return isSame(mineOf, scene) ? [] : [{ sort: 'changed', name: scene.id, scene }];
  });
  const lost = mine.scenes.flatMap((scene): Difference[] => (their.has(scene.id) ? [] : [{ sort: 'only-mine', name: scene.id, scene }]));
  const order = (one: Brief, other: ReadonlyMap<string, Scene>) => one.scenes.flatMap(({ id }) => (other.has(id) ? [id] : [])).join();
  const moved: Difference[] = order(mine, their) === order(theirs, own) ? [] : [{ sort: 'order', name: '' }];
  return [...fields, ...plain, ...scenes, ...lost, ...moved];
}

function inBoth(text: string | null): Text {
  return text === null ? UNWRITTEN : { ar: text, en: text };
}

/** By content, whatever the order of keys. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, one]) => [name, sorted(one)]));
}
