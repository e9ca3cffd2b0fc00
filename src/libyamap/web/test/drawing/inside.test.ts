/** What is inside a selection, certainly or possibly, and that the fast way finds what the plain one finds. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { Feature, LonLat, Place } from '../../src/document';
import { circle, leg } from '../../src/drawing/geodesy';
import { heldBy, insideOf, narrowed } from '../../src/drawing/inside';
import type { Drawing } from '../../src/drawing/model';
import { regionOf } from '../../src/drawing/region';
import { createSieve, type Rule } from '../../src/drawing/sieve';
import type { Lookup } from '../../src/lookup';
import type { Drawn } from '../../src/selection';
import { drawing, JUFRA, seeded, SIRTE } from './some';

const places = new Map<string, Place>();
const lookup = { places } as unknown as Lookup;

function place(id: string, point: LonLat, more: Partial<Place> = {}): void {
  const radius = more.radius ?? null;
  const outline = radius === null ? null : [[[...circle(point, radius)]]];
  places.set(id, { id, point, precision: 'locality', radius, outline, ...more } as unknown as Place);
}

place('sirte', SIRTE, { radius: 3000 });
place('jufra', JUFRA, { radius: 1500 });
place('spot', SIRTE);
place('libya', [17, 27], { precision: 'country' });
place('south', [14.5, 26.5], { precision: 'area', outline: [[[[12, 25], [17, 25], [17, 28], [12, 28], [12, 25]]]] });

const at = (id: string, more: Partial<Feature> = {}) => ({ id, place: id, line: null, origin: null, destination: null, about: [], ...more }) as unknown as Feature;
const round = (centre: LonLat, radius: number, more: Partial<Drawing> = {}) => drawing({ shape: 'circle', role: 'selection', paths: [[centre]], radii: [radius], ...more });
const box = (west: number, south: number, east: number, north: number) => drawing({ shape: 'rectangle', role: 'selection', paths: [[[west, south], [east, north]]] });
const judged = (one: Drawing, id: string) => insideOf(one, at(id), lookup);

test('a place is certainly inside where all of its radius is, possibly where some of it is', () => {
  assert.equal(judged(round(SIRTE, 10_000), 'sirte'), 'certain');
  assert.equal(judged(round(SIRTE, 1000), 'sirte'), 'possible');
  assert.equal(judged(round([16.62, 31.2089], 3500), 'sirte'), 'possible');
  assert.equal(judged(round([17.5, 31.2089], 10_000), 'sirte'), null);
  assert.equal(judged(round(SIRTE, 1000), 'spot'), 'certain');
});

test('an area is certainly inside only as a whole, and a country never', () => {
  assert.equal(judged(box(11, 24, 18, 29), 'south'), 'certain');
  assert.equal(judged(box(13, 26, 14, 27), 'south'), 'possible');
  assert.equal(judged(box(10, 26, 20, 26.5), 'south'), 'possible');
  assert.equal(judged(box(18, 24, 19, 29), 'south'), null);
  assert.equal(judged(box(0, 0, 60, 60), 'libya'), 'possible');
});

test('what lies in a hole is outside, and what a hole is cut out of only possibly inside', () => {
  const holed = (hole: LonLat[]) => drawing({ shape: 'polygon', role: 'selection', paths: [[[10, 20], [20, 20], [20, 35], [10, 35]], hole] });
  assert.equal(judged(holed([[16, 31], [17, 31], [17, 32], [16, 32]]), 'sirte'), null);
  assert.equal(judged(holed([[14, 26], [15, 26], [15, 27], [14, 27]]), 'south'), 'possible');
  assert.equal(judged(holed([[18, 31], [19, 31], [19, 32], [18, 32]]), 'south'), 'certain');
});

test('a movement is inside by its line; one whose other end is not known, never for certain', () => {
  const line = [SIRTE, [16.3, 30.2], JUFRA] as LonLat[];
  const move = at('move', { place: null, line, origin: 'sirte', destination: 'jufra' });
  assert.equal(insideOf(box(15, 29, 18, 32), move, lookup), 'certain');
  assert.equal(insideOf(box(15, 31, 18, 32), move, lookup), 'possible');
  assert.equal(insideOf(box(15, 29.5, 18, 29.6), move, lookup), 'possible');
  assert.equal(insideOf(box(18, 29, 19, 32), move, lookup), null);
  assert.equal(insideOf(box(15, 31, 18, 32), at('half', { place: null, destination: 'sirte' }), lookup), 'possible');
  assert.equal(insideOf(box(0, 0, 60, 60), at('nowhere', { place: null, about: ['sirte'] }), lookup), null);
});

test('a corridor holds what is no farther from its line than half its width', () => {
  const corridor = drawing({ shape: 'corridor', role: 'selection', paths: [[SIRTE, JUFRA, [20, 29]]], radii: [20_000] });
  const region = regionOf(corridor);
  assert.ok(region);
  const next = seeded(3);
  const samples = [[SIRTE, JUFRA], [JUFRA, [20, 29]]].flatMap(([a, b]) =>
    Array.from({ length: 60 }, (_, n) => [(a as LonLat)[0] + (((b as LonLat)[0] - (a as LonLat)[0]) * n) / 59, (a as LonLat)[1] + (((b as LonLat)[1] - (a as LonLat)[1]) * n) / 59] as LonLat),
  );
  for (let n = 0; n < 400; n++) {
    const point: LonLat = [15 + 6 * next(), 28.5 + 3 * next()];
    const far = Math.min(...samples.map((sample) => leg(sample, point).metres));
    if (far < 17_000) assert.ok(region.sieve.has(...point), `${point} lies ${far} m from the line`);
    if (far > 24_000) assert.ok(!region.sieve.has(...point), `${point} lies ${far} m from the line`);
  }
  assert.equal(judged(corridor, 'jufra'), 'certain');
});

test('what is certainly inside is listed first, and only what is inside is left where that is wanted', () => {
  const drawn = ['south', 'sirte', 'jufra'].map((id) => ({ feature: at(id) }) as unknown as Drawn);
  const some = box(15, 26, 18, 32);
  assert.deepEqual(heldBy(some, drawn, lookup).map(({ drawn: { feature }, inside }) => [feature.id, inside]), [['sirte', 'certain'], ['jufra', 'certain'], ['south', 'possible']]);
  assert.equal(narrowed(drawn, [some], lookup), drawn);
  assert.deepEqual(narrowed(drawn, [{ ...round(SIRTE, 9000), only: true }], lookup).map(({ feature }) => feature.id), ['sirte']);
  assert.deepEqual(narrowed(drawn, [{ ...round(SIRTE, 9000), only: true }, { ...round(JUFRA, 9000), only: true }], lookup).length, 2);
});

test('a selection over the antimeridian holds what lies on either side of it', () => {
  const region = regionOf(box(170, -10, -170, 10));
  assert.ok(region?.sieve.has(179, 0));
  assert.ok(region?.sieve.has(-179, 0));
  assert.ok(!region?.sieve.has(0, 0));
});

/** The winding number by the textbook, edge by edge. */
function winding(ring: readonly LonLat[], [x, y]: LonLat): number {
  let turns = 0;
  ring.forEach(([x2, y2], index) => {
    const [x1, y1] = ring.at(index - 1) as LonLat;
    const left = (x2 - x1) * (y - y1) - (x - x1) * (y2 - y1);
    if (y1 <= y && y2 > y && left > 0) turns++;
    if (y1 > y && y2 <= y && left < 0) turns--;
  });
  return turns;
}

for (const rule of ['evenodd', 'nonzero'] as const satisfies readonly Rule[]) {
  test(`points are found by the ${rule} rule as one would find them edge by edge`, () => {
    const next = seeded(99);
    for (let round = 0; round < 30; round++) {
      const rings = Array.from({ length: 1 + Math.floor(next() * 3) }, () => Array.from({ length: 3 + Math.floor(next() * 40) }, () => [60 * next() - 30, 40 * next() - 20] as LonLat));
      const points = Array.from({ length: 400 }, () => [70 * next() - 35, 50 * next() - 25] as LonLat);
      const expected = points.flatMap((point, index) => {
        const turns = rings.reduce((sum, ring) => sum + winding(ring, point), 0);
        return (rule === 'nonzero' ? turns !== 0 : turns % 2 !== 0) ? [index] : [];
      });
      const sieve = createSieve(rings, rule);
      assert.deepEqual([...sieve.select(Float64Array.from(points, ([lon]) => lon), Float64Array.from(points, ([, lat]) => lat))], expected);
      assert.deepEqual(points.flatMap((point, index) => (sieve.has(...point) ? [index] : [])), expected);
    }
  });
}
