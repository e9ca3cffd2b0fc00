/** The table of permalinks, which the library is run through too. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import table from '../../../../tests/cases/permalink.json';
import { readFilters, readQuery, writeFilters, writeQuery } from '../src/permalink';

const shortened = (query: string) => (query.length > 60 ? `${query.slice(0, 60)}…` : query);

for (const { query, canonical, filters, refused } of table.cases) {
  test(`“${shortened(query)}” is read as the library reads it`, () => {
    const reading = readQuery(query);
    assert.deepEqual([...reading.refused].sort(), refused);
    assert.equal(writeQuery(reading.view), canonical);
    assert.equal(writeFilters(reading.view.filters), filters);
  });

  test(`“${shortened(query)}” has one address, which gives its view back`, () => {
    const { view, refused: none } = readQuery(canonical);
    assert.deepEqual(none, []);
    assert.equal(writeQuery(view), canonical);
    assert.deepEqual(readFilters(filters), view.filters);
  });
}
