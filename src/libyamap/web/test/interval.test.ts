/** The table of time cases, which the library is run through too. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import table from '../../../../tests/cases/interval.json';
import { parseIso } from '../src/days';
import { FIRST_DAY, LAST_DAY, overlap } from '../src/interval';
import { days, edge } from './bounds';

for (const { edtf, bounds, windows } of table.cases) {
  for (const [first, last, expected] of windows) {
    test(`${edtf} meets ${first ?? '..'} to ${last ?? '..'}: ${expected}`, () => {
      assert.equal(overlap(days(bounds), edge(first, FIRST_DAY), edge(last, LAST_DAY)), expected);
    });
  }
}

test('the limits are the first and the last day that a date can be', () => {
  assert.equal(parseIso('0001-01-01'), FIRST_DAY);
  assert.equal(parseIso('9999-12-31'), LAST_DAY);
});
