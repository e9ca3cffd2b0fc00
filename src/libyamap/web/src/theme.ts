/** Light and dark: the library's colours as CSS variables, one source for chrome, map and paper. */

import dark from '../../themes/dark.json';
import light from '../../themes/light.json';
import type { Theme } from './document';

export type Palette = Readonly<Record<keyof typeof light, string>>;

export const PALETTES: Readonly<Record<Theme, Palette>> = { light, dark };

/** Set `--ly-<name>` for each colour, and `data-theme`, on the page. */
export function paint(page: HTMLElement, theme: Theme): void {
  page.dataset.theme = theme;
  for (const [name, colour] of Object.entries(PALETTES[theme])) page.style.setProperty(`--ly-${name}`, colour);
}
