/** Layers on one another: the table of orders, which the library is run through too, and what a reader changes. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import table from '../../../../tests/cases/order.json';
import { createStack, drawingOrder, moved, namedOrder, withOpacity } from '../src/stack';

const { own } = table;

for (const { order, drawn, named } of table.cases) {
  test(`a view that names “${order.join(', ')}” has the layers drawn as the library has them`, () => {
    assert.deepEqual(drawingOrder(own, order), drawn);
    assert.deepEqual(namedOrder(own, drawn), named);
    assert.deepEqual(drawingOrder(own, named), drawn);
  });
}

test('a layer moves to any place, and no further than the ends', () => {
  assert.deepEqual(moved(own, 'meetings', 0), ['meetings', 'wagner', 'east', 'movements', 'outlook']);
  assert.deepEqual(moved(own, 'wagner', 1), ['east', 'wagner', 'movements', 'meetings', 'outlook']);
  assert.deepEqual(moved(own, 'wagner', 99), ['east', 'movements', 'meetings', 'outlook', 'wagner']);
  assert.deepEqual(moved(own, 'outlook', -1), ['outlook', 'wagner', 'east', 'movements', 'meetings']);
  assert.deepEqual(moved(own, 'movements', 2), own);
});

test('the order of a dataset with other layers still holds for those that are there', () => {
  const newer = ['wagner', 'russia', 'east', 'meetings'];
  assert.deepEqual(drawingOrder(newer, ['meetings', 'gone', 'east']), ['meetings', 'east', 'wagner', 'russia']);
});

test('layers rank from the top, and are opaque where nothing is said of them', () => {
  const stack = createStack(own, [['east', 0], ['wagner', 40]]);
  assert.deepEqual(own.map((layer) => stack.rank(layer)), [0, 1, 2, 3, 4]);
  assert.deepEqual(own.map((layer) => stack.opacity(layer)), [0.4, 0, 1, 1, 1]);
});

test('a layer made opaque again is not mentioned any more', () => {
  const some = withOpacity(withOpacity([], 'wagner', 40), 'east', 5);
  assert.deepEqual(some, [['east', 5], ['wagner', 40]]);
  assert.deepEqual(withOpacity(some, 'wagner', 100), [['east', 5]]);
  assert.deepEqual(withOpacity(some, 'east', 0), [['east', 0], ['wagner', 40]]);
});
