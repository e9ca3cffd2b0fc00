/** A handling marking: a band along the upper and the lower edge of the screen, over everything else. */

import type { Lang, Text } from './document';

/** Height of a band in CSS pixels, as in `bands.css`; that of paper is the same. */
export const BAND = 26;

/** A marking, and the colours of its bands. */
export interface Marking {
  readonly text: Text;
  readonly ink: string;
  readonly ground: string;
}

/** The marking that a server of ours wrote into the page. */
export function markingOf(page: HTMLElement): Marking | null {
  return JSON.parse(page.dataset.marking ?? 'null') as Marking | null;
}

/** Show a marking on the page, in place of the one that is there. */
export function mark(root: HTMLElement, marking: Marking | null, lang: Lang): void {
  for (const band of root.querySelectorAll('.ly-marking')) band.remove();
  document.documentElement.toggleAttribute('data-marked', marking !== null);
  if (marking) root.append(...(['top', 'bottom'] as const).map((edge) => bandAt(edge, marking, lang)));
}

export function isMarked(): boolean {
  return document.documentElement.hasAttribute('data-marked');
}

function bandAt(edge: 'top' | 'bottom', { text, ink, ground }: Marking, lang: Lang): HTMLElement {
  const band = document.createElement('div');
  band.className = 'ly-marking';
  band.dataset.edge = edge;
  band.dir = 'auto';
  band.textContent = text[lang];
  band.style.color = ink;
  band.style.backgroundColor = ground;
  // Read out once, as a part of the page of its own.
  if (edge === 'bottom') band.setAttribute('aria-hidden', 'true');
  else {
    band.setAttribute('role', 'region');
    band.setAttribute('aria-label', text[lang]);
  }
  return band;
}
