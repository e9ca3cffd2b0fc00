/** Choices and presets: what a click makes of the filters. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { choose, isChosen, isPreset, togglePreset } from '../src/choices';
import { readFilters, writeFilters } from '../src/permalink';

const after = (query: string, parameter: string, value: string) => writeFilters(choose(readFilters(query), parameter, value));
const toggled = (query: string, preset: string) => writeFilters(togglePreset(readFilters(query), preset));

test('several values of a list are held together', () => {
  assert.equal(after('kinds=forces', 'kinds', 'meeting'), 'kinds=forces,meeting');
  assert.equal(after('kinds=forces,meeting', 'kinds', 'forces'), 'kinds=meeting');
  assert.equal(after('', 'places', 'sirte'), 'places=sirte');
});

test('of grades and origins one is held', () => {
  assert.equal(after('cred=3', 'cred', '2'), 'cred=2');
  assert.equal(after('rel=B&kinds=forces', 'rel', 'B'), 'kinds=forces');
  assert.equal(after('', 'sources', '2'), 'sources=2');
});

test('a choice that is made is known', () => {
  assert.equal(isChosen(readFilters('actors=putin,wagner'), 'actors', 'wagner'), true);
  assert.equal(isChosen(readFilters('actors=putin'), 'actors', 'wagner'), false);
});

test('a preset is switched on and off, and leaves the rest', () => {
  assert.equal(toggled('kinds=forces', 'sources=2'), 'kinds=forces&sources=2');
  assert.equal(toggled('kinds=forces&sources=2', 'sources=2'), 'kinds=forces');
  assert.equal(toggled('ungraded=0', 'ungraded=0'), '');
  assert.equal(isPreset(readFilters('sources=3'), 'sources=2'), false);
});
