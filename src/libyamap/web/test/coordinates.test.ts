import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePosition, written, type Notation } from '../src/coordinates';
import type { LonLat } from '../src/document';

const JUFRA: LonLat = [16.001, 29.1981];

test('a position is written in each notation, with Latin digits', () => {
  assert.equal(written(JUFRA, 'decimal'), '29.1981° N, 16.0010° E');
  assert.equal(written(JUFRA, 'dms'), '29°11′53″ N, 16°00′04″ E');
  assert.equal(written(JUFRA, 'mgrs'), '33R WN 97313 30348');
  assert.equal(written([-70.5, -33.25], 'decimal'), '33.2500° S, 70.5000° W');
});

test('beyond the latitudes of MGRS degrees are written', () => {
  assert.match(written([0, 89], 'mgrs'), /° N/);
});

const READ: readonly (readonly [typed: string, lon: number, lat: number])[] = [
  ['29.1981, 16.0010', 16.001, 29.1981],
  ['29.1981 16.001', 16.001, 29.1981],
  ['16.001E 29.1981N', 16.001, 29.1981],
  ['N 29.1981, E 16.001', 16.001, 29.1981],
  ['29°11′53″ N, 16°00′04″ E', 16.0011, 29.1981],
  ['-33.25, -70.5', -70.5, -33.25],
  ['٢٩٫١٩٨١، ١٦٫٠٠١٠', 16.001, 29.1981],
  ['29.1981 ش، 16.001 ق', 16.001, 29.1981],
  ['33R WN 97313 30348', 16.001, 29.1981],
  ['33rwn9731330348', 16.001, 29.1981],
];

for (const [typed, lon, lat] of READ) {
  test(`“${typed}” is read`, () => {
    const found = parsePosition(typed);
    assert.ok(found);
    assert.ok(Math.abs(found[0] - lon) < 2e-4 && Math.abs(found[1] - lat) < 2e-4, String(found));
  });
}

for (const typed of ['', 'Jufra', '91, 0', '0, 181', '29.1981', '29°61′ N, 16° E', '1, 2, 3', '33R WN 9730 30153', '<b>1</b>, 2']) {
  test(`“${typed}” is not a position`, () => assert.equal(parsePosition(typed), null));
}

test('what is written is read back, in every notation', () => {
  const near: Readonly<Record<Notation, number>> = { decimal: 1e-4, dms: 2e-4, mgrs: 2e-5 };
  for (let lon = -179; lon <= 179; lon += 7.3) {
    for (let lat = -79; lat <= 83; lat += 6.1) {
      for (const notation of ['decimal', 'dms', 'mgrs'] as const) {
        const found = parsePosition(written([lon, lat], notation));
        assert.ok(found, `${lon} ${lat} ${notation}`);
        const off = Math.hypot((found[0] - lon) * Math.cos((lat * Math.PI) / 180), found[1] - lat);
        assert.ok(off < near[notation], `${written([lon, lat], notation)} is ${off} off`);
      }
    }
  }
});
