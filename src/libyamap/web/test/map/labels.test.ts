import assert from 'node:assert/strict';
import { test } from 'node:test';
import { overlap, within } from '../../src/map/label-grid';
import { placeLabels, type Box, type Label, type Measure, type Room, type Side } from '../../src/map/labels';

/** Every letter is half as wide as its font is high. */
const measure: Measure = (line) => line.text.length * 6;
const FRAME: Box = { x: 0, y: 0, width: 1000, height: 800 };
const NEW: ReadonlyMap<string, Side> = new Map();

function label(id: string, x: number, y: number, more: Partial<Label> = {}): Label {
  const lines = [{ text: id, font: '400 12px sans-serif', colour: '#000' }];
  return { id, lines, at: { x, y }, gap: 6, priority: 1, sides: ['end', 'start', 'above', 'below'], ...more };
}

const room = (more: Partial<Room> = {}): Room => ({ frame: FRAME, obstacles: [], direction: 'ltr', before: NEW, ...more });

const sideOf = (labels: readonly Label[], in_: Room, id: string) => placeLabels(labels, in_, measure).find((one) => one.label.id === id)?.side;

test('a label stands at its end: to the right in English, to the left in Arabic', () => {
  const [english] = placeLabels([label('Sirte', 500, 400)], room(), measure);
  const [arabic] = placeLabels([label('سرت', 500, 400)], room({ direction: 'rtl' }), measure);
  assert.equal(english?.box.x, 506);
  assert.equal((arabic?.box.x ?? 0) + (arabic?.box.width ?? 0), 494);
});

test('diagonal sides keep clear of the anchor in both directions', () => {
  for (const direction of ['ltr', 'rtl'] as const) {
    for (const side of ['above-end', 'above-start', 'below-end', 'below-start'] as const) {
      const [placed] = placeLabels([label('Derna', 500, 400, { sides: [side] })], room({ direction }), measure);
      assert.ok(placed);
      const right = side.endsWith('end') === (direction === 'ltr');
      assert.equal(placed.box.x > 500, right, `${side} ${direction}`);
      assert.equal(placed.box.y + placed.box.height / 2 < 400, side.startsWith('above'));
    }
  }
});

test('of two labels in one place the more important is kept, whatever their order', () => {
  const low = label('village', 500, 400, { sides: ['end'] });
  const high = label('capital', 500, 402, { sides: ['end'], priority: 5 });
  for (const labels of [[low, high], [high, low]]) {
    assert.deepEqual(placeLabels(labels, room(), measure).map((one) => one.label.id), ['capital']);
  }
});

test('a label goes to its next side where an obstacle is in its way', () => {
  const obstacle = { x: 510, y: 390, width: 20, height: 20 };
  assert.equal(sideOf([label('Sirte', 500, 400)], room({ obstacles: [obstacle] }), 'Sirte'), 'start');
});

test('labels stay inside the frame', () => {
  assert.equal(sideOf([label('Tobruk', 990, 400)], room(), 'Tobruk'), 'start');
  const covered = { x: 300, y: 0, width: 700, height: 800 };
  assert.equal(sideOf([label('Ghat', 320, 400)], room({ frame: covered }), 'Ghat'), 'end');
  assert.equal(sideOf([label('Ghat', 280, 400)], room({ frame: { ...covered, x: 310 } }), 'Ghat'), undefined);
});

test('a label keeps the side it had, even where its first is free again', () => {
  const before = new Map<string, Side>([['Sirte', 'start']]);
  assert.equal(sideOf([label('Sirte', 500, 400)], room({ before }), 'Sirte'), 'start');
});

test('a label gives up a side it had when another is much better', () => {
  const before = new Map<string, Side>([['Sirte', 'below']]);
  assert.equal(sideOf([label('Sirte', 500, 400)], room({ before }), 'Sirte'), 'end');
});

test('a label gives up lines that it can do without rather than go', () => {
  const lines = ['Sirte', 'about 2020'].map((text) => ({ text, font: '400 12px sans-serif', colour: '#000' }));
  const wall = { x: 537, y: 0, width: 400, height: 800 };
  const narrow = label('Sirte', 500, 400, { lines, sides: ['end'], fewest: 1 });
  assert.deepEqual(placeLabels([narrow], room({ obstacles: [{ ...wall, x: 545 }] }), measure)[0]?.lines.map(({ text }) => text), ['Sirte']);
  const whole = label('Sirte', 500, 400, { lines, sides: ['end'] });
  assert.deepEqual(placeLabels([whole], room({ obstacles: [{ ...wall, x: 545 }] }), measure), []);
});

test("an area's name goes elsewhere in it where its own spot is not free", () => {
  const obstacle = { x: 460, y: 380, width: 80, height: 40 };
  const area = label('NIGER', 500, 400, { sides: ['centre'], elsewhere: [{ x: 510, y: 400 }, { x: 700, y: 500 }] });
  const [placed] = placeLabels([area], room({ obstacles: [obstacle] }), measure);
  assert.equal((placed?.box.x ?? 0) + (placed?.box.width ?? 0) / 2, 700);
});

function crowd(count: number): Label[] {
  let seed = 7;
  const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
  return Array.from({ length: count }, (_, index) =>
    label(`place ${index}`, random() * 1000, random() * 800, { priority: Math.floor(random() * 5) }),
  );
}

test('in a crowd nothing overlaps, nothing leaves the frame, and the result does not depend on the order', () => {
  const labels = crowd(500);
  const obstacles = labels.map(({ at }) => ({ x: at.x - 3, y: at.y - 3, width: 6, height: 6 }));
  const placed = placeLabels(labels, room({ obstacles }), measure);
  assert.ok(placed.length > 50, `only ${placed.length} labels found room`);
  placed.forEach(({ box }, index) => {
    assert.ok(within(box, FRAME));
    assert.ok(!obstacles.some((obstacle) => overlap(box, obstacle)));
    assert.ok(!placed.slice(index + 1).some((other) => overlap(box, other.box)));
  });
  assert.deepEqual(placeLabels([...labels].reverse(), room({ obstacles }), measure), placed);
});

test('a second frame of the same crowd leaves every label where it was', () => {
  const labels = crowd(300);
  const first = placeLabels(labels, room(), measure);
  const before = new Map(first.map((one) => [one.label.id, one.side]));
  assert.deepEqual(placeLabels(labels, room({ before }), measure), first);
});
