import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { createHaste } from '../../src/map/haste';

test('pictures that follow one another soon make haste, until none has come for a while', () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  let at = 1000;
  const pass = (milliseconds: number) => {
    at += milliseconds;
    mock.timers.tick(milliseconds);
  };
  let rested = 0;
  const haste = createHaste(() => rested++, () => at);
  haste.note();
  assert.equal(haste.now, false, 'a single picture has time');
  for (let tick = 0; tick < 100; tick++) {
    pass(16);
    haste.note();
    assert.equal(haste.now, true);
  }
  assert.equal(rested, 0);
  pass(1000);
  assert.deepEqual([haste.now, rested], [false, 1]);
  haste.note();
  pass(1000);
  assert.deepEqual([haste.now, rested], [false, 1]);
  mock.timers.reset();
});
