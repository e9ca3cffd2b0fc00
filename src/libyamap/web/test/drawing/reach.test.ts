/** Radii end before a pole, from wherever they come. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { LonLat } from '../../src/document';
import { MOST_RADIUS } from '../../src/drawing/model';
import { linesOf } from '../../src/drawing/picture';
import { reachOf, withinReach } from '../../src/drawing/reach';
import { regionOf } from '../../src/drawing/region';
import { drawing, SIRTE } from './some';

const NORTH: LonLat = [20, 80];
const DEGREE = 111_694;

test('a radius reaches as far as a pole is away', () => {
  assert.ok(Math.abs(reachOf({ paths: [[NORTH]] }) - 10 * DEGREE) < 3000);
  assert.ok(Math.abs(reachOf({ paths: [[[20, -80]]] }) - 10 * DEGREE) < 3000);
  assert.ok(reachOf({ paths: [[SIRTE]] }) > 6_000_000);
  assert.ok(reachOf({ paths: [[SIRTE, NORTH]] }) < 10 * DEGREE);
  assert.ok(reachOf({ paths: [[[0, 0]]] }) <= MOST_RADIUS);
});

test('what would go round a pole is cut to what does not, and rings that become one are one', () => {
  const rings = drawing({ shape: 'rings', role: 'measure', paths: [[NORTH]], radii: [50_000, 3_000_000, 4_000_000] });
  assert.deepEqual(withinReach(rings).radii, [50_000, reachOf(rings)]);
  const near = drawing({ shape: 'circle', paths: [[SIRTE]], radii: [50_000] });
  assert.equal(withinReach(near), near);
});

test('no outline goes once round the world, even where an address asks for one', () => {
  const wide = (longitudes: readonly number[]) => Math.max(...longitudes) - Math.min(...longitudes);
  for (const shape of ['circle', 'corridor'] as const) {
    const paths = [shape === 'circle' ? [NORTH] : [SIRTE, NORTH]];
    for (const ring of regionOf(drawing({ shape, paths, radii: [5_000_000] }))?.rings ?? []) assert.ok(wide(ring.map(([lon]) => lon)) < 360);
  }
  const { closed } = linesOf(drawing({ shape: 'rings', role: 'measure', paths: [[NORTH]], radii: [50_000, 5_000_000] }));
  for (const line of closed) assert.ok(wide(line.map(({ x }) => x)) < 256);
});
