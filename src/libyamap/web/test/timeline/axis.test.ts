/** The axis and its ticks, in both directions. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { iso } from '../../src/days';
import type { Feature } from '../../src/document';
import { speech } from '../../src/i18n';
import { FIRST_DAY, LAST_DAY } from '../../src/interval';
import { dayAt, extentOf, panned, positionOf, presetSpan, zoomed, type Axis } from '../../src/timeline/axis';
import { ticks } from '../../src/timeline/ticks';
import { day } from '../bounds';

const YEARS = { from: day('2017-01-01'), to: day('2024-01-01') };
const axis = (mirrored: boolean, span = YEARS, width = 1400): Axis => ({ span, width, mirrored });

test('time runs to the right, and in Arabic to the left', () => {
  assert.equal(positionOf(axis(false), YEARS.from), 0);
  assert.equal(positionOf(axis(false), YEARS.to), 1400);
  assert.equal(positionOf(axis(true), YEARS.from), 1400);
  assert.equal(positionOf(axis(true), YEARS.to), 0);
  for (const mirrored of [false, true]) {
    const at = day('2020-05-17');
    assert.ok(Math.abs(dayAt(axis(mirrored), positionOf(axis(mirrored), at)) - at) < 1e-6);
  }
});

test('all that is dated, and what has no end takes no room', () => {
  const features = [
    { days: [FIRST_DAY, day('2019-03-04'), day('2019-03-04'), LAST_DAY] },
    { days: [day('2017-06-01'), day('2017-06-01'), day('2018-01-01'), day('2018-01-01')] },
  ] as unknown as Feature[];
  const { from, to } = extentOf(features, day('2023-09-28'));
  assert.deepEqual([iso(from), iso(to)], ['2017-01-01', '2023-11-01']);
});

test('zooming keeps the day under the pointer, and never shows more than there is', () => {
  const about = day('2020-01-01');
  const closer = zoomed(YEARS, about, 0.5, YEARS);
  assert.ok(Math.abs(positionOf(axis(false, closer), about) - positionOf(axis(false), about)) < 1e-6);
  assert.deepEqual(zoomed(closer, about, 100, YEARS), YEARS);
  assert.ok(zoomed(YEARS, about, 1e-9, YEARS).to - zoomed(YEARS, about, 1e-9, YEARS).from >= 13.99);
});

test('moving stops at the ends', () => {
  const half = { from: day('2017-01-01'), to: day('2018-01-01') };
  assert.deepEqual(panned(half, -100, YEARS), half);
  assert.deepEqual(panned(half, 1e6, YEARS), { from: YEARS.to - 365, to: YEARS.to });
});

test('the year and the months before the as-of date', () => {
  const extent = { from: day('2017-01-01'), to: day('2023-12-01') };
  const said = (preset: 'all' | 'year' | 'recent') => {
    const { from, to } = presetSpan(preset, extent, day('2023-09-28'));
    return [iso(from), iso(to)];
  };
  assert.deepEqual(said('year'), ['2023-01-01', '2023-12-01']);
  assert.deepEqual(said('recent'), ['2023-07-01', '2023-10-01']);
});

const english = speech('en');
const labels = (from: string, to: string, width: number, mirrored = false, said = english) =>
  ticks({ span: { from: day(from), to: day(to) }, width, mirrored }, said).flatMap(({ label }) => (label ? [label] : []));

test('years where there is room for no more', () => {
  assert.deepEqual(labels('2017-01-01', '2024-01-01', 700), ['2017', '2018', '2019', '2020', '2021', '2022', '2023']);
  assert.deepEqual(labels('1990-01-01', '2024-01-01', 400), ['1990', '1995', '2000', '2005', '2010', '2015', '2020']);
});

test('quarters, months and days as the axis comes closer', () => {
  assert.deepEqual(labels('2023-01-01', '2024-01-01', 240), ['2023', 'Apr', 'Jul', 'Oct']);
  assert.deepEqual(labels('2022-11-01', '2023-03-01', 400), ['November 2022', 'Dec', '2023', 'Feb']);
  assert.deepEqual(labels('2023-08-30', '2023-09-03', 400), ['30 Aug', '31', '1 Sept', '2']);
});

test('the reader’s words, at the same days', () => {
  assert.deepEqual(labels('2023-01-01', '2024-01-01', 240, true, speech('ar')), ['2023', 'أبريل', 'يوليو', 'أكتوبر']);
  const days = (mirrored: boolean) => ticks(axis(mirrored), english).map((tick) => tick.day);
  assert.deepEqual(days(true), days(false));
});

test('labels keep their distance, however close the axis', () => {
  for (let width = 300; width < 2000; width += 170) {
    for (const to of ['2017-01-20', '2017-04-01', '2018-06-01', '2024-01-01', '2060-01-01']) {
      const shown = axis(false, { from: YEARS.from, to: day(to) }, width);
      const at = ticks(shown, english).flatMap(({ day: start, label }) => (label ? [positionOf(shown, start)] : []));
      at.slice(1).forEach((x, index) => assert.ok(x - (at[index] as number) >= 45, `${width} ${to}`));
    }
  }
});
