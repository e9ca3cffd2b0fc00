import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Feature } from '../../src/document';
import { sizeAt, spread, type Pack, type Packing } from '../../src/map/spread';
import type { Drawn } from '../../src/selection';

function drawn(id: string): Drawn {
  return { feature: { id, collection: 'presence' } as unknown as Feature, assertion: 'stated', age: 0, progress: 1, certain: true, claims: [] };
}

/** So many features at one place. */
function packing(id: string, x: number, y: number, count: number, plate = false): Packing {
  return { id, anchor: { x, y }, plate, drawn: Array.from({ length: count }, (_, index) => drawn(`${id}-${index}`)) };
}

const beads = (packs: readonly Pack[]) => packs.flatMap((pack) => pack.beads);

function overlapping(packs: readonly Pack[]): number {
  const all = beads(packs);
  return all.flatMap((a, index) => all.slice(index + 1).filter((b) => Math.hypot(a.at.x - b.at.x, a.at.y - b.at.y) < a.radius + b.radius - 0.01)).length;
}

test('symbols of one place stand side by side, all of them, none on another', () => {
  for (let count = 1; count <= 30; count++) {
    const packs = spread([packing('benghazi', 500, 400, count)]);
    assert.equal(beads(packs).length, count);
    assert.equal(overlapping(packs), 0, String(count));
  }
});

test('places near each other move apart until every symbol can be reached', () => {
  const places = [packing('benghazi', 500, 400, 8), packing('rajma', 512, 404, 1), packing('off-benghazi', 495, 390, 3), packing('kharruba', 540, 402, 1)];
  assert.equal(overlapping(spread(places)), 0);
});

test('the same places give the same picture, in whatever order they come', () => {
  const places = [packing('a', 500, 400, 4), packing('b', 505, 400, 2), packing('c', 500, 405, 1)];
  assert.deepEqual(spread(places), spread(places.toReversed()));
});

test('what comes, goes and grows moves nothing that stands in the picture before', () => {
  const stays = [packing('a', 500, 400, 4), packing('b', 505, 400, 2), packing('c', 500, 405, 1)];
  const before = spread([...stays, packing('gone', 506, 398, 1)]);
  const panned = [...stays, packing('new', 502, 402, 1)].map((one) => ({ ...one, anchor: { x: one.anchor.x - 100, y: one.anchor.y + 20 } }));
  const after = spread(panned, 1, before);
  const middles = (packs: readonly Pack[], x: number, y: number) => new Map(packs.map(({ id, middle }) => [id, [middle.x + x, middle.y + y].map(Math.round)]));
  const [stood, stands] = [middles(before, 0, 0), middles(after, 100, -20)];
  for (const { id } of stays) assert.deepEqual(stands.get(id), stood.get(id), id);
  assert.equal(overlapping(after), 0);
  assert.equal(overlapping(spread([packing('a', 500, 400, 9), ...stays.slice(1)], 1, before)), 0);
});

test('a place by itself stays where it is', () => {
  const [pack] = spread([packing('jufra', 300, 300, 1), packing('far', 900, 900, 3)].slice(0, 1));
  assert.deepEqual(pack?.middle, { x: 300, y: 300 });
});

test('what is said of a whole country stands in a row', () => {
  const [pack] = spread([packing('libya', 500, 500, 5, true)]);
  assert.equal(new Set(pack?.beads.map(({ at }) => at.y)).size, 1);
});

test('symbols are smaller where more of the world is seen, and never vanish', () => {
  assert.equal(sizeAt(8), 1);
  assert.ok(sizeAt(4) < 1 && sizeAt(4) > sizeAt(3));
  assert.equal(sizeAt(0), sizeAt(2));
  const [full, small] = [spread([packing('a', 0, 0, 7)]), spread([packing('a', 0, 0, 7)], sizeAt(2))];
  assert.ok((small[0]?.radius ?? 0) < (full[0]?.radius ?? 0));
});

test('thousands of places are laid out, each symbol once', () => {
  const places = Array.from({ length: 3000 }, (_, index) => packing(`p${index}`, (index * 37) % 1900, (index * 91) % 1000, 1));
  assert.equal(new Set(beads(spread(places)).map(({ drawn: one }) => one.feature.id)).size, 3000);
});
