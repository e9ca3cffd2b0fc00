import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Ground } from '../../src/map/ground';
import { worldCopies } from '../../src/map/ground-brush';
import { anchors, areaOf, follow, pieces, shapeOf, shapesOf } from '../../src/map/ground-geometry';
import { spacingAt } from '../../src/map/ground-graticule';
import { broken, groundLabels, namesOf } from '../../src/map/ground-labels';
import { dotsIn, townBoxes, townsOf } from '../../src/map/ground-towns';
import { projected, unprojected, zoomScale } from '../../src/map/projection';
import { createFrame, type Frame } from '../../src/map/sheet';

import light from '../../../themes/light.json';

/** A square of two degrees round a middle, as whole hundredths of degrees, closed. */
const square = (lon: number, lat: number) => [lon * 100 - 100, lat * 100 - 100, 200, 0, 0, 200, -200, 0, 0, -200];

const GROUND: Ground = {
  format: 'libyamap-basemap/1',
  scale: 100,
  countries: [
    { iso: 'LY', name: { en: 'Libya', ar: 'ليبيا' }, label: [1700, 2700], minZoom: 4, rings: [square(17, 27)] },
    { iso: 'XX', name: { en: 'Elsewhere', ar: 'مكان آخر' }, label: [2200, 2700], minZoom: 5, rings: [square(22, 27)] },
  ],
  coast: [[1600, 2600, 200, 0]],
  borders: [
    { disputed: false, libya: true, line: [1800, 2600, 0, 200] },
    { disputed: true, libya: false, line: [2100, 2600, 0, 200] },
    { disputed: false, libya: false, line: [2300, 2600, 0, 200] },
  ],
  districts: [{ id: 'jufra', name: { en: 'Jufra', ar: 'الجفرة' }, label: [1650, 2750], minZoom: 6 }],
  districtLines: [[1700, 2600, 0, 200]],
  cities: [
    { name: { en: 'Tripoli', ar: 'طرابلس' }, at: [1710, 2710], rank: 1, minZoom: 3, capital: true, iso: 'LY' },
    { name: { en: 'Village', ar: 'قرية' }, at: [1650, 2650], rank: 5, minZoom: 8, capital: false, iso: 'LY' },
  ],
  seas: [{ id: 'sea', name: { en: 'Sea', ar: 'بحر' }, label: [1700, 2840], minZoom: 4 }],
};

const NAMES = namesOf(GROUND, shapesOf(GROUND));

/** A frame of 800 by 600 pixels round a position, with a margin of 100. */
function frameAt(zoom: number, lon = 17, lat = 27): Frame {
  const { x, y } = projected([lon, lat]);
  const scale = zoomScale(zoom);
  return createFrame(zoom, { x: x * scale - 500, y: y * scale - 400 }, { x: 100, y: 100, width: 800, height: 600 });
}

const texts = (frame: Frame, lang: 'en' | 'ar') => groundLabels(NAMES, frame, lang, light).map((label) => label.lines.map((line) => line.text).join(' '));

test('a packed ring comes out where its vertices are', () => {
  const { xy, box } = shapeOf(square(17, 27), 100);
  const [lon, lat] = unprojected({ x: xy[4] as number, y: xy[5] as number });
  assert.ok(Math.abs(lon - 18) < 1e-9 && Math.abs(lat - 28) < 1e-9);
  assert.ok(Math.abs(box.width - (2 / 360) * 256) < 1e-9);
});

test('the ground is sorted into what is painted in its own way', () => {
  const shapes = shapesOf(GROUND);
  assert.deepEqual(
    [shapes.land, shapes.libya, shapes.borders, shapes.disputed, shapes.libyaBorder].map((kind) => kind.length),
    [1, 1, 1, 1, 1],
  );
});

test('followed coarsely a line drops what lies close together but keeps its ends', () => {
  const line = shapeOf([0, 0, ...Array.from({ length: 99 }, () => [1, 0]).flat()], 100);
  const followed = (least: number) => {
    const points: number[] = [];
    const pen = (x: number, y: number) => points.push(x, y);
    follow(line, least, { moveTo: pen, lineTo: pen });
    return points;
  };
  const few = followed(0.1);
  assert.ok(few.length < line.xy.length / 5);
  assert.deepEqual([few[0], few.at(-2)], [line.xy[0], line.xy.at(-2)]);
  assert.deepEqual(followed(0), [...line.xy]);
});

