/** Distances, bearings, areas: values of GeographicLib's own documentation and of pyproj's `Geod`. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { LonLat } from '../../src/document';
import { circle, curved, destination, leg, length, ringArea, straight } from '../../src/drawing/geodesy';
import { unrolled } from '../../src/drawing/longitudes';
import { areaOf, perimeterOf } from '../../src/drawing/region';
import { drawing, JUFRA, SIRTE } from './some';

/** By `pyproj.Geod(ellps='WGS84')`. */
const PROJ_METRES = 229978.5035;
const PROJ_BEARING = 194.3931612;
const PROJ_SQUARE = 12308463901.8;
/** Of the zone between two parallels, by its closed form. */
const ZONE = 4045842813735.2;

const near = (value: number, expected: number, most: number) => assert.ok(Math.abs(value - expected) <= most, `${value} is not ${expected}`);

test('the distance from Wellington to Salamanca is that of the documentation', () => {
  near(leg([174.81, -41.32], [-5.5, 40.96]).metres, 19_959_679.267, 0.001);
});

test('twenty thousand kilometres south-west of Perth lies where the documentation says', () => {
  const [lon, lat] = destination([115.74, -32.06], 225, 20_000_000);
  near(((lon + 540) % 360) - 180, -63.95925278, 1e-8);
  near(lat, 32.11195529, 1e-8);
});

test('from Sirte to Jufra it is as far, and in the direction, that PROJ says', () => {
  const { metres, bearing } = leg(SIRTE, JUFRA);
  near(metres, PROJ_METRES, 0.01);
  near(bearing, PROJ_BEARING, 1e-6);
  near(length([SIRTE, JUFRA, SIRTE]), 2 * PROJ_METRES, 0.02);
});

test('a square of one degree on the equator has the area that PROJ says', () => {
  near(ringArea([[0, 0], [1, 0], [1, 1], [0, 1]]) / PROJ_SQUARE, 1, 1e-5);
});

test('edges of an area follow parallels: a wide one is not that of its geodesics', () => {
  const wide: LonLat[] = [[0, 30], [40, 30], [40, 40], [0, 40]];
  // Between two parallels of the ellipsoid: 40 / 360 of the whole zone.
  near(ringArea(wide) / ZONE, 1, 1e-5);
});

test('every position of a circle is as far from its centre', () => {
  for (const position of circle(SIRTE, 250_000)) near(leg(SIRTE, position).metres, 250_000, 0.001);
  near((areaOf(drawing({ shape: 'circle', paths: [[SIRTE]], radii: [1000] })) ?? 0) / (Math.PI * 1e6), 1, 0.001);
  near(perimeterOf(drawing({ shape: 'circle', paths: [[SIRTE]], radii: [1000] })) / (2000 * Math.PI), 1, 0.001);
});

test('a hole is no area', () => {
  const outer: LonLat[] = [[0, 0], [2, 0], [2, 2], [0, 2]];
  const hole: LonLat[] = [[0.5, 0.5], [1, 0.5], [1, 1], [0.5, 1]];
  const area = areaOf(drawing({ shape: 'polygon', paths: [outer, hole] })) ?? 0;
  near(area, ringArea(outer) - ringArea(hole), 1);
});

test('a geodesic is drawn through positions that lie on it', () => {
  const path = curved([SIRTE, [37.6178, 55.752]]);
  assert.ok(path.length > 20);
  near(length(path), leg(SIRTE, [37.6178, 55.752]).metres, 0.1);
});

test('what crosses the antimeridian stays in one piece', () => {
  assert.deepEqual(unrolled([[170, 0], [-170, 0], [-160, 5]]).map(([lon]) => lon), [170, 190, 200]);
  const east = curved([[170, 10], [-170, 10]]);
  assert.ok(east.every(([lon], index) => index === 0 || Math.abs(lon - (east[index - 1]?.[0] ?? 0)) < 5));
  const ring = straight([[170, 0], [-170, 0], [-170, 5], [170, 5]]);
  assert.ok(ring.every(([lon]) => lon >= 170 && lon <= 190));
  near(ringArea([[170, 0], [-170, 0], [-170, 5], [170, 5]]) / ringArea([[0, 0], [20, 0], [20, 5], [0, 5]]), 1, 1e-9);
});
