/** The table of briefs, which the library is run through too; and the form in which one is written. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import table from '../../../../../tests/cases/briefs.json';
import { readBrief, sceneQuery, writeBrief, type Reading } from '../../src/briefs/codec';
import type { Brief } from '../../src/briefs/model';
import { readQuery } from '../../src/permalink';

function wrongIn(reading: Reading): string[] {
  return 'problems' in reading ? reading.problems.map(({ scene, field }) => `${scene}:${field}`).sort() : [];
}

function read(text: string): Brief {
  const reading = readBrief(text);
  assert.ok('brief' in reading, JSON.stringify(reading));
  return reading.brief;
}

for (const { name, brief, wrong } of table.cases) {
  test(`of ${name}, all problems are told, in one go and each at its place`, () => {
    assert.deepEqual(wrongIn(readBrief(JSON.stringify(brief))), wrong.map(([scene, field]) => `${scene}:${field}`).sort());
  });
}

const [whole] = table.cases;

test('what is written is read again, and written the same', () => {
  const brief = read(JSON.stringify(whole?.brief));
  const text = writeBrief(brief);
  assert.deepEqual(read(text), brief);
  assert.equal(writeBrief(read(text)), text);
  assert.deepEqual(JSON.parse(text), whole?.brief);
});

test('what is left at its default is left out', () => {
  const text = writeBrief(read('{"id": "visit", "title": {"en": " A "}, "date": "2023-09-28", "marking": null, "scenes": [{"id": "one", "title": {}, "dwell": null, "plays": false}]}'));
  assert.deepEqual(JSON.parse(text), { format: 'libyamap-brief/1', id: 'visit', title: { en: 'A' }, date: '2023-09-28', scenes: [{ id: 'one', title: {} }] });
});

test('what is no JSON is one problem, and no exception', () => {
  assert.deepEqual(wrongIn(readBrief('{"id": ')), [':']);
});

test('a name of JavaScript’s own is a field like any other that nobody knows', () => {
  assert.deepEqual(wrongIn(readBrief('{"id": "visit", "title": {}, "date": "2023-09-28", "__proto__": {"x": 1}, "constructor": 1}')), [':__proto__', ':constructor']);
});

test('a scene’s view has neither language nor theme', () => {
  const { view } = readQuery('lang=ar&theme=dark&c=29.5,16.5&z=6&q=a%20b');
  assert.equal(sceneQuery(view), 'c=29.5,16.5&z=6&q=a%20b');
  assert.equal(sceneQuery(readQuery('lang=ar').view), '');
});
