/** The table: rows in order, those in sight, and a copy that no spreadsheet runs. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { Claim, Document, Feature } from '../src/document';
import { speech } from '../src/i18n';
import { FIRST_DAY, LAST_DAY } from '../src/interval';
import { lookup } from '../src/lookup';
import { cellOf, grade, type Writing } from '../src/panels/table/columns';
import { harmless, inSight, sorted, spreadsheet } from '../src/panels/table/rows';
import type { Drawn } from '../src/selection';

const claim = (id: string, reliability: string, credibility: number, origin = 'one') => ({ id, reliability, credibility, origin, assertion: 'stated', reasonFor: [], places: [], actors: [] }) as unknown as Claim;
const claims = [claim('weak', 'F', 6), claim('good', 'B', 2), claim('fair', 'C', 2, 'other'), claim('doubtful', 'A', 4)];

const feature = (id: string, title: { ar: string; en: string }, days: Feature['days'] | null, claim: string[]) =>
  ({
    id,
    title,
    kind: 'meeting',
    layer: 'meetings',
    collection: 'events',
    days: days ?? [FIRST_DAY, LAST_DAY, FIRST_DAY, LAST_DAY],
    when: days && { edtf: '', days, text: { ar: `يوم ${days[0]}`, en: `day ${days[0]}` } },
    place: null,
    origin: null,
    destination: null,
    about: [],
    actors: [],
    ties: [],
    notes: [],
    claims: claim,
  }) as unknown as Feature;

const features = [
  feature('b', { ar: 'باء', en: 'Émile 10' }, [30, 30, 30, 30], ['weak']),
  feature('a', { ar: 'ألف', en: 'emile 9' }, [10, 12, 14, 20], ['good', 'weak']),
  feature('undated', { ar: 'تاء', en: 'Zulu' }, null, ['doubtful']),
  feature('until', { ar: 'آخر', en: 'Alpha' }, [FIRST_DAY, 5, 20, 20], ['fair', 'good']),
];
const found = lookup({ features, claims, places: [], actors: [], sources: [], layers: [], notes: [], origins: [], hedges: [], actorGroups: [] } as unknown as Document);
const drawn: Drawn[] = features.map((one) => ({ feature: one, assertion: 'stated', certain: true, age: 0, progress: 1, claims: one.claims }));
const english: Writing = { speech: speech('en'), lookup: found };
const arabic: Writing = { speech: speech('ar'), lookup: found };
const ids = (rows: readonly Drawn[]) => rows.map((one) => one.feature.id);

test('titles are sorted as the reader’s language sorts them, numbers by their size', () => {
  assert.deepEqual(ids(sorted(drawn, { column: 'title', descending: false }, english)), ['until', 'a', 'b', 'undated']);
  assert.deepEqual(ids(sorted(drawn, { column: 'title', descending: false }, arabic)), ['until', 'a', 'b', 'undated']);
});

test('dates are sorted by their days, an unknown beginning by its end; what has none stands last either way', () => {
  assert.deepEqual(ids(sorted(drawn, { column: 'when', descending: false }, english)), ['a', 'until', 'b', 'undated']);
  assert.deepEqual(ids(sorted(drawn, { column: 'when', descending: true }, english)), ['b', 'until', 'a', 'undated']);
});

test('grades are sorted from the best; what cannot be judged is not the worst, but last', () => {
  assert.deepEqual(ids(sorted(drawn, { column: 'grade', descending: false }, english)), ['a', 'until', 'undated', 'b']);
  assert.deepEqual(ids(sorted(drawn, { column: 'grade', descending: true }, english)), ['undated', 'a', 'until', 'b']);
  assert.equal(grade(claims).text, 'B2');
  assert.equal(grade([]).rank, null);
});

test('rows that are alike stay in the order that they had', () => {
  assert.deepEqual(ids(sorted(drawn, { column: 'kind', descending: false }, english)), ids(drawn));
  assert.deepEqual(ids(sorted(drawn, { column: 'kind', descending: true }, english)), ids(drawn));
});

test('independent origins are counted among the claims that are left', () => {
  const one = drawn[3] as Drawn;
  assert.equal(cellOf('origins', one, english).rank, 2);
  assert.equal(cellOf('origins', { ...one, claims: ['fair'] }, english).rank, 1);
});

test('of many rows those in sight are drawn, and a few beyond', () => {
  assert.deepEqual(inSight(5000, 30, 3000, 300, 4), [96, 114]);
  assert.deepEqual(inSight(5000, 30, 0, 300, 4), [0, 14]);
  assert.deepEqual(inSight(5000, 30, 149_700, 300, 4), [4986, 5000]);
  assert.deepEqual(inSight(3, 30, 9000, 300, 4), [3, 3]);
  assert.deepEqual(inSight(0, 30, 0, 300, 4), [0, 0]);
});

for (const cell of ['=1+1', '+1', '-1', '@SUM(A1)', '  =1', '\t=1', '\n@x', '＝1', '%x']) {
  test(`a spreadsheet takes ${JSON.stringify(cell)} for text`, () => assert.match(harmless(cell), /^'/));
}

test('a copied table has a line for each row, and cells never break it', () => {
  const hostile = feature('h', { ar: '=1', en: '=HYPERLINK("x")\tb\nc' }, null, []);
  const lines = spreadsheet([{ ...(drawn[0] as Drawn), feature: hostile, claims: [] }, ...drawn], ['title', 'when'], english).split('\n');
  assert.equal(lines.length, drawn.length + 2);
  assert.ok(lines.every((line) => line.split('\t').length === 2));
  assert.equal(lines[1]?.split('\t')[0], `'=HYPERLINK("x") b c`);
});
