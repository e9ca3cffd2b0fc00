/** Bins, bars and lanes, and what lies under the pointer. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { iso } from '../../src/days';
import type { Feature } from '../../src/document';
import { bins, binUnit } from '../../src/timeline/bins';
import { barOf, isCounted, isDated, type Bar } from '../../src/timeline/entries';
import { packed } from '../../src/timeline/lanes';
import { featuresOf, layOut, under } from '../../src/timeline/layout';
import { day, days } from '../bounds';

const EXTENT = { from: day('2017-01-01'), to: day('2023-12-01') };
const RANKS = ['wagner', 'meetings'];
const rank = (layer: string) => RANKS.indexOf(layer);

function feature(id: string, bounds: readonly (string | null)[], changes: Partial<Feature> = {}): Feature {
  return { id, layer: 'meetings', collection: 'events', confirmed: null, days: days(bounds), ...changes } as Feature;
}

const onDay = (id: string, date: string, layer = 'meetings') => feature(id, [date, date, date, date], { layer });
const unknown = feature('unknown', [null, null, null, null]);
const someTime = feature('some-time', ['2019-01-01', '2020-12-31', '2019-01-01', '2020-12-31']);
const forces = feature('forces', ['2019-01-01', '2019-12-31', '2023-09-28', null], { collection: 'presence', layer: 'wagner' });

test('bins are counted by the middle of what is dated, and stacked by layer', () => {
  const within = feature('within', ['2023-08-01', '2023-08-31', '2023-08-01', '2023-08-31']);
  const found = bins([onDay('a', '2023-09-17'), within, onDay('b', '2023-09-26', 'wagner'), onDay('c', '2023-09-30')], 'month', rank);
  const told = found.map(({ from, to, total, stacks }) => [iso(from), iso(to), total, stacks.map(({ layer, features }) => `${layer} ${features.length}`)]);
  assert.deepEqual(told, [
    ['2023-08-01', '2023-09-01', 1, ['meetings 1']],
    ['2023-09-01', '2023-10-01', 3, ['meetings 2', 'wagner 1']],
  ]);
});

test('the unit of the bins follows the axis', () => {
  const unit = (years: number, width: number) => binUnit({ span: { from: 0, to: 365 * years }, width, mirrored: false });
  assert.deepEqual([unit(0.1, 1400), unit(1, 1400), unit(7, 1400), unit(20, 1400), unit(100, 1400)], ['day', 'week', 'month', 'quarter', 'year']);
});

test('what is dated within about a bin is counted, what lasts or is imprecise is a bar', () => {
  assert.ok(isCounted(onDay('a', '2023-09-17'), 'day'));
  const august = feature('august', ['2023-08-01', '2023-08-31', '2023-08-01', '2023-08-31']);
  assert.ok(isCounted(august, 'month') && !isCounted(august, 'week'));
  assert.ok(!isCounted(someTime, 'month'));
  assert.ok(!isCounted({ ...august, collection: 'presence' } as Feature, 'month'), 'a presence lasts');
  assert.ok(!isDated(unknown) && isDated(someTime));
});

test('a bar reaches over all days, with those that are certain, and to the ends where none is known', () => {
  const bar = barOf(forces, EXTENT);
  assert.deepEqual([iso(bar.from), bar.to, bar.openStart, bar.openEnd], ['2019-01-01', EXTENT.to, false, true]);
  assert.deepEqual(bar.core && [iso(bar.core.from), iso(bar.core.to)], ['2019-12-31', '2023-09-29']);
  assert.equal(barOf(someTime, EXTENT).core, null);
  const before = barOf(feature('before', [null, '2023-09-30', null, '2023-09-30']), EXTENT);
  assert.deepEqual([before.from, iso(before.to), before.openStart], [EXTENT.from, '2023-10-01', true]);
});

const bar = (from: number, to: number): Bar => ({ feature: someTime, from, to, core: null, openStart: false, openEnd: false, confirmed: null });

test('no bar lies over another of its lane, and no more lanes are taken than must be', () => {
  const bars = [bar(0, 10), bar(5, 15), bar(12, 20), bar(16, 30), bar(0, 30)];
  const lanes = packed(bars, 1);
  assert.deepEqual(bars.map((one) => lanes.of.get(one)), [0, 1, 0, 1, 2]);
  assert.equal(lanes.count, 3);
  for (const a of bars) {
    for (const b of bars) if (a !== b && lanes.of.get(a) === lanes.of.get(b)) assert.ok(a.to < b.from || b.to < a.from);
  }
});

test('bars without a lane are left, and told', () => {
  const lanes = packed([bar(0, 10), bar(0, 10), bar(0, 10)], 0, 2);
  assert.deepEqual([lanes.count, lanes.left.length], [2, 1]);
});

for (const mirrored of [false, true]) {
  test(`the pointer finds bars and blocks${mirrored ? ' where time runs to the left' : ''}`, () => {
    const content = { features: [forces, someTime, unknown, onDay('a', '2018-05-17')], extent: EXTENT, rank, selected: null };
    const layout = layOut(content, { span: EXTENT, width: 1400, mirrored }, 130);
    assert.equal(layout.undated, 1);
    assert.deepEqual(layout.bars.map((one) => one.bar.feature.id), ['forces', 'some-time']);
    for (const target of [...layout.bars, ...layout.blocks]) {
      const found = under(layout, target.x + target.width / 2, target.y + target.height / 2);
      assert.deepEqual(found && featuresOf(found), featuresOf(target));
    }
    assert.equal(under(layout, mirrored ? 1399 : 1, 60), null);
    const [first] = layout.bars;
    assert.ok(first && (mirrored ? first.x < 1 : first.x + first.width > 1399), 'an open end reaches to the latest day');
  });
}

test('what is open has the first lane', () => {
  const content = { features: [forces, someTime], extent: EXTENT, rank, selected: 'some-time' };
  assert.equal(layOut(content, { span: EXTENT, width: 1400, mirrored: false }, 130).bars[0]?.bar.feature.id, 'some-time');
});

test('thousands share the height that there is', () => {
  const many = Array.from({ length: 5000 }, (_, n) => (n % 2 ? onDay(`d${n}`, `202${n % 4}-0${1 + (n % 9)}-15`) : feature(`p${n}`, [`201${n % 9}-01-01`, `201${n % 9}-06-30`, '2023-01-01', null], { collection: 'presence' })));
  const layout = layOut({ features: many, extent: { from: day('2010-01-01'), to: EXTENT.to }, rank, selected: null }, { span: EXTENT, width: 1400, mirrored: false }, 130);
  assert.ok(layout.hidden > 0);
  for (const { y, height } of [...layout.bars, ...layout.blocks]) assert.ok(y >= 0 && y + height <= 130);
});
