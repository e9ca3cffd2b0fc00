/** The layers as they lie on one another: which is on top, and how far each is seen through. */

import { OPAQUE, seenThrough, type LayerOpacity } from './view';

export interface Stack {
  /** Ids of the layers, the one drawn on top first. */
  readonly order: readonly string[];
  /** Place of a layer in the order, 0 on top. */
  rank(layer: string): number;
  /** How far a layer is seen through: 0 (not to be seen) to 1 (opaque). */
  opacity(layer: string): number;
}

export function createStack(order: readonly string[], opacity: readonly LayerOpacity[]): Stack {
  const ranks = new Map(order.map((layer, rank) => [layer, rank]));
  const percents = new Map(opacity);
  return {
    order,
    rank: (layer) => ranks.get(layer) ?? order.length,
    opacity: (layer) => (percents.get(layer) ?? OPAQUE) / OPAQUE,
  };
}

/** The order in which layers are drawn: those that a view names, then all others as the dataset has them. */
export function drawingOrder(own: readonly string[], named: readonly string[]): readonly string[] {
  const known = named.filter((layer) => own.includes(layer));
  return known.length === 0 ? own : [...known, ...own.filter((layer) => !known.includes(layer))];
}

/** An order as a view holds it: as few layers, from the top, as tell it from the dataset's own. */
export function namedOrder(own: readonly string[], order: readonly string[]): readonly string[] {
  const told = order.findIndex((_, length) => isSame(drawingOrder(own, order.slice(0, length)), order));
  return told < 0 ? order : order.slice(0, told);
}

/** The order with a layer at another place of it. */
export function moved(order: readonly string[], layer: string, place: number): readonly string[] {
  const others = order.filter((one) => one !== layer);
  return others.toSpliced(Math.max(0, Math.min(others.length, place)), 0, layer);
}

/** Opacities of a view with that of one layer changed. */
export function withOpacity(opacity: readonly LayerOpacity[], layer: string, percent: number): LayerOpacity[] {
  return seenThrough(new Map(opacity).set(layer, percent));
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((layer, index) => layer === other[index]);
}
