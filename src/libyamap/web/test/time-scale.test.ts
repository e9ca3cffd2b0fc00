/** Dates laid along a line. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { FIRST_DAY, LAST_DAY } from '../src/interval';
import { spanOf, ticks, timeScale, type TimeScale } from '../src/time-scale';
import { day } from './bounds';

const scale = timeScale([
  [day('2019-01-01'), day('2019-01-01'), day('2019-12-31'), day('2019-12-31')],
  [day('2023-09-10'), day('2023-09-23'), day('2023-09-10'), day('2023-09-23')],
]) as TimeScale;

test('a line goes on a little beyond the first and the last date', () => {
  assert.ok(scale.first < day('2019-01-01') && scale.last > day('2023-09-23'));
  assert.ok(scale.at(day('2019-01-01')) > 0 && scale.at(day('2023-09-23')) < 1);
});

test('an imprecise date is a bar over all days that may be meant, with nothing certain in it', () => {
  const span = spanOf([day('2023-09-10'), day('2023-09-23'), day('2023-09-10'), day('2023-09-23')], scale);
  assert.equal(span.certain, null);
  assert.equal(span.start, scale.at(day('2023-09-10')));
  assert.equal(span.end, scale.at(day('2023-09-24')));
});

test('a bar without an end is open, and ends at the edge', () => {
  const span = spanOf([day('2019-01-01'), day('2020-01-01'), LAST_DAY, LAST_DAY], scale);
  assert.deepEqual([span.openStart, span.openEnd, span.end], [false, true, 1]);
  assert.ok(span.certain && span.certain.start > span.start);
});

test('where no date is known there is no line', () => {
  assert.equal(timeScale([[FIRST_DAY, LAST_DAY, FIRST_DAY, LAST_DAY]]), null);
  assert.equal(timeScale([]), null);
});

test('a few years are marked; within one year, months', () => {
  assert.deepEqual(ticks(scale, 4).map(({ day: at }) => at), [day('2020-01-01'), day('2022-01-01')]);
  const short = timeScale([[day('2023-08-01'), day('2023-08-01'), day('2023-10-01'), day('2023-10-01')]]) as TimeScale;
  assert.ok(ticks(short, 4).length >= 2);
  assert.ok(ticks(short, 4).every(({ unit }) => unit === 'month'));
});
