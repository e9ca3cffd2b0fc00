/** A list whose rows are moved by a grip: dragged with mouse, pen or finger, or by arrow keys. */

import type { RefObject, TargetedKeyboardEvent, TargetedPointerEvent } from 'preact';
import { useState } from 'preact/hooks';

export interface Dragging {
  readonly row: number;
  /** Where the row would stand if it were let go now. */
  readonly place: number;
}

export interface Grip {
  onPointerDown(event: TargetedPointerEvent<HTMLElement>): void;
  onPointerMove(event: TargetedPointerEvent<HTMLElement>): void;
  onPointerUp(): void;
  onPointerCancel(): void;
  onKeyDown(event: TargetedKeyboardEvent<HTMLElement>): void;
}

export interface Reorder {
  readonly dragging: Dragging | null;
  /** Handlers for the grip of a row. */
  grip(row: number): Grip;
}

/** `move` is told which row goes where, counted from the top. */
export function useReorder(list: RefObject<HTMLElement | null>, move: (row: number, place: number) => void): Reorder {
  const [dragging, setDragging] = useState<Dragging | null>(null);
  const end = () => setDragging(null);
  const drop = () => {
    if (dragging && dragging.place !== dragging.row) move(dragging.row, dragging.place);
    end();
  };
  const grip = (row: number): Grip => ({
    onPointerDown: (event) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setDragging({ row, place: row });
    },
    onPointerMove: ({ clientY }) => {
      if (!dragging || !list.current) return;
      const rows = [...list.current.children];
      const place = placeAt(clientY, rows, dragging.row);
      rows[place]?.scrollIntoView({ block: 'nearest' });
      if (place !== dragging.place) setDragging({ row: dragging.row, place });
    },
    onPointerUp: drop,
    onPointerCancel: end,
    onKeyDown: (event) => {
      const last = (list.current?.children.length ?? 0) - 1;
      const places: Readonly<Record<string, number>> = { ArrowUp: row - 1, ArrowDown: row + 1, Home: 0, End: last };
      const place = places[event.key];
      if (place === undefined) return;
      event.preventDefault();
      if (place >= 0 && place <= last && place !== row) move(row, place);
    },
  });
  return { dragging, grip };
}

/** How many of the other rows stand above a height of the window. */
function placeAt(y: number, rows: readonly Element[], row: number): number {
  return rows.filter((one, index) => {
    const { top, height } = one.getBoundingClientRect();
    return index !== row && top + height / 2 < y;
  }).length;
}

/** How a row looks while one is dragged: the one that is, and where it would go. */
export function markOf(row: number, dragging: Dragging | null): 'dragged' | 'above' | 'below' | null {
  if (!dragging) return null;
  if (row === dragging.row) return 'dragged';
  if (row !== dragging.place) return null;
  return dragging.place < dragging.row ? 'above' : 'below';
}
