/** The part of the map that panels leave free. */

import type { Box } from './projection';
import type { Frame } from './sheet';
import type { Insets } from './view';

/** The free part of a container of a given size. */
export function freeRoom({ width, height }: { readonly width: number; readonly height: number }, insets: Insets): Box {
  return { x: insets.left, y: insets.top, width: width - insets.left - insets.right, height: height - insets.top - insets.bottom };
}

/** Where labels may stand on a canvas: the free part of the window, and on the sides without a panel all beyond it. */
export function letteredPart({ window, size }: Frame, insets: Insets): Box {
  const left = insets.left ? window.x + insets.left : 0;
  const top = insets.top ? window.y + insets.top : 0;
  const right = insets.right ? window.x + insets.right : 0;
  const bottom = insets.bottom ? window.y + insets.bottom : 0;
  return { x: left, y: top, width: size.width - left - right, height: size.height - top - bottom };
}

export function contains({ x, y, width, height }: Box, point: { readonly x: number; readonly y: number }): boolean {
  return point.x >= x && point.y >= y && point.x <= x + width && point.y <= y + height;
}
