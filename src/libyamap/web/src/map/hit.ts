/** What lies under the pointer: the nearest symbol, then a movement's line, then an area. */

import type { Layout } from './feature-painter';
import type { Point } from './projection';
import type { Scene } from './scene';
import type { Frame } from './sheet';

/** Pixels round a symbol or line that still hit it. */
const REACH = { mouse: 4, touch: 14 } as const;

export type Pointer = keyof typeof REACH;

/** Id of the feature at a point of the canvas, or null. */
export function hit(point: Point, pointer: Pointer, scene: Scene, layout: Layout, frame: Frame): string | null {
  return hitBead(point, REACH[pointer], layout) ?? hitLine(point, REACH[pointer], layout) ?? hitArea(point, scene, frame);
}

function hitBead(point: Point, reach: number, { packs }: Layout): string | null {
  let best: { id: string; far: number } | null = null;
  for (const { beads } of packs) {
    for (const { drawn, at, radius } of beads) {
      const far = Math.hypot(point.x - at.x, point.y - at.y) - radius;
      if (far <= reach && far < (best?.far ?? Infinity)) best = { id: drawn.feature.id, far };
    }
  }
  return best?.id ?? null;
}

function hitLine(point: Point, reach: number, { arrows }: Layout): string | null {
  let best: { id: string; far: number } | null = null;
  for (const { arrow, line } of arrows) {
    const far = toLine(point, line);
    if (far <= reach + 2 && far < (best?.far ?? Infinity)) best = { id: arrow.drawn.feature.id, far };
  }
  return best?.id ?? null;
}

let tester: CanvasRenderingContext2D | null = null;

function hitArea(point: Point, scene: Scene, frame: Frame): string | null {
  tester ??= document.createElement('canvas').getContext('2d');
  const [x, y] = [(point.x + frame.origin.x) / frame.scale, (point.y + frame.origin.y) / frame.scale];
  const found = scene.areas.find(({ outline }) => tester?.isPointInPath(outline, x, y, 'evenodd'));
  return found?.drawn.feature.id ?? null;
}

/** Pixels from a point to a line of straight pieces. */
export function toLine(point: Point, line: readonly Point[]): number {
  let least = Infinity;
  for (let index = 1; index < line.length; index++) {
    const [a, b] = [line[index - 1] as Point, line[index] as Point];
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const length = dx * dx + dy * dy;
    const share = length ? Math.max(0, Math.min(1, ((point.x - a.x) * dx + (point.y - a.y) * dy) / length)) : 0;
    least = Math.min(least, Math.hypot(point.x - a.x - share * dx, point.y - a.y - share * dy));
  }
  return least;
}
