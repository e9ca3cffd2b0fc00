/** What the panels of this part can reach. */

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Reading } from './reading';
import type { Laid, Store } from './store';

export interface Parts {
  readonly store: Store;
  readonly reading: Reading;
  /** Take the map to an overlay. */
  around(laid: Laid): void;
}

export const OverlayContext = createContext<Parts | null>(null);

export function useOverlays(): Parts {
  const parts = useContext(OverlayContext);
  if (!parts) throw new Error('A panel stands outside its part.');
  return parts;
}
