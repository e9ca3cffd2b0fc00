/** Layers and interval applied to a selection: the table of cases that the library is run through too. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import table from '../../../../tests/cases/selection.json';
import type { Document, Feature, Item, Selection } from '../src/document';
import { FIRST_DAY, LAST_DAY } from '../src/interval';
import { at, type Window } from '../src/selection';
import { day, days } from './bounds';

/** Of a document and a selection, what layers and interval are applied to. */
const features = table.features.map(({ id, layer, days: bounds }) => ({ id, layer, days: days(bounds) }) as Feature);
const document = { features } as unknown as Document;
const items: Item[] = features.map(({ id }) => ({ id, claims: ['a-claim'], assertion: 'reported', age: 0.5 }));
const selection = { items } as unknown as Selection;

const everything: Window = {
  layers: new Set(features.map((feature) => feature.layer)),
  first: FIRST_DAY,
  last: LAST_DAY,
  certainOnly: false,
};

for (const { name, layers, first, last, certain, shown } of table.windows) {
  test(name, () => {
    const window = { layers: new Set(layers), first: day(first), last: day(last), certainOnly: certain };
    const drawn = at(document, selection, window);
    const met = drawn.map((one) => [one.feature.id, one.certain ? 'certain' : 'possible']);
    assert.deepEqual(Object.fromEntries(met), shown);
  });
}

test('what the filters leave out is not drawn', () => {
  const [kept] = items;
  assert.ok(kept);
  const drawn = at(document, { ...selection, items: [kept] }, everything);
  assert.deepEqual(drawn.map((one) => one.feature.id), [kept.id]);
});

test('a feature is drawn by the claims that the filters leave of it', () => {
  for (const one of at(document, selection, everything)) {
    assert.deepEqual([one.claims, one.assertion, one.age], [['a-claim'], 'reported', 0.5]);
  }
});

test('a selection that names a feature of another dataset draws the rest', () => {
  const stranger: Item = { id: 'nobody-knows', claims: [], assertion: 'stated', age: 0 };
  const drawn = at(document, { ...selection, items: [stranger, ...items] }, everything);
  assert.equal(drawn.length, items.length);
});

test('a feature of which a claim was not yet known is drawn, and met, by what was known', () => {
  const [first] = items;
  assert.ok(first);
  const known = { days: days(['2010-01-01', '2010-01-01', '2010-12-31', '2010-12-31']), when: null, confirmed: null, strength: null };
  const then = { ...selection, items: [{ ...first, known }] };
  const [drawn] = at(document, then, { ...everything, first: day('2010-06-01'), last: day('2010-06-01') });
  assert.deepEqual(drawn?.feature.days, known.days);
  assert.deepEqual(at(document, then, { ...everything, first: day('2023-09-28'), last: day('2023-09-28') }), []);
});
