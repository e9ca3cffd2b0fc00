/** All is laid out for 1280 by 720 pixels and magnified to the window, so that every screen shows the same picture. */

const WIDTH = 1280;
const HEIGHT = 720;
/** Below this width, or held upright, the text stands below the map, in sizes of its own. */
const NARROW = 900;

export function scaleToWindow(): void {
  const page = document.documentElement;
  const narrow = innerWidth < NARROW || innerHeight > innerWidth;
  page.dataset.narrow = String(narrow);
  page.style.setProperty('--ly-zoom', String(narrow ? 1 : Math.min(innerWidth / WIDTH, innerHeight / HEIGHT)));
}
