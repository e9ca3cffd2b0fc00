/** Stepping by days, months, quarters and years. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { iso } from '../../src/days';
import { following, larger, startOf, stepped, steppedInterval, type Step } from '../../src/timeline/calendar';
import { day } from '../bounds';

const STEPPED: readonly (readonly [from: string, step: Step, by: number, edge: 'first' | 'last', to: string])[] = [
  ['2023-09-28', 'day', 1, 'last', '2023-09-29'],
  ['2023-12-31', 'day', 1, 'last', '2024-01-01'],
  ['2023-01-01', 'month', 1, 'first', '2023-02-01'],
  ['2023-01-31', 'month', 1, 'last', '2023-02-28'],
  ['2023-02-28', 'month', 1, 'last', '2023-03-31'],
  ['2023-02-28', 'month', 1, 'first', '2023-03-28'],
  ['2024-02-29', 'year', 1, 'last', '2025-02-28'],
  ['2023-01-30', 'month', 1, 'first', '2023-02-28'],
  ['2023-03-31', 'quarter', 1, 'last', '2023-06-30'],
  ['2023-06-30', 'quarter', -1, 'last', '2023-03-31'],
  ['2023-11-15', 'quarter', 1, 'first', '2024-02-15'],
  ['2023-01-01', 'month', -1, 'first', '2022-12-01'],
];

for (const [from, step, by, edge, to] of STEPPED) {
  test(`${from}, ${by} ${step} on, as the ${edge} day`, () => assert.equal(iso(stepped(day(from), step, by, edge)), to));
}

test('a month steps as a whole month, and back to itself', () => {
  let interval = { first: day('2023-01-01'), last: day('2023-01-31') };
  const seen: string[] = [];
  for (let n = 0; n < 3; n++) {
    interval = steppedInterval(interval, 'month', 1) as typeof interval;
    seen.push(`${iso(interval.first)}/${iso(interval.last)}`);
  }
  assert.deepEqual(seen, ['2023-02-01/2023-02-28', '2023-03-01/2023-03-31', '2023-04-01/2023-04-30']);
  assert.deepEqual(steppedInterval(interval, 'month', -3), { first: day('2023-01-01'), last: day('2023-01-31') });
});

test('no limit stays no limit', () => assert.deepEqual(steppedInterval({ first: null, last: null }, 'year', 1), { first: null, last: null }));

test('units begin on their first day', () => {
  const starts = (['day', 'week', 'month', 'quarter', 'year'] as const).map((unit) => iso(startOf(day('2023-08-30'), unit)));
  assert.deepEqual(starts, ['2023-08-30', '2023-08-28', '2023-08-01', '2023-07-01', '2023-01-01']);
  assert.equal(iso(following(day('2023-12-15'), 'quarter')), '2024-01-01');
});

test('a large step is the step above', () => {
  assert.deepEqual(larger('day'), ['month', 1]);
  assert.deepEqual(larger('quarter'), ['year', 1]);
  assert.deepEqual(larger('year'), ['year', 5]);
});
