/** A handling marking: a band along the upper and the lower edge of the screen, over everything else. */

/** Height of a band in CSS pixels, as in `bands.css`; that of paper is the same. */
export const BAND = 26;

/** Show a marking on the page, in place of the one that is there; none if it is empty. */
export function mark(root: HTMLElement, text: string): void {
  for (const band of root.querySelectorAll('.ly-marking')) band.remove();
  document.documentElement.toggleAttribute('data-marked', text !== '');
  if (text) root.append(...(['top', 'bottom'] as const).map((edge) => bandAt(edge, text)));
}

export function isMarked(): boolean {
  return document.documentElement.hasAttribute('data-marked');
}

function bandAt(edge: 'top' | 'bottom', text: string): HTMLElement {
  const band = document.createElement('div');
  band.className = 'ly-marking';
  band.dataset.edge = edge;
  band.dir = 'auto';
  band.textContent = text;
  // Read out once, as a part of the page of its own.
  if (edge === 'bottom') band.setAttribute('aria-hidden', 'true');
  else {
    band.setAttribute('role', 'region');
    band.setAttribute('aria-label', text);
  }
  return band;
}
