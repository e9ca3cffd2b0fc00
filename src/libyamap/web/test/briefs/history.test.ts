/** The history of edits. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { begun, edited, redone, undone } from '../../src/briefs/history';

const LATER = 60_000;

test('every edit is undone and done again, in order', () => {
  const history = edited(edited(begun('a'), 'b', 0), 'c', LATER);
  assert.equal(undone(history).now, 'b');
  assert.equal(undone(undone(history)).now, 'a');
  assert.equal(redone(undone(undone(history))).now, 'b');
  assert.deepEqual(redone(redone(undone(undone(history)))).now, 'c');
});

test('at its ends it stays as it is', () => {
  const history = begun('a');
  assert.equal(undone(history), history);
  assert.equal(redone(history), history);
});

test('an edit after undoing leaves nothing to be done again', () => {
  const history = edited(undone(edited(begun('a'), 'b', 0)), 'c', LATER);
  assert.deepEqual(history.future, []);
  assert.equal(undone(history).now, 'a');
});

test('what is typed in one go in one field is undone at once', () => {
  const typed = edited(edited(edited(begun(''), 'h', 0, 'title'), 'ha', 100, 'title'), 'haf', 200, 'title');
  assert.equal(undone(typed).now, '');
});

test('after a pause, in another field, or after undoing, another edit begins', () => {
  const first = edited(begun(''), 'a', 0, 'title');
  assert.equal(undone(edited(first, 'ab', LATER, 'title')).now, 'a');
  assert.equal(undone(edited(first, 'ab', 10, 'author')).now, 'a');
  const again = edited(undone(edited(first, 'ab', LATER, 'title')), 'ac', LATER + 10, 'title');
  assert.equal(undone(again).now, 'a');
});

test('an edit that changes nothing is none', () => {
  const history = begun('a');
  assert.equal(edited(history, 'a', 0), history);
});

test('very many edits do not fill the memory', () => {
  let history = begun(0);
  for (let n = 1; n <= 1000; n += 1) history = edited(history, n, n * LATER);
  assert.ok(history.past.length <= 200);
  assert.equal(undone(history).now, 999);
});
