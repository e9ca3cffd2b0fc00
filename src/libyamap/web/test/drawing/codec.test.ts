/** Drawings as text: nothing is lost, nothing has two texts, and what is no drawing is refused. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { decode, encode, encodeForAddress, fitting, MOST_IN_ADDRESS, settled } from '../../src/drawing/codec';
import { freeId, MOST_NAME, tidied } from '../../src/drawing/model';
import { readQuery, writeQuery } from '../../src/permalink';
import { DEFAULT_VIEW } from '../../src/view';
import { anyDrawings, drawing, seeded, SIRTE } from './some';

test('drawings of any kind come back as they were', () => {
  const next = seeded(7);
  for (let round = 0; round < 400; round++) {
    const drawings = anyDrawings(next);
    assert.deepEqual(decode(encode(drawings)), drawings);
  }
});

test('they come back from an address, which has nothing escaped in it', () => {
  const next = seeded(11);
  for (let round = 0; round < 200; round++) {
    const drawings = fitting(anyDrawings(next));
    const query = writeQuery({ ...DEFAULT_VIEW, drawings });
    assert.ok(!query.includes('%'));
    assert.deepEqual(readQuery(query).view.drawings, drawings);
  }
});

test('a text that was tampered with is refused, or is the text of what it is read as', () => {
  const next = seeded(23);
  const letters = 'prckglntsomn0zA-_.,:~é= ';
  for (let round = 0; round < 3000; round++) {
    const text = encode(anyDrawings(next));
    const at = Math.floor(next() * (text.length + 1));
    const letter = letters.charAt(Math.floor(next() * letters.length));
    const tampered = text.slice(0, at) + letter + text.slice(at + Math.floor(next() * 2));
    const read = decode(tampered);
    if (read) assert.equal(encode(read), tampered);
  }
});

test('positions are kept to about two metres and radii to one', () => {
  const circle = settled(drawing({ shape: 'circle', paths: [[SIRTE]], radii: [49_999.6] }));
  assert.ok(Math.abs((circle.paths[0]?.[0]?.[0] ?? 0) - SIRTE[0]) < 2e-5);
  assert.ok(Math.abs((circle.paths[0]?.[0]?.[1] ?? 0) - SIRTE[1]) < 1e-5);
  assert.deepEqual(circle.radii, [50_000]);
  assert.deepEqual(settled(circle), circle);
});

test('an address holds no more than it has room for, and of the rest nothing by halves', () => {
  const long = Array.from({ length: 100 }, (_, n) => [n / 10, n / 20] as const);
  const drawings = ['01', '02', '03'].map((id) => settled(drawing({ id, shape: 'line', paths: [id === '02' ? long : long.slice(0, 60)] })));
  const text = encodeForAddress(drawings);
  assert.ok(text.length <= MOST_IN_ADDRESS);
  assert.deepEqual(decode(text)?.map(({ id }) => id), ['01', '02']);
});

test('words are one line, tidy, and not too long', () => {
  assert.equal(tidied('  two\t\nwords \u0000', 60), 'two words');
  assert.equal([...tidied('🗺'.repeat(100), MOST_NAME)].length, MOST_NAME);
  assert.equal(tidied('half \ud83d', 60), 'half \ufffd');
  assert.equal(tidied('ab cd', 3), 'ab');
});

test('an id is never given twice', () => {
  const taken = new Set<string>();
  for (let n = 0; n < 1296; n++) {
    const id = freeId(taken);
    assert.match(id, /^[0-9a-z]{2}$/);
    assert.ok(!taken.has(id));
    taken.add(id);
  }
  assert.throws(() => freeId(taken));
  assert.equal(freeId(new Set(['01', '04'])), '05');
});
