import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LAST_LATITUDE, projected, unprojected, WORLD } from '../../src/map/projection';

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
