/** The page's address holds the view: written when it changes, read when Back or Forward is used. */

import { readQuery, writeQuery } from './permalink';
import { RETURNED } from './streamlit';
import type { View } from './view';

export interface Address {
  /**
   * Write the view, as a step that Back undoes or in place of the present one. Steps of one name in a row, such as
   * those of a slider, are one step.
   */
  write(view: View, how: 'push' | 'replace', step?: string): void;
  /** The whole address of a view. */
  of(view: View): string;
}

const SETTLED = 250;

/** Keep the address; `returned` gets the view that Back or Forward leads to. */
export function keepAddress(returned: (view: View) => void): Address {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: View | null = null;
  let last: string | undefined;
  const put = (view: View, how: 'push' | 'replace') => {
    clearTimeout(timer);
    waiting = null;
    const query = `?${writeQuery(view)}`;
    if (query === location.search) return;
    if (how === 'push') history.pushState(null, '', query);
    else history.replaceState(history.state, '', query);
  };
  const arrived = () => {
    clearTimeout(timer);
    waiting = null;
    last = undefined;
    returned(readQuery(location.search).view);
  };
  addEventListener('popstate', arrived);
  addEventListener(RETURNED, arrived);
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
    of: (view) => `${location.origin === 'null' ? location.href.split(/[?#]/)[0] : location.origin + location.pathname}?${writeQuery(view)}`,
  };
}
