/** Drawings to a file and back, what is inside as a table, and what files that are wrong are told. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { Feature } from '../../src/document';
import { settled } from '../../src/drawing/codec';
import type { Held } from '../../src/drawing/inside';
import { MOST_DRAWINGS, type Drawing } from '../../src/drawing/model';
import { drawingsOf, FileProblem, MOST_BYTES, readDrawings } from '../../src/drawing/reading';
import { drawingsFile, heldCsv, heldGeoJson } from '../../src/drawing/writing';
import type { Lookup } from '../../src/lookup';
import { anyDrawings, drawing, seeded, SIRTE } from './some';

/** Without ids, and with rings in an order of their own, as neither means anything. */
const anonymous = (drawings: readonly Drawing[]) =>
  drawings.map(({ id: _, ...rest }) => ({ ...rest, paths: [...rest.paths].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) }));
const blob = (content: string) => new Blob([content]);
const square = [[[10, 20], [11, 20], [11, 21], [10, 21], [10, 20]]];

test('drawings come back from their file as they were', async () => {
  const next = seeded(5);
  for (let round = 0; round < 60; round++) {
    const drawings = anyDrawings(next);
    if (drawings.length === 0) continue;
    const back = await readDrawings(blob(drawingsFile(drawings)), 'note');
    assert.deepEqual(anonymous(back.map((one) => settled({ ...one, id: '00' }))), anonymous(drawings));
  }
});

test('holes stay in the polygon that they are cut out of, also on an island in a lake', () => {
  const box = (from: number, to: number) => [[from, from], [to, from], [to, to], [from, to]] as const;
  const rings = [box(1, 9), box(20, 30), box(0, 10), box(3, 4)];
  const { features } = JSON.parse(drawingsFile([drawing({ shape: 'polygon', paths: rings })])) as { features: { geometry: { type: string; coordinates: number[][][][] } }[] };
  const geometry = features[0]?.geometry;
  assert.equal(geometry?.type, 'MultiPolygon');
  assert.deepEqual(geometry?.coordinates.map((polygon) => polygon.map((ring) => ring[0]?.[0])), [[20], [0, 1], [3]]);
});

test('outlines of others are selections, their points and lines are not', () => {
  const outline = { type: 'Feature', properties: { name: 'An outline', description: 'x' }, geometry: { type: 'MultiPolygon', coordinates: [square, square] } };
  const point = { type: 'Feature', properties: null, geometry: { type: 'Point', coordinates: [...SIRTE, 12] } };
  const all = { type: 'FeatureCollection', features: [outline, point, { type: 'Feature', properties: {}, geometry: null }] };
  const [selection, ...none] = drawingsOf(all, 'selection');
  assert.deepEqual([selection?.role, selection?.name, selection?.paths.length, none.length], ['selection', 'An outline', 2, 0]);
  assert.deepEqual(selection?.paths[0]?.length, 4);
  assert.deepEqual(drawingsOf(all, 'note').map(({ shape, role }) => [shape, role]), [['polygon', 'note'], ['point', 'note']]);
  assert.equal(drawingsOf({ type: 'Polygon', coordinates: square }, 'selection').length, 1);
});

test('a file that claims to be a drawing, but does not fit, is read by its geometry', () => {
  const feature = (properties: object) => ({ type: 'Feature', properties, geometry: { type: 'Point', coordinates: [...SIRTE] } });
  for (const properties of [{ shape: 'circle', role: 'selection', radii: [-5] }, { shape: 'circle', role: 'measure', radii: [5] }, { shape: 'corridor', role: 'selection', radii: [5] }, { shape: 'constructor', role: 'note' }]) {
    assert.deepEqual(drawingsOf(feature(properties), 'note').map(({ shape, radii }) => [shape, radii]), [['point', []]]);
  }
});

const many = { type: 'FeatureCollection', features: Array.from({ length: MOST_DRAWINGS + 1 }, () => ({ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [1, 2] } })) };
const wrong: readonly (readonly [string, string])[] = [
  ['', 'empty'],
  ['{"type": ', 'json'],
  ['[1, 2]', 'not-geojson'],
  ['{"type": "Topology"}', 'not-geojson'],
  ['null', 'not-geojson'],
  ['{"type": "FeatureCollection", "features": []}', 'nothing'],
  ['{"type": "Polygon", "coordinates": [[[500000, 3400000], [500001, 3400000], [500001, 3400001], [500000, 3400000]]]}', 'degrees'],
  ['{"type": "Polygon", "coordinates": [[[1, 2], [3, 4]]]}', 'geometry'],
  ['{"type": "Point", "coordinates": ["a", 2]}', 'geometry'],
  ['{"type": "LineString", "coordinates": 5}', 'geometry'],
  ['{"type": "Circle", "coordinates": [1, 2]}', 'geometry'],
  ['{"type": "Point", "crs": {"type": "name", "properties": {"name": "EPSG:32633"}}, "coordinates": [1, 2]}', 'crs'],
  ['PK\u0003\u0004', 'zipped'],
  ['<!DOCTYPE x [<!ENTITY a "b">]><kml/>', 'entities'],
  [JSON.stringify(many), 'too-many'],
  ['x'.repeat(MOST_BYTES + 1), 'too-large'],
];

for (const [content, problem] of wrong) {
  test(`of a file that is wrong one is told what: ${problem}, “${content.slice(0, 40)}”`, async () => {
    await assert.rejects(readDrawings(blob(content), 'note'), (error) => error instanceof FileProblem && error.key === `web.drawing.file.${problem}`);
  });
}

test('other encodings than UTF-8 are named, not guessed', async () => {
  const bytes = new Blob([Uint8Array.of(0x22, 0xc7, 0xe1, 0xe1, 0x22)]);
  await assert.rejects(readDrawings(bytes, 'note'), (error) => error instanceof FileProblem && error.key === 'web.drawing.file.encoding');
});

test('outlines without an area are no selection', () => {
  assert.throws(() => drawingsOf({ type: 'Point', coordinates: [1, 2] }, 'selection'), (error) => error instanceof FileProblem && error.key === 'web.drawing.file.no-area');
});

test('no cell of a table is a formula', () => {
  const feature = { id: 'a', title: { en: '=HYPERLINK("x")', ar: ' +1' }, layer: '@sum', kind: '-2', place: null, origin: null, destination: null, when: null, actors: [], line: null } as unknown as Feature;
  const held = [{ inside: 'possible', drawn: { feature, assertion: 'stated', claims: ['x'] } }] as unknown as Held[];
  const lookup = { places: new Map() } as unknown as Lookup;
  const csv = heldCsv(held, lookup);
  assert.ok(csv.startsWith('\ufeffid,inside,'));
  const [, row = ''] = csv.split('\r\n');
  assert.ok(row.startsWith(`a,possibly,' +1,"'=HYPERLINK(""x"")",'@sum,'-2,`), row);
  const json = JSON.parse(heldGeoJson(held, lookup, { digest: 'd' } as never)) as { digest: string; features: unknown[] };
  assert.deepEqual([json.digest, json.features.length], ['d', 1]);
});
