import assert from 'node:assert/strict';
import { test } from 'node:test';
import { course, LAST_LATITUDE, pixelsPerMetre, projected, unprojected, WORLD } from '../../src/map/projection';

const near = (value: number, wanted: number, most = 1e-9) => assert.ok(Math.abs(value - wanted) < most, `${value} is not ${wanted}`);

test('null island is the middle of the world', () => {
  const { x, y } = projected([0, 0]);
  near(x, WORLD / 2);
  near(y, WORLD / 2);
});

test('the world is square: its corners are the antimeridian and the last latitude', () => {
  const { x, y } = projected([-180, LAST_LATITUDE]);
  near(x, 0);
  near(y, 0, 1e-6);
  near(projected([180, -LAST_LATITUDE]).y, WORLD, 1e-6);
});

test('Tripoli lies where EPSG:3857 has it', () => {
  // The projection in metres, by the other of its two usual formulas.
  const radius = 6_378_137;
  const [lon, lat] = [13.1913, 32.8872].map((degrees) => (degrees * Math.PI) / 180) as [number, number];
  const [east, north] = [radius * lon, radius * Math.log(Math.tan(Math.PI / 4 + lat / 2))];
  const metres = 2 * Math.PI * radius;
  const { x, y } = projected([13.1913, 32.8872]);
  near(x, WORLD * (0.5 + east / metres));
  near(y, WORLD * (0.5 - north / metres));
});

test('a position comes back from its pixels', () => {
  for (const position of [[13.19, 32.89], [-179.9, -60], [21.19, 31.998], [190, 70]] as const) {
    const [lon, lat] = unprojected(projected(position));
    near(lon, position[0]);
    near(lat, position[1]);
  }
});

test('the pole is drawn on the edge of the world', () => {
  near(projected([0, 90]).y, projected([0, LAST_LATITUDE]).y);
});

test('a course is the great circle: along the equator, and over the pole', () => {
  const degree = (Math.PI / 180) * 6371.0088;
  const east = course([0, 0], [1, 0]);
  near(east.km, degree, 1e-6);
  near(east.bearing, 90);
  const north = course([0, 80], [180, 80]);
  near(north.km, 20 * degree, 1e-6);
  near(north.bearing, 0);
  near(course([10, 30], [9, 30]).bearing, 270.25, 0.01);
});

test('a metre takes more pixels away from the equator', () => {
  near(pixelsPerMetre(0) * 2 * Math.PI * 6_378_137, WORLD);
  near(pixelsPerMetre(60), 2 * pixelsPerMetre(0));
});
