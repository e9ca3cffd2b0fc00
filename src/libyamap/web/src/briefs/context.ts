/** What the parts of the brief's panel work on. */

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Desk } from './desk';

export const DeskContext = createContext<Desk | null>(null);

export function useBriefDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('A part of the brief’s panel stands outside of it.');
  return desk;
}
