/** What the panels of this part can reach. */

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Desk } from './desk';

export const ExportContext = createContext<Desk | null>(null);

export function useExport(): Desk {
  const desk = useContext(ExportContext);
  if (!desk) throw new Error('A panel stands outside its part.');
  return desk;
}
