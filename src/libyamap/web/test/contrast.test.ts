/** Two sides compared: where they stand, what is offered, what differs. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import table from '../../../../tests/cases/selection.json';
import { differences, differingOn } from '../src/contrast/differences';
import { layOut, offset, type Laid } from '../src/contrast/layout';
import { offered } from '../src/contrast/offers';
import type { Feature, Item, Selection, When } from '../src/document';
import { at, candidates, type Drawn } from '../src/selection';
import { DEFAULT_VIEW } from '../src/view';
import { day, days } from './bounds';

const features = table.features.map(({ id, layer, days: bounds, lasts, confirmed }): Feature => {
  const known = confirmed ? ({ days: days([confirmed, confirmed, confirmed, confirmed]) } as When) : null;
  return { id, layer, days: days(bounds), collection: lasts ? 'presence' : 'events', confirmed: known, strength: null } as unknown as Feature;
});
const byId = new Map(features.map((feature) => [feature.id, feature]));
const items: Item[] = features.map(({ id }) => ({ id, claims: [], assertion: 'reported' }));

type Side = (typeof table.contrasts)[number]['first'];

function shown({ layers, first, last, certain }: Side): Drawn[] {
  const selection = { items, asOf: day(table['as of']) } as unknown as Selection;
  return at(candidates(byId, selection), { layers: new Set(layers), first: day(first), last: day(last), certainOnly: certain });
}

for (const { name, first, second, onlyFirst, onlySecond, otherwise } of table.contrasts) {
  test(`what differs: ${name}`, () => {
    const found = differences(shown(first), shown(second));
    const ids = (drawn: readonly Drawn[]) => drawn.map(({ feature }) => feature.id);
    assert.deepEqual(ids(found.onlyFirst), onlyFirst);
    assert.deepEqual(ids(found.onlySecond), onlySecond);
    assert.deepEqual(Object.fromEntries(found.otherwise.map((one) => [one.first.feature.id, one.aspects])), otherwise);
  });
}

test('what differs stands out on the side that has it', () => {
  const [one] = shown(table.contrasts[0]?.first as Side);
  assert.ok(one);
  const found = differences([one], []);
  assert.deepEqual([...differingOn('first', found)], [[one.feature.id, 'only']]);
  assert.deepEqual([...differingOn('second', found)], []);
  const changed = differences([one], [{ ...one, certain: !one.certain, assertion: 'denied' }]);
  assert.deepEqual(changed.otherwise[0]?.aspects, ['certainty', 'assertion']);
  for (const side of ['first', 'second'] as const) assert.deepEqual([...differingOn(side, changed)], [[one.feature.id, 'otherwise']]);
});

test('dates and strength as known then are told apart from those known now', () => {
  const [one] = shown(table.contrasts[0]?.first as Side);
  assert.ok(one);
  const strength = { of: 'libya', text: { ar: '', en: '' } } as unknown as Feature['strength'];
  const then = { ...one, feature: { ...one.feature, days: days(['2010-01-01', '2010-01-01', '2010-12-31', '2010-12-31']), strength } };
  assert.deepEqual(differences([one], [then]).otherwise[0]?.aspects, ['dates', 'strength']);
});

const COVERED = { top: 64, right: 420, bottom: 240, left: 12 };
const free = ({ box, insets }: Laid) => ({ width: box.width - insets.left - insets.right, height: box.height - insets.top - insets.bottom });

for (const rtl of [false, true]) {
  test(`two maps share what panels leave free, ${rtl ? 'the first on the right' : 'the first on the left'}`, () => {
    const { beside, first, second } = layOut({ width: 1440, height: 900 }, COVERED, rtl);
    assert.ok(beside);
    assert.ok(rtl ? first.box.x > second.box.x : first.box.x < second.box.x);
    assert.equal(first.box.width + second.box.width, 1440);
    assert.ok(Math.abs(free(first).width - free(second).width) <= 1);
    assert.deepEqual(free(first).height, free(second).height);
    assert.deepEqual(offset(first.insets).y, offset(second.insets).y);
    for (const { heading } of [first, second]) assert.ok(heading.x >= 12 && heading.x + heading.width <= 1440 - 420);
  });
}

test('where there is no room beside each other, one stands above the other', () => {
  const { beside, first, second } = layOut({ width: 390, height: 844 }, { top: 60, right: 52, bottom: 80, left: 8 }, false);
  assert.ok(!beside);
  assert.equal(first.box.height + second.box.height, 844);
  assert.ok(Math.abs(free(first).height - free(second).height) <= 2);
});

test('the interval before is as long and ends where the other begins', () => {
  const view = { ...DEFAULT_VIEW, first: day('2023-07-01'), last: day('2023-09-30') };
  const before = offered('before', view, day('2023-09-28'));
  assert.ok(before?.first && before.last);
  assert.equal(before.last, view.first - 1);
  assert.equal(before.last - before.first, view.last - view.first);
  assert.ok(before.standsFirst);
  assert.equal(offered('before', { ...view, first: null }, day('2023-09-28')), null);
});

test('a year earlier is by the calendar, and what was known a year earlier by the clock of what was said', () => {
  const year = offered('year', DEFAULT_VIEW, day('2024-02-29'));
  assert.deepEqual([year?.first, year?.last], [null, day('2023-02-28')]);
  assert.equal(offered('known', DEFAULT_VIEW, day('2023-09-28'))?.filters.asOf, day('2022-09-28'));
});

test('what the view already is, is not offered', () => {
  assert.equal(offered('certain', { ...DEFAULT_VIEW, certain: true }, 0), null);
  assert.equal(offered('origins', { ...DEFAULT_VIEW, filters: { ...DEFAULT_VIEW.filters, lineages: 2 } }, 0), null);
});
