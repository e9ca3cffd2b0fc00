/** Relations: who met whom, and a picture that is always the same. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { Document, Feature } from '../src/document';
import { lookup } from '../src/lookup';
import { layout } from '../src/panels/relations/layout';
import { network } from '../src/panels/relations/network';
import type { Drawn } from '../src/selection';

const sides = { haftar: 'east', forces: 'east', putin: 'russia', shoigu: 'russia', wagner: 'wagner', langley: 'us' };
const actors = Object.entries(sides).map(([id, group]) => ({ id, group }));
const feature = (id: string, kind: string, parts: Record<string, string>) =>
  ({ id, kind, claims: [], ties: [], place: null, origin: null, destination: null, about: [], actors: Object.entries(parts).map(([actor, role]) => ({ actor, role })) }) as unknown as Feature;
const features = [
  feature('met', 'meeting', { putin: 'host', shoigu: 'host', haftar: 'visitor', wagner: 'mentioned' }),
  feature('talks', 'meeting', { haftar: 'party', putin: 'party', shoigu: 'party' }),
  feature('came', 'visit', { langley: 'visitor', haftar: 'addressee' }),
  feature('alone', 'visit', { langley: 'visitor' }),
  feature('asked', 'request', { haftar: 'subject', forces: 'subject', putin: 'addressee' }),
];
const found = lookup({ features, claims: [], places: [], actors, sources: [], layers: [], notes: [], origins: [], hedges: [], actorGroups: [] } as unknown as Document);
const drawn = features.map((one) => ({ feature: one }) as Drawn);
const told = (sort: 'meetings' | 'all') => Object.fromEntries(network(drawn, sort, found).edges.map((edge) => [edge.id, edge.features.map(({ id }) => id)]));

test('those meet who face each other: not two hosts, not one who is only mentioned', () => {
  assert.deepEqual(told('meetings'), { 'haftar|putin': ['met', 'talks'], 'haftar|shoigu': ['met', 'talks'], 'haftar|langley': ['came'] });
});

test('all relations hold what is asked of whom, too', () => {
  assert.deepEqual(told('all')['haftar|putin'], ['met', 'talks', 'asked']);
  assert.deepEqual(told('all')['forces|putin'], ['asked']);
  assert.equal(told('all')['forces|haftar'], undefined);
});

test('those with most relations come first', () => {
  const { nodes } = network(drawn, 'meetings', found);
  assert.deepEqual(nodes.map(({ id }) => id), ['haftar', 'putin', 'shoigu', 'langley']);
});

test('the same network always looks the same, and inside its field', () => {
  const one = network(drawn, 'all', found);
  const spots = layout(one, 500, 400);
  assert.deepEqual(layout(network(drawn, 'all', found), 500, 400), spots);
  assert.equal(spots.size, one.nodes.length);
  for (const { x, y } of spots.values()) assert.ok(x > 0 && x < 500 && y > 0 && y < 400);
  const places = [...spots.values()];
  for (const [index, a] of places.entries()) {
    for (const b of places.slice(index + 1)) assert.ok(Math.hypot(a.x - b.x, a.y - b.y) > 20);
  }
});

test('a network of two, and of nobody, has a picture', () => {
  const pair = network(drawn.slice(2, 3), 'meetings', found);
  for (const { x, y } of layout(pair, 300, 300).values()) assert.ok(Number.isFinite(x) && Number.isFinite(y));
  assert.equal(layout(network([], 'all', found), 300, 300).size, 0);
});
