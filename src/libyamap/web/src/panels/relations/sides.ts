/** How the sides that actors belong to look: by the symbols of the map, in the dataset's order of sides. */

import { useApp } from '../context';

const SYMBOLS = ['wagner', 'russia', 'east', 'west', 'military', 'meetings', 'positions', 'outlook'];

export interface Side {
  /** SVG path. */
  readonly shape: string;
  readonly colour: string;
}

/** Shape and colour of a side, by its id. */
export function useSides(): (side: string) => Side | null {
  const { document, theme } = useApp();
  const { value: shade } = theme;
  return (side) => {
    const index = document.actorGroups.findIndex(({ id }) => id === side);
    const symbol = document.symbols[SYMBOLS[Math.max(index, 0) % SYMBOLS.length] ?? ''];
    return symbol ? { shape: symbol.shape, colour: symbol.colour[shade] } : null;
  };
}
