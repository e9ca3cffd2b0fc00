/** What is pointed at in a list stands out on the map, by pointer and by keyboard. */

import { useEffect, useRef } from 'preact/hooks';
import { useApp } from './context';

export interface Pointing {
  onPointerEnter(): void;
  onPointerLeave(): void;
  onFocus(): void;
  onBlur(): void;
}

/** Handlers for an element that stands for features; `ids` are asked for when it is pointed at. */
export function usePointing(ids: () => readonly string[]): Pointing {
  const { pointed } = useApp().chrome;
  const mine = useRef<readonly string[] | null>(null);
  const point = () => {
    pointed.value = mine.current = ids();
  };
  const leave = () => {
    if (mine.current && pointed.peek() === mine.current) pointed.value = [];
    mine.current = null;
  };
  useEffect(() => leave, []);
  return { onPointerEnter: point, onPointerLeave: leave, onFocus: point, onBlur: leave };
}