test('the pieces of a long line meet, and no vertex is lost', () => {
  const line = shapeOf([0, 0, ...Array.from({ length: 700 }, () => [1, 1]).flat()], 100);
  const parts = pieces(line);
  assert.ok(parts.length > 2);
  assert.equal(parts.reduce((sum, { xy }) => sum + xy.length / 2 - 1, 1), 701);
  parts.slice(1).forEach((part, index) => assert.equal(part.xy[0], parts[index]?.xy.at(-2)));
});

test("a country's name may stand only inside it, first of all near its own spot", () => {
  const ring = shapeOf([0, 0, 1000, 0, 0, 1000, -200, 0, 0, -800, -800, 0], 100);
  const found = anchors(ring, projected([9, 8]));
  assert.ok(found.length > 20);
  for (const { x, y } of found) {
    const [lon, lat] = unprojected({ x, y });
    assert.ok(lon > 0 && lon < 10 && lat > 0 && lat < 10 && (lat < 2 || lon > 8), `${lon} ${lat} is outside`);
  }
  const [lon, lat] = unprojected(found[0] ?? { x: 0, y: 0 });
  assert.ok(Math.hypot(lon - 9, lat - 8) < 1);
  assert.ok(areaOf(ring) > 0);
});

test('names are in the language of the reader', () => {
  assert.deepEqual(texts(frameAt(7), 'en').sort(), ['ELSEWHERE', 'JUFRA', 'LIBYA', 'Sea', 'Tripoli']);
  assert.deepEqual(texts(frameAt(7), 'ar').sort(), ['الجفرة', 'بحر', 'طرابلس', 'ليبيا', 'مكان آخر']);
});

test('names come with the zoom: Libya always, villages late, districts from zoom 7', () => {
  assert.deepEqual(texts(frameAt(2), 'en'), ['LIBYA']);
  assert.ok(!texts(frameAt(6.5), 'en').includes('JUFRA'));
  assert.ok(!texts(frameAt(7.5), 'en').includes('Village'));
  assert.ok(texts(frameAt(8), 'en').includes('Village'));
  assert.ok(!texts(frameAt(8), 'en').includes('LIBYA'), 'inside Libya its name says nothing');
});

test('the ids of labels are unique, so that each keeps its side', () => {
  for (const zoom of [1, 2, 7]) {
    const ids = groundLabels(NAMES, frameAt(zoom), 'en', light).map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
  }
});

test('where a country is seen only in part its name stands in that part', () => {
  const frame = frameAt(9, 23, 27);
  const label = groundLabels(NAMES, frame, 'en', light).find(({ id }) => id.startsWith('country:XX'));
  assert.ok(label);
  const { window } = frame;
  assert.ok(label.at.x > window.x && label.at.x < window.x + window.width);
});

test('a long name stands on two lines, a short one on one', () => {
  assert.deepEqual(broken('CENTRAL AFRICAN REPUBLIC'), ['CENTRAL AFRICAN', 'REPUBLIC']);
  assert.deepEqual(broken('SOUTH SUDAN'), ['SOUTH SUDAN']);
  assert.deepEqual(broken('LIECHTENSTEINISCH'), ['LIECHTENSTEINISCH']);
});

test('names are asked to spare the dots that are shown, and no others', () => {
  const towns = townsOf(GROUND);
  assert.equal(townBoxes(dotsIn(frameAt(7), towns)).length, 1);
  const frame = frameAt(8);
  const dots = dotsIn(frame, towns);
  assert.equal(dots.length, 2);
  const at = frame.project([17.1, 27.1]);
  const [box] = townBoxes(dots);
  assert.ok(box && box.x < at.x && at.x < box.x + box.width && box.y < at.y && at.y < box.y + box.height);
});

test('the world goes on at the antimeridian, both ways', () => {
  assert.deepEqual(worldCopies(frameAt(7)), [0]);
  assert.deepEqual(worldCopies(frameAt(7, 180)), [0, 1]);
  assert.deepEqual(worldCopies(frameAt(7, -180)), [-1, 0]);
  assert.ok(worldCopies(frameAt(0)).length >= 4);
});

test('the graticule grows finer with the zoom', () => {
  const spacings = [1, 3, 5, 7, 8, 9].map(spacingAt);
  assert.deepEqual([...spacings].sort((a, b) => b - a), spacings);
});
