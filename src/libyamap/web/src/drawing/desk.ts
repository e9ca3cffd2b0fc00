/** What is drawn and edited: the tool in hand, the drawing that is open, and what every selection holds. */

import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Chrome } from '../chrome';
import type { LonLat } from '../document';
import type { State } from '../state';
import { fitting, settled } from './codec';
import { heldBy, type Held } from './inside';
import { MOST_DRAWINGS, PENDING, withIds, type Draftable, type Drawing } from './model';
import { withinReach } from './reach';
import { begun, clicked, finished, isFull, pointed, preview, toolOf, undone, type Draft, type ToolName } from './tools';

export interface Desk {
  readonly draft: Signal<Draft | null>;
  /** A drawing on its way, while one of its handles is dragged. */
  readonly moving: Signal<Drawing | null>;
  /** Id of the drawing that is open in the panel and has handles on the map. */
  readonly chosen: Signal<string | null>;
  /** What is inside each selection, by its id. */
  readonly held: ReadonlySignal<ReadonlyMap<string, readonly Held[]>>;
  /** How many drawings the address has no room for. */
  readonly unkept: ReadonlySignal<number>;
  /** What is being drawn or moved, as a drawing. */
  readonly pending: ReadonlySignal<Drawing | null>;
  /** Take a tool; `radius` in metres is what suits the present view. */
  begin(tool: ToolName, radius: number): void;
  click(at: LonLat, near: (a: LonLat, b: LonLat) => boolean): void;
  point(at: LonLat | null): void;
  undo(): void;
  finish(): void;
  cancel(): void;
  choose(id: string | null): void;
  /** Add drawings and open the last of them; tells whether there was room. */
  add(drawn: readonly Draftable[]): boolean;
  /** Change a drawing; changes of one `step` in a row are undone together. */
  change(drawing: Drawing, step?: string): void;
  remove(id: string): void;
  clear(): void;
}

/** `draw` puts drawings into the view. */
export function createDesk(state: State, chrome: Chrome, draw: (drawings: readonly Drawing[], step?: string) => void): Desk {
  const drawings = computed(() => state.view.value.drawings);
  const draft = signal<Draft | null>(null);
  const moving = signal<Drawing | null>(null);
  const chosen = signal<string | null>(null);

  const show = () => {
    chrome.startOpen.value = true;
    chrome.tab.value = 'drawings';
  };
  const add = (drawn: readonly Draftable[]) => {
    const before = drawings.peek();
    if (before.length + drawn.length > MOST_DRAWINGS) {
      chrome.warn('web.drawing.too-many', { n: MOST_DRAWINGS });
      return false;
    }
    const added = withIds(drawn, before.map(({ id }) => id)).map(kept);
    draw([...before, ...added]);
    chosen.value = added.at(-1)?.id ?? null;
    return true;
  };
  const end = (last: Draft) => {
    const made = finished(last);
    draft.value = made ? null : last;
    if (made && add([made])) show();
  };

  return {
    draft,
    moving,
    chosen,
    held: computed(() => {
      const selections = drawings.value.filter(({ role }) => role === 'selection');
      return new Map(selections.map((one) => [one.id, heldBy(one, state.drawn.value, state.lookup)]));
    }),
    unkept: computed(() => drawings.value.length - fitting(drawings.value).length),
    pending: computed(() => {
      if (moving.value) return withinReach(moving.value);
      const drawn = draft.value && preview(draft.value);
      return drawn && { ...withinReach(drawn), id: PENDING };
    }),
    begin: (tool, radius) => {
      chosen.value = null;
      draft.value = begun(toolOf(tool), radius);
    },
    click: (at, near) => {
      const { value: before } = draft;
      if (!before) return;
      const next = clicked(before, at, near);
      if (isFull(next)) end(next);
      else draft.value = next;
    },
    point: (at) => {
      if (draft.value) draft.value = pointed(draft.value, at);
    },
    undo: () => {
      if (draft.value) draft.value = undone(draft.value);
    },
    finish: () => {
      if (draft.value) end(draft.value);
    },
    cancel: () => {
      draft.value = null;
    },
    choose: (id) => {
      chosen.value = id;
      if (id !== null) show();
    },
    add,
    change: (changed, step) => {
      const next = kept(changed);
      draw(drawings.peek().map((one) => (one.id === next.id ? next : one)), step);
    },
    remove: (id) => {
      if (chosen.value === id) chosen.value = null;
      draw(drawings.peek().filter((one) => one.id !== id));
    },
    clear: () => {
      chosen.value = null;
      draw([]);
    },
  };
}

/** A drawing as it is kept. */
function kept(drawing: Drawing): Drawing {
  return settled(withinReach(drawing));
}
