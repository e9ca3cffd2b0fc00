import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Document, Feature, Place } from '../../src/document';
import { featureLabels } from '../../src/map/feature-labels';
import { paintInLayers } from '../../src/map/layering';
import { createScene, type Stage } from '../../src/map/scene';
import type { Drawn } from '../../src/selection';
import { createStack } from '../../src/stack';

const area = (id: string, point: readonly [number, number]) => ({ id, point, precision: 'area', outline: [[[point]]], radius: null, name: { en: id, ar: id } }) as unknown as Place;
const places = new Map([area('south', [15, 26]), area('east', [22, 30])].map((place) => [place.id, place]));
const layers = ['wagner', 'east', 'meetings'].map((id) => ({ id, symbol: id, title: { en: id, ar: id } }));
const stage = {
  document: { layers } as unknown as Document,
  places,
  symbol: () => ({ shape: '', colour: { light: '#112233', dark: '#ddeeff' }, order: 50, hole: true }),
  outline: () => ({}) as Path2D,
} as unknown as Stage;

function presence(id: string, layer: string, place: string): Drawn {
  const feature = { id, layer, place, collection: 'presence', kind: 'forces', origin: null, destination: null, line: null } as unknown as Feature;
  return { feature, assertion: 'stated', age: 0, progress: 1, certain: true, claims: [] };
}

const drawn = [presence('a', 'wagner', 'south'), presence('b', 'east', 'east'), presence('c', 'wagner', 'east'), presence('d', 'meetings', 'south')];
const ids = (some: readonly Drawn[]) => some.map(({ feature }) => feature.id);
const sceneOf = (order: readonly string[]) => createScene(drawn, stage, createStack(order, []));

test('what is of the layer on top comes first at its place, and among areas wherever they are', () => {
  const own = sceneOf(['wagner', 'east', 'meetings']);
  assert.deepEqual(own.marks.map((mark) => ids(mark.drawn)), [['a', 'd'], ['c', 'b']]);
  assert.deepEqual(ids(own.areas.map((one) => one.drawn)), ['a', 'c', 'b', 'd']);
  const other = sceneOf(['meetings', 'east', 'wagner']);
  assert.deepEqual(other.marks.map((mark) => ids(mark.drawn)), [['d', 'a'], ['b', 'c']]);
  assert.deepEqual(ids(other.areas.map((one) => one.drawn)), ['d', 'b', 'a', 'c']);
});

test('layers are painted from the bottom up, and so is what one layer has', () => {
  const painted: string[] = [];
  paintInLayers({} as CanvasRenderingContext2D, createStack(['meetings', 'wagner', 'east'], []), {
    things: drawn,
    layerOf: ({ feature }) => feature.layer,
    isStrong: () => false,
    paint: (_, one) => painted.push(one.feature.id),
  });
  assert.deepEqual(painted, ['b', 'c', 'a', 'd']);
});

test('what is chosen is painted whole though its layer is not to be seen', () => {
  const painted: string[] = [];
  paintInLayers({} as CanvasRenderingContext2D, createStack(['wagner'], [['wagner', 0]]), {
    things: drawn.filter(({ feature }) => feature.layer === 'wagner'),
    layerOf: ({ feature }) => feature.layer,
    isStrong: ({ feature }) => feature.id === 'c',
    paint: (_, one) => painted.push(one.feature.id),
  });
  assert.deepEqual(painted, ['c']);
});

test('a label is seen through as its layer is, and its place as the least so of what stands there', () => {
  const at = { x: 0, y: 0 };
  const beads = [drawn[1], drawn[2]].map((one) => ({ drawn: one as Drawn, at, radius: 10 }));
  const layout = { zoom: 6, packs: [{ id: 'east', anchor: at, middle: at, radius: 20, height: 10, plate: false, beads }], arrows: [] };
  const stack = createStack(['wagner', 'east', 'meetings'], [['east', 70], ['wagner', 20]]);
  const labelled = (selected: string | null) =>
    featureLabels(layout, selected, { lang: 'en', theme: 'light', palette: {}, stage, stack })[0]?.lines.map(({ text, opacity }) => [text, opacity]);
  assert.deepEqual(labelled(null), [['east', 0.7], ['wagner', 0.2], ['east', 0.7]]);
  assert.deepEqual(labelled('c'), [['wagner', 1], ['east', 1]]);
});
