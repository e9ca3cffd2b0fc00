/** Overlays as the server packs them: unpacked, timed, picked, and written as GeoJSON. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { projected } from '../../src/map/projection';
import { LINE, POINT, Refusal, RING, unpacked, type Overlay } from '../../src/overlays/overlay';
import { rowAt } from '../../src/overlays/picking';
import { asGeoJson, savedName } from '../../src/overlays/saving';
import { CERTAIN, HIDDEN, POSSIBLE, shownOf, standing } from '../../src/overlays/window';
import { FIRST_DAY, LAST_DAY } from '../../src/interval';

type Chain = readonly [owner: number, kind: number, positions: readonly (readonly [number, number])[]];

const SQUARE: Chain = [2, RING, [[10, 20], [14, 20], [14, 24], [10, 24], [10, 20]]];
const HOLE: Chain = [2, RING, [[11, 21], [13, 21], [13, 23], [11, 23], [11, 21]]];
const CHAINS: readonly Chain[] = [[0, POINT, [[13, 32]]], [1, LINE, [[15, 30], [17, 30]]], SQUARE, HOLE];

/** What the server would send of a point, a line and a square with a hole; days 100, 0 to 200, and none. */
function sent(head: object = {}): ArrayBuffer {
  const positions = CHAINS.flatMap(([, , listed]) => listed.flat());
  const starts = CHAINS.reduce((all, [, , listed]) => [...all, (all.at(-1) ?? 0) + listed.length], [0]);
  const arrays: [string, string, Float64Array | Uint32Array | Int32Array | Uint8Array][] = [
    ['positions', 'f8', Float64Array.from(positions)],
    ['anchors', 'f8', Float64Array.from([13, 32, 16, 30, 10.5, 22])],
    ['starts', 'u4', Uint32Array.from(starts)],
    ['owners', 'u4', Uint32Array.from(CHAINS.map(([owner]) => owner))],
    ['rows', 'u4', Uint32Array.from([1, 2, 4])],
    ['days', 'i4', Int32Array.from([100, 100, 100, 100, 0, 200, 0, 200, FIRST_DAY, LAST_DAY, FIRST_DAY, LAST_DAY])],
    ['kinds', 'u1', Uint8Array.from(CHAINS.map(([, kind]) => kind))],
  ];
  let offset = 0;
  const listed = arrays.map(([name, type, values]) => {
    const entry = { name, type, offset, length: values.length };
    offset += values.byteLength;
    return entry;
  });
  const written = new TextEncoder().encode(JSON.stringify({ file: 'a: b.csv', shown: 3, columns: ['name'], cells: [['أ', '', 'c']], arrays: listed, ...head }));
  const filled = written.length + ((8 - ((written.length + 4) % 8)) % 8);
  const bytes = new Uint8Array(4 + filled + offset).fill(32, 4, 4 + filled);
  new DataView(bytes.buffer).setUint32(0, filled, true);
  bytes.set(written, 4);
  arrays.forEach(([, , values], at) => bytes.set(new Uint8Array(values.buffer), 4 + filled + (listed[at]?.offset ?? 0)));
  return bytes.buffer;
}

const whole = () => new Uint8Array(3).fill(CERTAIN);

function at(overlay: Overlay, lon: number, lat: number, states = whole()) {
  return rowAt(overlay, states, { ...projected([lon, lat]), point: 0.1, line: 0.1 });
}

test('a refusal is thrown with its sentence', () => {
  assert.throws(() => unpacked(sent({ error: { ar: 'لا', en: 'no' } })), (problem: unknown) => problem instanceof Refusal && problem.text.ar === 'لا');
});

test('what lies at a spot is the point, the line, or the area around it but for its hole', () => {
  const overlay = unpacked(sent());
  assert.deepEqual(at(overlay, 13.05, 32), { row: 0, isArea: false });
  assert.deepEqual(at(overlay, 16, 30.05), { row: 1, isArea: false });
  assert.deepEqual(at(overlay, 10.5, 22), { row: 2, isArea: true });
  assert.equal(at(overlay, 12, 22), null);
  assert.equal(at(overlay, 20, 22), null);
});

test('what is hidden lies nowhere', () => {
  assert.equal(at(unpacked(sent()), 13, 32, new Uint8Array(3)), null);
});

test('rows meet the interval as features do, and those without a date only possibly', () => {
  const overlay = unpacked(sent());
  const window = { first: 150, last: 160, certainOnly: false };
  assert.deepEqual([...standing(overlay, window)], [HIDDEN, POSSIBLE, POSSIBLE]);
  assert.deepEqual([...standing(overlay, { ...window, certainOnly: true })], [HIDDEN, HIDDEN, HIDDEN]);
  assert.equal(shownOf(standing(overlay, { first: FIRST_DAY, last: LAST_DAY, certainOnly: true })), 3);
  assert.equal(shownOf(standing({ ...overlay, days: null }, window)), 3);
});

test('an overlay is saved as GeoJSON with all that it holds', () => {
  const overlay = unpacked(sent());
  const saved = JSON.parse(asGeoJson(overlay)) as { features: { geometry: unknown; properties: unknown }[] };
  assert.deepEqual(saved.features[0], { type: 'Feature', geometry: { type: 'Point', coordinates: [13, 32] }, properties: { name: 'أ' } });
  assert.deepEqual(saved.features[1]?.properties, { name: null });
  assert.deepEqual(saved.features[2]?.geometry, { type: 'Polygon', coordinates: [SQUARE[2], HOLE[2]] });
  assert.equal(savedName(overlay), 'b.geojson');
});
