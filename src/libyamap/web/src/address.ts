/** The page's address holds the view: written when it changes, read when Back or Forward is used. */

import { decode, encode, fitting } from './drawing/codec';
import { readQuery, writeQuery } from './permalink';
import { RETURNED } from './streamlit';
import type { Host } from './host';
import type { View } from './view';

export interface Address {
  /**
   * Write the view, as a step that Back undoes or in place of the present one. Steps of one name in a row, such as
   * those of a slider, are one step.
   */
  write(view: View, how: 'push' | 'replace', step?: string): void;
  /** The whole address of a view. */
  of(view: View): string;
  /** The same for texts that are handed on: of a file its name, not where it lies on this machine. */
  named(view: View): string;
}

const SETTLED = 250;

/** Keep the address; `returned` gets the view that Back or Forward leads to. */
export function keepAddress(host: Pick<Host, 'name' | 'query'>, returned: (view: View) => void): Address {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: View | null = null;
  let last: string | undefined;
  const put = (view: View, how: 'push' | 'replace') => {
    clearTimeout(timer);
    waiting = null;
    const query = `?${writeQuery(view)}`;
    const drawings = overflowing(view);
    if (query === location.search && drawings === remembered()) return;
    try {
      if (how === 'push') history.pushState(drawings === null ? null : { drawings }, '', query);
      else history.replaceState(drawings === remembered() ? history.state : { ...history.state, drawings }, '', query);
    } catch {
      // Some browsers let no file have another address; nor does any let one change it without end.
    }
  };
  const arrived = () => {
    clearTimeout(timer);
    waiting = null;
    last = undefined;
    returned(viewOfPage(host));
  };
  addEventListener('popstate', arrived);
  addEventListener(RETURNED, arrived);
  const of = (view: View) => `${location.origin === 'null' ? location.href.split(/[?#]/)[0] : location.origin + location.pathname}?${writeQuery(view)}`;
  return {
    write: (view, how, step) => {
      const continues = step !== undefined && step === last;
      if (how === 'push' && !continues) {
        last = step;
        if (waiting) put(waiting, 'replace');
        put(view, 'push');
        return;
      }
      waiting = view;
      clearTimeout(timer);
      timer = setTimeout(() => put(view, 'replace'), SETTLED);
    },
    of,
    named: (view) => (host.name === 'file' ? `${location.pathname.split('/').pop()}?${writeQuery(view)}` : of(view)),
  };
}

/** The view of the page's address, with drawings that the address has no room for, but this window remembers. */
export function viewOfPage(host: Pick<Host, 'query'>): View {
  const { view } = readQuery(host.query(location.search));
  return { ...view, drawings: decode(remembered() ?? '.') ?? view.drawings };
}

/** All drawings as text where the address cannot hold them all, else null. */
function overflowing({ drawings }: View): string | null {
  return fitting(drawings).length < drawings.length ? encode(drawings) : null;
}

function remembered(): string | null {
  const state: unknown = history.state;
  const drawings = state && typeof state === 'object' && 'drawings' in state ? state.drawings : null;
  return typeof drawings === 'string' ? drawings : null;
}
