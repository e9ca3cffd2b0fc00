/** Layers and interval applied to a selection: the table of cases that the library is run through too. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import table from '../../../../tests/cases/selection.json';
import type { Feature, Item, Selection, When } from '../src/document';
import { FIRST_DAY, LAST_DAY } from '../src/interval';
import { at, candidates, progressOn, type Window } from '../src/selection';
import { day, days } from './bounds';

/** Of a document and a selection, what layers and interval are applied to. */
const features = table.features.map(({ id, layer, days: bounds, lasts, confirmed }): Feature => {
  const known = confirmed ? ({ days: days([confirmed, confirmed, confirmed, confirmed]) } as When) : null;
  return { id, layer, days: days(bounds), collection: lasts ? 'presence' : 'events', confirmed: known } as Feature;
});
const byId = new Map(features.map((feature) => [feature.id, feature]));
const items: Item[] = features.map(({ id }) => ({ id, claims: ['a-claim'], assertion: 'reported' }));
const selection = { items, asOf: day(table['as of']) } as unknown as Selection;

const everything: Window = {
  layers: new Set(features.map((feature) => feature.layer)),
  first: FIRST_DAY,
  last: LAST_DAY,
  certainOnly: false,
};

for (const { name, layers, first, last, certain, shown, ages } of table.windows) {
  test(name, () => {
    const window = { layers: new Set(layers), first: day(first), last: day(last), certainOnly: certain };
    const drawn = at(candidates(byId, selection), window);
    const met = drawn.map((one) => [one.feature.id, one.certain ? 'certain' : 'possible']);
    assert.deepEqual(Object.fromEntries(met), shown);
    const faded = drawn.filter(({ age }) => age > 0).map((one) => [one.feature.id, one.age]);
    assert.deepEqual(Object.fromEntries(faded), ages);
  });
}

test('what the filters leave out is not drawn', () => {
  const [kept] = items;
  assert.ok(kept);
  const drawn = at(candidates(byId, { ...selection, items: [kept] }), everything);
  assert.deepEqual(drawn.map((one) => one.feature.id), [kept.id]);
});

test('a feature is drawn by the claims that the filters leave of it', () => {
  for (const one of at(candidates(byId, selection), everything)) assert.deepEqual([one.claims, one.assertion], [['a-claim'], 'reported']);
});

test('a selection that names a feature of another dataset draws the rest', () => {
  const stranger: Item = { id: 'nobody-knows', claims: [], assertion: 'stated' };
  const drawn = at(candidates(byId, { ...selection, items: [stranger, ...items] }), everything);
  assert.equal(drawn.length, items.length);
});

for (const { name, id, days: bounds, progress } of table.movements) {
  test(`how far it is: ${name}`, () => {
    const movement = { id, days: days(bounds.map((bound) => (bound === '0001-01-01' ? null : bound))), collection: 'movements' } as Feature;
    for (const [date, share] of Object.entries(progress)) assert.ok(Math.abs(progressOn(movement, day(date)) - share) < 1e-6, date);
  });
}

test('what stays as it is remains the same object, and is not drawn again', () => {
  const left = candidates(byId, selection);
  const dated = { ...everything, layers: new Set(['wagner', 'meetings']) };
  const [once, again] = [at(left, dated), at(left, { ...dated, first: day('2019-01-01') })];
  assert.ok(once.every((one, index) => one === again[index]));
  const earlier = at(left, { ...dated, last: day('2023-09-28') });
  assert.notEqual(earlier[0], once[0], 'its confirmation is fresher');
});

test('a feature of which a claim was not yet known is drawn, and met, by what was known', () => {
  const [first] = items;
  assert.ok(first);
  const known = { days: days(['2010-01-01', '2010-01-01', '2010-12-31', '2010-12-31']), when: null, confirmed: null, strength: null };
  const then = candidates(byId, { ...selection, items: [{ ...first, known }] });
  const [drawn] = at(then, { ...everything, first: day('2010-06-01'), last: day('2010-06-01') });
  assert.deepEqual(drawn?.feature.days, known.days);
  assert.deepEqual(at(then, { ...everything, first: day('2023-09-28'), last: day('2023-09-28') }), []);
});
