/** The features on the map one after another, by keys, in the order in which a page is read. */

import type { App } from './app';
import type { Direction } from './i18n';
import type { Point } from './map/projection';

/** Pixels within which symbols count as standing in one row. */
const ROW = 36;

export interface Stepping {
  /** To the next feature, or to the one before it (-1). */
  step(by: 1 | -1): void;
  /** Open the feature that was stepped to; whether there was one. */
  open(): boolean;
  /** Step off the features; whether one was stepped to. */
  leave(): boolean;
}

export function createStepping({ actions, chrome, map, selected, speech }: App, container: HTMLElement): Stepping {
  const at = () => (document.activeElement === container ? chrome.stepped.peek() : null);
  const to = (id: string | null) => {
    chrome.stepped.value = id;
    chrome.pointed.value = id === null ? [] : [id];
  };
  container.addEventListener('blur', () => {
    if (chrome.stepped.peek() !== null) chrome.pointed.value = [];
  });
  return {
    step: (by) => {
      const order = inReadingOrder(inSight(map.peek()?.points() ?? new Map()), speech.peek().dir);
      if (order.length === 0) return chrome.say('web.step.none');
      const from = order.indexOf(chrome.stepped.peek() ?? selected.peek() ?? '');
      const next = from < 0 ? (by > 0 ? 0 : order.length - 1) : (from + by + order.length) % order.length;
      container.focus({ preventScroll: true });
      to(order[next] ?? null);
    },
    open: () => {
      const id = at();
      if (id === null) return false;
      // The panel takes the focus from nothing, and gives it back to the map when it is closed.
      container.blur();
      actions.open(id);
      return true;
    },
    leave: () => {
      if (at() === null) return false;
      to(null);
      return true;
    },
  };
}

/** Ids by rows from top to bottom, each in the direction of the script. */
export function inReadingOrder(points: ReadonlyMap<string, Point>, dir: Direction): string[] {
  const forward = dir === 'rtl' ? -1 : 1;
  const rows: { top: number; members: [string, Point][] }[] = [];
  for (const one of [...points].sort(([, a], [, b]) => a.y - b.y)) {
    const row = rows.at(-1);
    if (row && one[1].y - row.top < ROW) row.members.push(one);
    else rows.push({ top: one[1].y, members: [one] });
  }
  return rows.flatMap(({ members }) => members.sort(([, a], [, b]) => forward * (a.x - b.x) || a.y - b.y).map(([id]) => id));
}

/** What stands on the screen with nothing over it. */
function inSight(points: ReadonlyMap<string, Point>): Map<string, Point> {
  const seen = ([, { x, y }]: [string, Point]) => x > 0 && y > 0 && x < innerWidth && y < innerHeight && document.elementFromPoint(x, y)?.matches('#map_libyamap, #map_libyamap canvas');
  return new Map([...points].filter(seen));
}
