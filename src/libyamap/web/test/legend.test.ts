/** The legend explains what is on the map, nothing else, and counts it. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { Document, Feature, Place } from '../src/document';
import { ageId, AGES, legendOf, SECTIONS, type Entry } from '../src/legend';
import { locationOf, lookup } from '../src/lookup';
import type { Drawn } from '../src/selection';
import { createStack } from '../src/stack';

const PLACES = { base: 'exact', airfield: 'vicinity', town: 'locality', south: 'area', gulf: 'sea', mali: 'country' } as const;
const ACTORS = { wagner: 'wagner-side', putin: 'russian-side', haftar: 'east-side' } as const;
const ORDER = ['wagner', 'east', 'movements', 'meetings'];

const document = {
  places: Object.entries(PLACES).map(([id, precision]) => ({ id, precision }) as unknown as Place),
  actors: Object.entries(ACTORS).map(([id, group]) => ({ id, group })),
  actorGroups: ['wagner-side', 'russian-side', 'east-side', 'west-side'].map((id) => ({ id })),
  layers: ORDER.map((id) => ({ id })),
  features: [],
  claims: [],
  sources: [],
  notes: [],
  origins: [],
  hedges: [],
} as unknown as Document;
const found = lookup(document);

function shown(id: string, changes: Partial<Feature> = {}, look: Partial<Drawn> = {}): Drawn {
  const feature = {
    id,
    collection: 'events',
    layer: 'meetings',
    kind: 'meeting',
    place: 'town',
    origin: null,
    destination: null,
    line: null,
    schematic: false,
    actors: [],
    confirmed: null,
    declared: null,
    ...changes,
  } as unknown as Feature;
  return { feature, assertion: 'stated', age: 0, progress: 1, certain: true, claims: [], ...look };
}

const forces = (id: string, changes: Partial<Feature> = {}, look: Partial<Drawn> = {}) =>
  shown(id, { collection: 'presence', layer: 'wagner', kind: 'forces', confirmed: {} as Feature['confirmed'], ...changes }, look);

const legend = (drawn: readonly Drawn[], order = ORDER) => legendOf(drawn, found, createStack(order, []));
const counted = (entries: readonly Entry[]) => Object.fromEntries(entries.map(({ id, features }) => [id, features.length]));

test('an empty map needs no legend', () => {
  const nothing = legend([]);
  for (const section of SECTIONS) assert.deepEqual(nothing[section], []);
});

test('kinds are counted, with the symbols that they have and the filter that leaves them', () => {
  const { kinds } = legend([forces('a'), forces('b', { layer: 'east' }), forces('c', { layer: 'east' }), shown('d')]);
  assert.deepEqual(counted(kinds), { forces: 3, meeting: 1 });
  assert.deepEqual(kinds[0], { id: 'forces', features: ['a', 'b', 'c'], layers: ['east', 'wagner'], filter: { kinds: ['forces'] } });
});

test('layers that are as frequent come in the order in which they are drawn', () => {
  const both = [forces('a'), forces('b', { layer: 'east' })];
  assert.deepEqual(legend(both).kinds[0]?.layers, ['wagner', 'east']);
  assert.deepEqual(legend(both, ['east', 'wagner']).kinds[0]?.layers, ['east', 'wagner']);
});

test('a side is known by its presence first, then by what it does most', () => {
  const parts = (...actors: string[]) => ({ actors: actors.map((actor) => ({ actor, role: '' })) });
  const { actors } = legend([
    shown('a', parts('putin', 'haftar')),
    shown('b', parts('haftar')),
    shown('c', { ...parts('haftar', 'haftar'), layer: 'movements' }),
    forces('d', { ...parts('haftar'), layer: 'east' }),
  ]);
  assert.deepEqual(counted(actors), { 'russian-side': 1, 'east-side': 4 });
  assert.deepEqual(actors[1]?.layers, ['east', 'meetings', 'movements']);
  assert.deepEqual(actors[1]?.filter, { actors: ['east-side'] });
});

test('each assertion has its own entry, the strongest first', () => {
  const said = (['denied', 'forecast', 'stated', 'stated'] as const).map((assertion, index) => shown(String(index), {}, { assertion }));
  assert.deepEqual(Object.entries(counted(legend(said).assertions)), [['stated', 2], ['forecast', 1], ['denied', 1]]);
});

test('a movement is known as well as the worse of its ends', () => {
  const between = (origin: string | null, destination: string | null) => locationOf({ place: null, origin, destination } as Feature, found);
  assert.equal(between('base', 'mali'), 'country');
  assert.equal(between('south', 'airfield'), 'area');
  assert.equal(between(null, 'base'), 'exact');
  assert.equal(between(null, null), 'none');
  assert.equal(locationOf({ place: 'gulf', origin: null, destination: null } as Feature, found), 'sea');
});

test('precision tells how places are drawn, and how the lines between them are to be read', () => {
  const moved = (id: string, origin: string | null, destination: string | null, schematic = false) =>
    shown(id, { place: null, origin, destination, schematic, line: origin && destination ? [[0, 0], [1, 1]] : null });
  const { precisions } = legend([
    ...Object.keys(PLACES).map((place) => shown(`at-${place}`, { place })),
    moved('known', 'town', 'base'),
    moved('abroad', 'base', 'mali', true),
    moved('from-nowhere', null, 'airfield'),
  ]);
  const expected = { exact: 1, vicinity: 2, locality: 2, area: 1, sea: 1, country: 2, route: 1, schematic: 1, 'no-origin': 1 };
  assert.deepEqual(counted(precisions), expected);
  assert.deepEqual(precisions.map(({ filter }) => filter?.precisions?.[0] ?? null).slice(-4), ['country', null, null, null]);
});

test('the scale of confirmation is whole where there is anything on it', () => {
  const ages = [0, 0.1, 0.26, 1].map((age, index) => forces(String(index), {}, { age }));
  const counts = counted(legend(ages).confirmation);
  assert.deepEqual(AGES.map((months) => counts[ageId(months)]), [2, 1, 0, 0, 1]);
  assert.deepEqual(legend([shown('event')]).confirmation, []);
});

test('what was never confirmed, is only possibly inside, or was not declared is told apart', () => {
  const { confirmation } = legend([
    forces('never', { confirmed: null }, { age: 1 }),
    forces('secret', { declared: false }),
    forces('open', { declared: true }),
    shown('perhaps', {}, { certain: false }),
  ]);
  const { never, possible, undeclared, ...scale } = counted(confirmation);
  assert.deepEqual({ never, possible, undeclared }, { never: 1, possible: 1, undeclared: 1 });
  assert.equal(Object.values(scale).reduce((sum, count) => sum + count, 0), 2);
});
