/** A file as host: what its address may say, and what it holds. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

import { fileHost, unpacked } from '../src/file-host';

const MEETINGS = { query: 'kinds=meeting' };
const VISITS = { query: 'kinds=visit' };
const HELD: Readonly<Record<string, unknown>> = {
  view: 'lang=ar&kinds=meeting&sel=moscow',
  selections: { 'kinds=meeting': MEETINGS, 'kinds=visit': VISITS },
  imprint: { marking: 'Draft', band: null },
};
const host = fileHost(<T>(name: string) => (HELD[name] ?? null) as T | null);

test('without an address the file opens as it was made', () => {
  assert.equal(host.query(''), 'lang=ar&kinds=meeting&sel=moscow');
  assert.equal(host.query('?'), 'lang=ar&kinds=meeting&sel=moscow');
});

test('what an address says counts, but filters only where the file was made with them', () => {
  assert.equal(host.query('?lang=en&layers=wagner&kinds=visit'), 'lang=en&layers=wagner&kinds=visit');
  assert.equal(host.query('?lang=en&from=2023-01-01'), 'lang=en&from=2023-01-01&kinds=meeting');
  assert.equal(host.query('?lang=en&kinds=forces'), 'lang=en&kinds=meeting');
});

test('a side to compare with is one that the file holds', () => {
  assert.equal(host.query('?lang=en&kinds=meeting&vs=kinds%3Dvisit'), 'lang=en&kinds=meeting&vs=kinds%3Dvisit');
  assert.equal(host.query('?lang=en&kinds=meeting&vs=kinds%3Dforces'), 'lang=en&kinds=meeting');
});

test('selections are found by their filters, and there is always one', async () => {
  assert.equal(await host.selection('kinds=visit'), VISITS);
  assert.equal(await host.selection('kinds=forces'), MEETINGS);
});

test('what needs a server is not offered', () => {
  assert.deepEqual([host.filters, host.choices, host.overlay, host.comparer], [false, null, null, undefined]);
  assert.equal(host.imprint?.marking, 'Draft');
});

test('what is packed is unpacked', async () => {
  const packed = gzipSync(JSON.stringify({ name: 'ليبيا' })).toString('base64');
  assert.deepEqual(await unpacked(packed), { name: 'ليبيا' });
});
