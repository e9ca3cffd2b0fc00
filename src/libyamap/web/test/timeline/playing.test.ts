/** Playing, by a clock that the tests wind. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { iso } from '../../src/days';
import type { Interval } from '../../src/moving';
import { dragged, shifted } from '../../src/timeline/brush';
import { continued, opened, stepOn, type Pace } from '../../src/timeline/playing';
import { day } from '../bounds';

const SPAN = { from: day('2017-01-01'), to: day('2023-12-01') };
const PACE: Pace = { mode: 'sliding', step: 'month', speed: 1, loop: false, still: false, span: SPAN };
const ALL: Interval = { first: null, last: null };
const MARCH: Interval = { first: day('2023-03-01'), last: day('2023-03-31') };

const told = ({ first, last }: Interval) => `${first === null ? '..' : iso(first)}/${last === null ? '..' : iso(last)}`;

/** Play for some seconds at so many pictures a second. */
function played(interval: Interval, pace: Pace, seconds: number, rate = 60): Interval[] {
  let head = opened(interval, pace);
  const seen = [head.interval];
  for (let picture = 0; picture < seconds * rate && (!head.ended || pace.loop); picture++) {
    head = continued(head, 1000 / rate, pace);
    if (told(seen.at(-1) as Interval) !== told(head.interval)) seen.push(head.interval);
  }
  return seen;
}

test('a window glides, keeps its length, and goes a step a second', () => {
  const seen = played(MARCH, PACE, 2);
  assert.ok(seen.length > 50, 'day by day');
  for (const { first, last } of seen) assert.equal((last as number) - (first as number), 30);
  const moved = (seen.at(-1)?.last as number) - (MARCH.last as number);
  assert.ok(moved >= 59 && moved <= 62, String(moved));
});

test('it goes as fast at any number of pictures a second', () => {
  const [fast, slow] = [played(MARCH, PACE, 3, 60), played(MARCH, PACE, 3, 7)];
  assert.ok(Math.abs((fast.at(-1)?.last as number) - (slow.at(-1)?.last as number)) <= 2);
  assert.ok(slow.length < fast.length);
});

test('a growing interval keeps its beginning', () => {
  const seen = played(MARCH, { ...PACE, mode: 'cumulative' }, 1);
  assert.ok(seen.every(({ first }) => first === MARCH.first));
  assert.ok((seen.at(-1)?.last as number) > (MARCH.last as number) + 25);
  assert.equal(told(opened(ALL, { ...PACE, mode: 'cumulative' }).interval), '../2017-01-31');
});

test('without motion it goes by whole steps', () => {
  const seen = played(MARCH, { ...PACE, still: true }, 2.1);
  assert.deepEqual(seen.map(told), ['2023-03-01/2023-03-31', '2023-04-01/2023-04-30', '2023-05-01/2023-05-31']);
});

test('nothing chosen begins with the first step of what is played', () => {
  assert.equal(told(opened(ALL, PACE).interval), '2017-01-01/2017-01-31');
  const year = { from: day('2023-01-01'), to: day('2023-12-01') };
  assert.equal(told(opened(ALL, { ...PACE, step: 'quarter', span: year }).interval), '2023-01-01/2023-03-31');
});

for (const still of [false, true]) {
  test(`it ends with the last day, ${still ? 'by steps' : 'gliding'}`, () => {
    const seen = played({ first: day('2023-09-01'), last: day('2023-09-30') }, { ...PACE, still }, 10);
    assert.equal(iso(seen.at(-1)?.last as number), '2023-11-30');
  });

  test(`in a loop it begins again, ${still ? 'by steps' : 'gliding'}`, () => {
    const seen = played({ first: day('2023-10-01'), last: day('2023-10-31') }, { ...PACE, still, loop: true }, 4);
    const at = seen.findIndex(({ last }) => last === SPAN.to - 1);
    assert.ok(at > 0);
    assert.equal(seen[at + 1]?.first, SPAN.from);
  });
}

test('what was at the end begins again', () => {
  const ended = { first: day('2023-11-01'), last: day('2023-11-30') };
  assert.equal(told(opened(ended, PACE).interval), '2017-01-01/2017-01-30');
});

test('steps stop at the ends, and keep the length', () => {
  const pace = { mode: 'sliding', step: 'year', span: SPAN } as const;
  assert.equal(told(stepOn(MARCH, pace, 1)), '2023-10-31/2023-11-30');
  assert.equal(told(stepOn(MARCH, pace, -9)), '2017-01-01/2017-01-31');
  assert.equal(told(stepOn(ALL, { ...pace, step: 'month' }, -1)), '2023-10-01/2023-10-31');
  assert.equal(told(stepOn(MARCH, { ...pace, mode: 'cumulative', step: 'month' }, 1)), '2023-03-01/2023-04-30');
});

test('a handle stops at the other, and without a limit at the end of all that is dated', () => {
  const [from, far] = [MARCH.first as number, 10_000];
  assert.equal(told(dragged('first', MARCH, from, from + far, SPAN)), '2023-03-31/2023-03-31');
  assert.equal(told(dragged('first', MARCH, from, from - far, SPAN)), '../2023-03-31');
  assert.equal(told(dragged('last', MARCH, from, from + far, SPAN)), '2023-03-01/..');
  assert.equal(told(dragged('last', MARCH, from, from - far, SPAN)), '2023-03-01/2023-03-01');
  assert.equal(told(dragged('last', ALL, SPAN.to, SPAN.to - 30, SPAN)), '../2023-10-31');
});

test('the band moves as a whole, and a new one is drawn either way', () => {
  const from = MARCH.first as number;
  assert.equal(told(dragged('band', MARCH, from, from + 31, SPAN)), '2023-04-01/2023-05-01');
  assert.equal(told(dragged('band', MARCH, from, from + 10_000, SPAN)), '2023-10-31/2023-11-30');
  const [a, b] = [day('2020-05-01'), day('2020-06-01')];
  assert.equal(told(dragged('new', ALL, a, b, SPAN)), '2020-05-01/2020-05-31');
  assert.equal(told(dragged('new', ALL, b, a, SPAN)), '2020-05-01/2020-05-31');
});

test('an interval that is longer than what there is stays where it is', () => {
  const beyond = { from: day('2010-01-01'), to: day('2030-01-01') };
  assert.deepEqual(shifted(beyond, 5, SPAN), { first: beyond.from, last: beyond.to - 1 });
});
