/** The address holds scene, language and theme, so that a reload returns: `?lang=ar#3`. */

import { effect } from '@preact/signals';
import { isLink } from './follow';
import type { Show } from './show';

/** The number of the scene that the address names, from 0. */
export function sceneOfAddress(): number {
  const number = Number(location.hash.slice(1));
  return Number.isInteger(number) && number > 0 ? number - 1 : 0;
}

export function keepAddress(show: Show): void {
  const asked = new URLSearchParams(location.search);
  effect(() => {
    const { lang, theme } = show.state.view.value;
    asked.set('lang', lang);
    if (theme === 'dark') asked.set('theme', theme);
    else asked.delete('theme');
    const query = asked.toString().replace(/=(?=&|$)/g, '');
    const scene = `#${show.index.value + 1}`;
    try {
      // The query of a file is not for scripts to change.
      history.replaceState(null, '', location.protocol === 'file:' ? scene : `?${query}${scene}`);
    } catch {
      // Browsers refuse hundreds of changes within seconds; the next one says it all.
    }
  });
  // A presenter's link that is opened in this window leads from the start.
  addEventListener('hashchange', () => (isLink() ? location.reload() : show.go(sceneOfAddress())));
}
