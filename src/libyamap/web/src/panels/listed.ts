/** What is shown, for lists: they follow when the map has been painted. */

import { useSignalEffect } from '@preact/signals';
import { useState } from 'preact/hooks';
import { painted } from '../picture';
import type { Drawn } from '../selection';
import { useApp } from './context';

/**
 * What is shown, a picture later than on the map, which hundreds of rows must not keep waiting; and not while the
 * interval moves, when nobody could read rows that come and go.
 */
export function useDrawn(): readonly Drawn[] {
  const { drawn, moving } = useApp();
  const [listed, list] = useState(drawn.peek());
  useSignalEffect(() => {
    const now = drawn.value;
    if (moving.told.value) return;
    void painted().then(() => {
      if (drawn.peek() === now) list(now);
    });
  });
  return listed;
}
