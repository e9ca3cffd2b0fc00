/** What edits make of a brief, and in what two versions differ. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { differences } from '../../src/briefs/differences';
import { duplicated, freeId, made, newBrief, nextSceneId, readAgain, withLine, withLineAt, withoutScene, withSceneAfter, withSceneAt } from '../../src/briefs/editing';
import type { Brief, Line, Scene } from '../../src/briefs/model';

function line(en: string, ...claims: string[]): Line {
  return { text: { ar: '', en }, claims };
}

function scene(id: string, ...lines: Line[]): Scene {
  return { id, title: { ar: '', en: id }, lines, view: '', highlighted: [], marking: null, transition: 'fly', dwell: null, plays: false, made_of: {} };
}

function brief(...ids: string[]): Brief {
  return { ...newBrief('visit', '2023-09-28'), scenes: ids.map((id) => scene(id)) };
}

const idsOf = ({ scenes }: Brief) => scenes.map(({ id }) => id).join(' ');

test('a scene comes after the one that is open, or at the end', () => {
  assert.equal(idsOf(withSceneAfter(brief('a', 'b'), scene('new'), 'a')), 'a new b');
  assert.equal(idsOf(withSceneAfter(brief('a', 'b'), scene('new'), null)), 'a b new');
});

test('a scene is moved to where it was dropped', () => {
  assert.equal(idsOf(withSceneAt(brief('a', 'b', 'c'), 0, 2)), 'b c a');
  assert.equal(idsOf(withSceneAt(brief('a', 'b', 'c'), 2, 0)), 'c a b');
  assert.equal(idsOf(withSceneAt(brief('a'), 5, 0)), 'a');
});

test('a copy stands after its scene under an id of its own', () => {
  const { brief: after, copy } = duplicated(brief('scene-1', 'scene-2'), 'scene-1');
  assert.equal(copy, 'scene-3');
  assert.equal(idsOf(after), 'scene-1 scene-3 scene-2');
  assert.deepEqual(after.scenes[1]?.title, after.scenes[0]?.title);
});

test('ids are given once', () => {
  assert.equal(nextSceneId(brief()), 'scene-1');
  assert.equal(nextSceneId(withoutScene(brief('scene-1', 'scene-7', 'visit'), 'scene-1')), 'scene-8');
  assert.equal(freeId('brief', ['brief', 'brief-2']), 'brief-3');
});

test('lines are added, changed, moved and taken away', () => {
  const texts = ({ lines }: Scene) => lines.map(({ text }) => text.en).join(' ');
  const one = scene('a', line('x'), line('y'));
  assert.equal(texts(withLine(one, 2, line('z'))), 'x y z');
  assert.equal(texts(withLine(one, 0, line('z'))), 'z y');
  assert.equal(texts(withLine(one, 0, null)), 'y');
  assert.equal(texts(withLineAt(one, 1, 0)), 'y x');
});

test('a scene remembers its claims as they were when they were named, until its lines are read again', () => {
  const first = made(scene('a', line('x', 'met')), { met: 'old' });
  assert.deepEqual(first.made_of, { met: 'old' });
  const more = made({ ...first, lines: [line('x', 'met', 'stayed')] }, { met: 'new', stayed: 'is' });
  assert.deepEqual(more.made_of, { met: 'old', stayed: 'is' });
  assert.deepEqual(readAgain(more, 'met', { met: 'new', stayed: 'is' }).made_of, { met: 'new', stayed: 'is' });
  assert.deepEqual(made({ ...more, lines: [] }, { met: 'new' }).made_of, {});
});

test('differences name what is theirs, scene by scene', () => {
  const mine: Brief = { ...brief('a', 'b', 'mine'), marking: 'X' };
  const theirs: Brief = { ...brief('b', 'a', 'theirs'), title: { ar: '', en: 'Other' } };
  const changed: Brief = { ...theirs, scenes: theirs.scenes.map((one) => (one.id === 'b' ? { ...one, plays: true } : one)) };
  assert.deepEqual(
    differences(mine, changed).map(({ sort, name }) => `${sort} ${name}`),
    ['field title', 'field marking', 'changed b', 'only-theirs theirs', 'only-mine mine', 'order '],
  );
  assert.deepEqual(differences(mine, mine), []);
});
