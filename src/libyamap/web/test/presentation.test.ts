import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Document } from '../src/document';
import { projected, zoomScale } from '../src/map/projection';
import { framed } from '../src/present/framing';
import { cited, onlySource, runs, type Footnote } from '../src/present/presentation';

const both = (text: string) => ({ ar: text, en: text });
const note = (number: number, attribution: string, source = 'report'): Footnote => ({
  number,
  claim: `claim-${number}`,
  text: both('Said.'),
  attribution: both(attribution),
  source: both(source),
  locator: [2],
  grade: 'C3',
});

test('numbers in a row are told as runs', () => {
  assert.equal(runs([3, 1, 2, 5]), '1–3, 5');
  assert.equal(runs([7]), '7');
});

test('footnotes of one speaker are one, in the order in which they first come', () => {
  const found = cited([note(1, 'Kremlin'), note(2, 'Report'), note(3, 'Kremlin')]);
  assert.deepEqual(found.map(({ numbers }) => numbers), [[1, 3], [2]]);
});

test('a source is named once only where all share it', () => {
  assert.deepEqual(onlySource([note(1, 'A'), note(2, 'B')]), both('report'));
  assert.equal(onlySource([note(1, 'A'), note(2, 'A', 'sheet')]), null);
  assert.equal(onlySource([]), null);
});

const DOCUMENT = {
  home: [9, 19, 26, 34],
  places: [
    { id: 'near', point: [17, 29] },
    { id: 'far', point: [37, 55] },
  ],
  features: [
    { id: 'here', place: 'near', origin: null, destination: null, about: [], line: null },
    { id: 'there', place: 'far', origin: null, destination: null, about: [], line: null },
  ],
} as unknown as Document;
const VIEW = { center: { lat: 29, lon: 17 }, zoom: 6 };
const ROOM = { width: 860, height: 600, top: 0 };

test('a scene is seen as it was made, nearer where there is more room', () => {
  const { lat, lon, zoom } = framed(VIEW, DOCUMENT, [], ROOM);
  assert.ok(Math.abs(lat - 29) < 1e-9 && Math.abs(lon - 17) < 1e-9);
  assert.equal(zoom, 6);
  assert.equal(framed(VIEW, DOCUMENT, ['here'], { width: 1720, height: 1200, top: 0 }).zoom, 7);
});

test('what stands out is seen, from farther away if need be', () => {
  const { lat, lon, zoom } = framed(VIEW, DOCUMENT, ['there'], ROOM);
  const [middle, spot] = [projected([lon, lat]), projected([37, 55])];
  assert.ok(zoom < 5);
  assert.ok(Math.abs(spot.x - middle.x) * zoomScale(zoom) < ROOM.width / 2);
  assert.ok(Math.abs(spot.y - middle.y) * zoomScale(zoom) < ROOM.height / 2);
});

test('what covers the top of the map moves the scene down, whole', () => {
  const plain = framed(VIEW, DOCUMENT, [], { width: 860, height: 600, top: 0 });
  const covered = framed(VIEW, DOCUMENT, [], { width: 860, height: 660, top: 60 });
  const moved = (projected([17, 29]).y - projected([covered.lon, covered.lat]).y) * zoomScale(covered.zoom);
  assert.equal(covered.zoom, plain.zoom);
  assert.ok(Math.abs(moved - 30) < 0.01);
});

test('a scene without a viewport shows the home of the dataset', () => {
  const { lat, lon, zoom } = framed({ center: null, zoom: null }, DOCUMENT, [], ROOM);
  const middle = projected([lon, lat]);
  for (const corner of [projected([9, 19]), projected([26, 34])]) {
    assert.ok(Math.abs(corner.x - middle.x) * zoomScale(zoom) <= ROOM.width / 2 + 1e-6);
    assert.ok(Math.abs(corner.y - middle.y) * zoomScale(zoom) <= ROOM.height / 2 + 1e-6);
  }
});
