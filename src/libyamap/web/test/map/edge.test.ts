import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alongEdge } from '../../src/map/edge';
import { overlap } from '../../src/map/label-grid';

const FRAME = { x: 0, y: 0, width: 800, height: 600 };
const CHIP = { width: 120, height: 30 };
const east = { ...CHIP, at: { x: 3000, y: 300 } };

const boxes = (spots: ReturnType<typeof alongEdge>) => spots.map((spot) => ({ ...(spot ?? assert.fail('no room')), ...CHIP }));

test('a chip stands at the edge that its place lies beyond', () => {
  assert.deepEqual(alongEdge([east], FRAME), [{ x: 800 - 10 - 120, y: 300 - 15 }]);
});

test('chips of places in one direction stand beside one another', () => {
  const [first, second, third] = boxes(alongEdge([east, east, east], FRAME));
  assert.ok(first && second && third);
  assert.ok(!overlap(first, second) && !overlap(first, third) && !overlap(second, third));
});

test('a chip makes way for a symbol', () => {
  const symbol = { x: 700, y: 290, width: 20, height: 20 };
  const [chip] = boxes(alongEdge([east], FRAME, [symbol]));
  assert.ok(chip && !overlap(chip, symbol));
});

test('where symbols leave no room a chip is shown all the same', () => {
  assert.deepEqual(alongEdge([east], FRAME, [FRAME]), alongEdge([east], FRAME));
});
