/** How the panel at the end side was left: which of its tabs is open, how wide it is, what the table shows. */

import { signal, type Signal } from '@preact/signals';
import type { Column, Order } from './panels/table/columns';
import type { Sort } from './panels/relations/network';

export type Bench = 'evidence' | 'table' | 'charts' | 'relations' | 'differences' | 'brief';

/** Whether a tab stays when a feature is opened on the map, which it then shows as its own. */
export function staysInSight(bench: Bench): boolean {
  return bench === 'table' || bench === 'relations' || bench === 'brief';
}

export interface Workbench {
  readonly bench: Signal<Bench>;
  /** Widths in CSS pixels that the reader gave the panel; none where it has its own. */
  readonly widths: Signal<Readonly<Partial<Record<Bench, number>>>>;
  /** The table's columns, in their fixed order. */
  readonly columns: Signal<readonly Column[]>;
  readonly order: Signal<Order>;
  /** Which relations the network shows. */
  readonly relations: Signal<Sort>;
  /** Id of the relation whose features are listed. */
  readonly relation: Signal<string | null>;
}

export const NARROWEST = 320;
/** Pixels between the panel and the window's edge, as `--ly-edge` has them. */
export const EDGE = 12;
const EVIDENCE = 372;
const BRIEF = 440;
const SHEET = 600;
/** What stays of the map beside the widest panel. */
const MAP_STAYS = 300;
/** What stays of the map and of the panel at the start side, before anybody asks for more. */
const BOTH_STAY = 660;

export function createWorkbench(): Workbench {
  return {
    bench: signal<Bench>('evidence'),
    widths: signal({}),
    columns: signal<readonly Column[]>(['title', 'kind', 'place', 'when', 'assertion', 'grade']),
    order: signal<Order>({ column: 'when', descending: true }),
    relations: signal<Sort>('meetings'),
    relation: signal(null),
  };
}

/** How wide a tab is before anybody changes it, in a window of `room` CSS pixels; `sheet`: over the map, not beside it. */
export function ownWidth(bench: Bench, room: number, sheet: boolean): number {
  if (sheet) return Math.min(bench === 'evidence' || bench === 'differences' ? EVIDENCE : SHEET, room - 2 * EDGE);
  switch (bench) {
    case 'evidence':
    case 'differences':
      return EVIDENCE;
    case 'brief':
      return Math.min(BRIEF, room - 2 * EDGE);
    case 'charts':
      return 400;
    case 'table':
      return within(Math.min(Math.round(room * 0.5), room - BOTH_STAY), room);
    case 'relations':
      return within(Math.min(Math.round(room * 0.36), room - BOTH_STAY), room);
  }
}

/** A width that leaves something of the map. */
export function within(width: number, room: number): number {
  return Math.max(NARROWEST, Math.min(width, room - MAP_STAYS));
}
