/** On very large screens all that is ours is magnified by the style; measures of the page then differ from its own. */

/** How many pixels of the page one pixel inside an element takes. */
export function magnification(element: HTMLElement): number {
  return element.offsetWidth ? element.getBoundingClientRect().width / element.offsetWidth : 1;
}
