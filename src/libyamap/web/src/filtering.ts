/**
 * Filters and the selection that they leave. Two hold them: the host's widgets, through the bridge, and the
 * application, by Back and Forward or a click. Whoever changes them tells the other.
 */

import type { Address } from './address';
import type { Chrome } from './chrome';
import type { BridgeData, BridgeState, Component, Host } from './host';
import { readFilters, writeFilters } from './permalink';
import type { Selection } from './document';
import type { State } from './state';
import type { Filters } from './view';

export interface Filtering {
  /** Take over filters that the application wants, and fetch what they leave. */
  want(filters: Filters): Promise<void>;
  /** Take over what the host's widgets say. */
  attach(component: Component): void;
  /** Tell the host what only the application holds. */
  tell(name: 'lang' | 'theme'): void;
}

/** What filtering works on. */
interface Parts {
  readonly state: State;
  readonly chrome: Chrome;
  readonly host: Host;
  readonly address: Address;
  /** Called when a newer dataset took the place of the one with this digest. */
  readonly renewed: (digest: string) => void;
}

export function createFiltering({ state, chrome, host, address, renewed }: Parts): Filtering {
  let component: Component | null = null;
  let wanted: BridgeState['filters'] | null = null;
  let seen = 0;

  const tell = (name: 'lang' | 'theme') => component?.setStateValue(name, state.view.value[name]);

  const want = async (filters: Filters) => {
    const query = writeFilters(filters);
    const n = (wanted?.n ?? 0) + 1;
    wanted = { query, n };
    state.view.value = { ...state.view.value, filters };
    component?.setStateValue('filters', wanted);
    if (query === state.selection.value.query) return;
    chrome.waiting.value = true;
    try {
      const selection = await host.selection(query);
      if (wanted.n === n) await show(selection);
    } catch {
      if (wanted.n !== n) return;
      chrome.warn('web.error.selection');
      state.view.value = { ...state.view.value, filters: readFilters(state.selection.value.query) };
      address.write(state.view.value, 'replace');
    } finally {
      if (wanted.n === n) chrome.waiting.value = false;
    }
  };

  /** Whether a run answers all that was wanted; if it comes from a session that never heard of it, say it again. */
  const isCurrent = (data: BridgeData, first: boolean) => {
    const answered = data.seen ?? wanted?.n ?? 0;
    if (!wanted || answered >= wanted.n) {
      seen = answered;
      return true;
    }
    if (first || answered < seen) component?.setStateValue('filters', wanted);
    seen = answered;
    return false;
  };

  /** Show a selection; where it is of a newer dataset, that first. */
  const show = async (selection: Selection) => {
    if (selection.digest === state.document.digest) {
      if (isOther(selection, state.selection.value)) state.selection.value = selection;
      return;
    }
    const document = await host.document();
    // Files that changed again meanwhile: the next answer tells.
    if (document.digest !== selection.digest) return;
    const before = state.document.digest;
    state.renew(document, selection);
    renewed(before);
  };

  const take = ({ selection, query }: BridgeData) => {
    const { view } = state;
    if (query !== writeFilters(view.value.filters)) {
      view.value = { ...view.value, filters: readFilters(query) };
      address.write(view.value, 'push');
    }
    show(selection).catch(() => chrome.warn('web.error.document'));
  };

  return {
    want,
    tell,
    attach: (attached) => {
      const first = component === null;
      component = attached;
      const { data } = attached;
      chrome.connected.value = true;
      chrome.problems.value = data.problems;
      if (first && data.lang !== state.view.value.lang) tell('lang');
      if (isCurrent(data, first)) take(data);
    },
  };
}

function isOther(a: Selection, b: Selection): boolean {
  return a.query !== b.query || a.digest !== b.digest;
}
