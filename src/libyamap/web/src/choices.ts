/** What each choice of each filter would leave: asked of the host when somebody looks, counted in what is looked at. */

import { computed, effect, signal } from '@preact/signals';
import type { Choices } from './document';
import type { Host } from './host';
import { readFilters, writeFilters } from './permalink';
import { isInside } from './selection';
import type { State } from './state';
import type { Filters } from './view';

export interface Offered {
  /** Whether the host can tell. */
  readonly possible: boolean;
  /** How many features a choice would leave inside layers, interval and drawings; null while that is not known. */
  left(parameter: string, value: string): number | null;
  /** How many features a click on a preset would leave. */
  leftBy(preset: string): number | null;
  /** The values that a filter offers. */
  values(parameter: string): readonly string[];
  /** Keep up with the filters until the returned function is called. */
  watch(): () => void;
}

/** Milliseconds of rest before the host is asked: whoever goes on choosing need not wait for counts. */
const REST = 120;

/** Parameters that hold several values. */
const LISTS: ReadonlySet<string> = new Set(['kinds', 'actors', 'places', 'assertion', 'prec']);

export function createOffered(state: State, host: Host): Offered {
  const choices = signal<Choices | null>(null);
  const inside = computed(() => {
    const numbered = state.document.features.map((feature, index) => ({ feature, index }));
    return new Set(state.fenced(numbered.filter(({ feature }) => isInside(feature, state.window.value))).map(({ index }) => index));
  });
  const current = computed(() => (choices.value?.digest === state.selection.value.digest ? choices.value : null));
  const count = (left: readonly number[] | undefined) => (left ?? []).filter((index) => inside.value.has(index)).length;

  const ask = async (query: string) => {
    if (!host.choices) return;
    try {
      const answer = await host.choices(query);
      if (state.selection.peek().query === answer.query) choices.value = answer;
    } catch {
      // Filters work without counts; that the server is gone is told elsewhere.
    }
  };

  return {
    possible: host.choices !== null,
    left: (parameter, value) => current.value && count(current.value.left[parameter]?.[value]),
    leftBy: (preset) => current.value && count(current.value.presets[preset]),
    values: (parameter) => Object.keys(current.value?.left[parameter] ?? {}),
    watch: () =>
      effect(() => {
        const { query, digest } = state.selection.value;
        if (choices.value?.query === query && choices.value.digest === digest) return;
        const waiting = setTimeout(() => void ask(query), REST);
        return () => clearTimeout(waiting);
      }),
  };
}

/** Whether filters hold a choice. */
export function isChosen(filters: Filters, parameter: string, value: string): boolean {
  return held(filters).get(parameter)?.split(',').includes(value) ?? false;
}

/** Filters with a choice made, or taken back. */
export function choose(filters: Filters, parameter: string, value: string): Filters {
  const query = held(filters);
  const before = query.get(parameter)?.split(',') ?? [];
  const others = LISTS.has(parameter) ? before.filter((one) => one !== value) : [];
  const after = before.includes(value) ? others : [...others, value];
  if (after.length > 0) query.set(parameter, after.join(','));
  else query.delete(parameter);
  return readFilters(query.toString());
}

/** Whether filters are as a preset sets them. */
export function isPreset(filters: Filters, preset: string): boolean {
  const query = held(filters);
  return [...new URLSearchParams(preset)].every(([parameter, value]) => query.get(parameter) === value);
}

/** Filters as a preset sets them; where they are so already, without it. */
export function togglePreset(filters: Filters, preset: string): Filters {
  const query = held(filters);
  const off = isPreset(filters, preset);
  for (const [parameter, value] of new URLSearchParams(preset)) {
    if (off) query.delete(parameter);
    else query.set(parameter, value);
  }
  return readFilters(query.toString());
}

function held(filters: Filters): URLSearchParams {
  return new URLSearchParams(writeFilters(filters));
}
