/** Drawing step by step, handles, and radii as they are typed. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { LonLat } from '../../src/document';
import { dragged, handlesOf, without } from '../../src/drawing/edit';
import { leg } from '../../src/drawing/geodesy';
import { areaWords, bearingWords, distanceWords, parseRadii, writtenRadii } from '../../src/drawing/measures';
import { begun, clicked, finished, isEnough, isFull, pointed, preview, toolOf, undone, TOOLS, type ToolName } from '../../src/drawing/tools';
import { speech } from '../../src/i18n';
import { drawing, JUFRA, SIRTE } from './some';

const apart = () => false;
const drawn = (tool: ToolName, ...points: LonLat[]) => points.reduce((draft, point) => clicked(draft, point, apart), begun(toolOf(tool), 50_000));
const MOST = 10_000_000;

test('every tool draws something once it has enough positions, and nothing before', () => {
  const way: LonLat[] = [SIRTE, JUFRA, [18, 30], [19, 31]];
  for (const { id, shape, role } of TOOLS) {
    let draft = begun(toolOf(id), 50_000);
    assert.equal(finished(draft), null);
    for (const point of way) if (!isEnough(draft)) draft = clicked(draft, point, apart);
    const made = finished(draft);
    assert.deepEqual([made?.shape, made?.role], [shape, role]);
  }
});

test('a circle reaches to its second position, rings are three of the radius that suits', () => {
  const circle = drawn('select-circle', SIRTE, JUFRA);
  assert.ok(isFull(circle));
  assert.deepEqual(finished(circle)?.radii, [leg(SIRTE, JUFRA).metres]);
  assert.deepEqual(finished(drawn('measure-rings', SIRTE))?.radii, [50_000, 100_000, 150_000]);
});

test('a double click sets one position, and the last can be taken back', () => {
  const draft = clicked(drawn('measure-distance', SIRTE, JUFRA), JUFRA, () => true);
  assert.equal(draft.points.length, 2);
  assert.deepEqual(undone(draft).points, [SIRTE]);
  assert.ok(!isEnough(undone(draft)));
});

test('what is drawn is seen with the position of the pointer', () => {
  assert.equal(preview(begun(toolOf('select-polygon'), 1)), null);
  const draft = pointed(drawn('select-polygon', SIRTE, JUFRA), [18, 30]);
  assert.deepEqual([preview(draft)?.shape, preview(draft)?.paths[0]?.length], ['polygon', 3]);
  assert.equal(preview(pointed(drawn('select-polygon', SIRTE), JUFRA))?.shape, 'line');
});

test('handles move positions, corners, radii, and add a position between two', () => {
  const polygon = drawing({ shape: 'polygon', paths: [[[0, 0], [2, 0], [2, 2]]] });
  const [first, , , between] = handlesOf(polygon);
  assert.ok(first && between);
  assert.deepEqual(dragged(polygon, first, [5, 5]).paths, [[[5, 5], [2, 0], [2, 2]]]);
  const more = dragged(polygon, between, [1, -1]);
  assert.deepEqual(more.paths, [[[0, 0], [1, -1], [2, 0], [2, 2]]]);
  const added = handlesOf(more)[1];
  assert.ok(added);
  assert.deepEqual(without(more, added), polygon);
  assert.equal(without(polygon, first), polygon);
  const rectangle = drawing({ shape: 'rectangle', paths: [[[0, 0], [2, 1]]] });
  const corner = handlesOf(rectangle)[1];
  assert.ok(corner);
  assert.deepEqual(dragged(rectangle, corner, [3, -1]).paths, [[[3, -1], [0, 1]]]);
  const circle = drawing({ shape: 'circle', paths: [[SIRTE]], radii: [1000] });
  const radius = handlesOf(circle).find(({ sort }) => sort === 'radius');
  assert.ok(radius);
  assert.deepEqual(dragged(circle, radius, JUFRA).radii, [leg(SIRTE, JUFRA).metres]);
});

test('radii are read in kilometres, nautical miles and metres, in either script', () => {
  assert.deepEqual(parseRadii('50, 100 km; 30 NM، 800 m', MOST), [800, 50_000, 55_560, 100_000]);
  assert.deepEqual(parseRadii('٥٠، ١٠٠ كم، ٣٠ ميل بحري', MOST), [50_000, 55_560, 100_000]);
  assert.deepEqual(parseRadii('2.5, 2.5', MOST), [2500]);
  for (const wrong of ['', '-5', '0', 'x', '5 ly', '20000', '1e3', '5,,x']) assert.equal(parseRadii(wrong, MOST), null);
  assert.deepEqual(parseRadii(writtenRadii([800, 55_560]), MOST), [800, 55_560]);
});

test('measures are told in kilometres and nautical miles, with as many figures as are known', () => {
  const en = speech('en');
  assert.equal(distanceWords(229_978.5, en), '230 km · 124 NM');
  assert.equal(distanceWords(12_345, en), '12.3 km · 6.67 NM');
  assert.equal(distanceWords(800, en), '800 m · 0.43 NM');
  assert.equal(distanceWords(229_978.5, speech('ar')), '230 كم · 124 ميل بحري');
  assert.equal(areaWords(5_270_400_000, en), '5,270 km²');
  assert.equal(areaWords(900, en), '900 m²');
  assert.equal(bearingWords(7.4), '\u2066007°\u2069');
  assert.equal(bearingWords(359.8), '\u2066000°\u2069');
});
