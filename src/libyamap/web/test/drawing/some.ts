/** Drawings of every shape, and as many others as one likes, the same in every run. */

import type { LonLat } from '../../src/document';
import { settled } from '../../src/drawing/codec';
import { POSITIONS_OF, RADII_OF, ROLES_OF, SHAPES, withIds, type Draftable, type Drawing } from '../../src/drawing/model';

export const SIRTE: LonLat = [16.5887, 31.2089];
export const JUFRA: LonLat = [16.001, 29.1981];

/** A drawing with what it is not told about left empty. */
export function drawing(some: Partial<Drawing> & Pick<Drawing, 'shape' | 'paths'>): Drawing {
  const [role = 'note'] = ROLES_OF[some.shape];
  return { id: '01', role, only: false, radii: [], name: '', note: '', ...some };
}

/** Numbers from 0 to 1 that look random and are not. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const WORDS = ['', 'Jufra', 'قاعدة الجفرة', '🗺 map', '=SUM(A1)', '<b>&"', 'a.b,c:d~e', '\u202eabc'];

export function anyDrawings(next: () => number): Drawing[] {
  const below = (n: number) => Math.floor(next() * n);
  const one = (): Draftable => {
    const shape = SHAPES[below(SHAPES.length)] ?? 'point';
    const roles = ROLES_OF[shape];
    const role = roles[below(roles.length)] ?? 'note';
    const [least, most] = POSITIONS_OF[shape];
    const path = (): LonLat[] =>
      Array.from({ length: Math.min(most, least + below(6)) }, () => [360 * next() - 180, 180 * next() - 90] as const);
    const sizes = RADII_OF[shape] === 0 ? 0 : 1 + below(RADII_OF[shape]);
    return {
      shape,
      role,
      only: role === 'selection' && next() < 0.5,
      paths: Array.from({ length: shape === 'polygon' ? 1 + below(3) : 1 }, path),
      radii: Array.from({ length: sizes }, () => 1 + below(5_000_000)),
      name: WORDS[below(WORDS.length)] ?? '',
      note: WORDS[below(WORDS.length)] ?? '',
    };
  };
  return withIds(Array.from({ length: below(8) }, one), []).map(settled);
}
