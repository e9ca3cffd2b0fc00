/** What lies outside the view, told at its edge: which place, how far, in which direction; a click goes there. */

import type { Lang, LonLat, Symbol, Theme } from '../document';
import { speech } from '../i18n';
import { overlap } from './label-grid';
import { course, type Box, type Point } from './projection';
import type { Mark, Stage } from './scene';
import { paintSymbol } from './symbol';

/** A chip to stand at the edge, before it has a place there. */
export interface Wanted {
  readonly mark: Mark;
  /** Container pixels of the place, outside the frame. */
  readonly at: Point;
}

const MOST = 8;
/** Pixels of the free part's width that each takes: beside a wide table, a few say enough. */
const BREADTH = 70;
const EDGE = 10;
const SYMBOL = 18;
const STEPS = 40;
const STEP = 12;

/** Where chips of given sizes stand: at the edge of the frame towards their places, none on another. */
export function alongEdge(sizes: readonly { readonly width: number; readonly height: number; readonly at: Point }[], frame: Box): (Point | null)[] {
  const taken: Box[] = [];
  return sizes.map(({ width, height, at }) => {
    const inner: Box = { x: frame.x + EDGE + width / 2, y: frame.y + EDGE + height / 2, width: frame.width - width - 2 * EDGE, height: frame.height - height - 2 * EDGE };
    if (inner.width <= 0 || inner.height <= 0) return null;
    const ideal = clamped(at, inner);
    for (let step = 0; step <= STEPS; step++) {
      for (const sign of step ? [1, -1] : [1]) {
        const centre = slid(ideal, inner, sign * step * STEP);
        const box = { x: centre.x - width / 2, y: centre.y - height / 2, width, height };
        if (taken.some((other) => overlap(box, other, 6))) continue;
        taken.push(box);
        return { x: box.x, y: box.y };
      }
    }
    return null;
  });
}

/** Where the line from the middle of a box to a point outside crosses its edge. */
function clamped(point: Point, box: Box): Point {
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const [dx, dy] = [point.x - middle.x, point.y - middle.y];
  const share = Math.min(box.width / 2 / Math.abs(dx || 1e-9), box.height / 2 / Math.abs(dy || 1e-9));
  return { x: middle.x + dx * share, y: middle.y + dy * share };
}

/** A point on the edge of a box, moved along the edge and not round its corners. */
function slid(point: Point, box: Box, by: number): Point {
  const horizontal = Math.abs(point.y - box.y) < 0.5 || Math.abs(point.y - box.y - box.height) < 0.5;
  const within = (value: number, from: number, length: number) => Math.max(from, Math.min(from + length, value));
  if (horizontal) return { x: within(point.x + by, box.x, box.width), y: point.y };
  return { x: point.x, y: within(point.y + by, box.y, box.height) };
}

export interface EdgeView {
  readonly lang: Lang;
  readonly theme: Theme;
  readonly paper: string;
  readonly center: LonLat;
  readonly frame: Box;
}

/** The chips of a map. */
export interface Edge {
  /** Show chips for what is wanted; the boxes that they take, in container pixels. */
  update(wanted: readonly Wanted[], view: EdgeView): Box[];
}

export function createEdge(container: HTMLElement, stage: Stage, go: (placeId: string) => void): Edge {
  const host = document.createElement('div');
  host.className = 'ly-edge';
  container.append(host);
  const chips = new Map<string, HTMLButtonElement>();
  return {
    update: (wanted, view) => {
      const near = [...wanted].sort((a, b) => weight(b, stage) - weight(a, stage)).slice(0, Math.max(0, Math.min(MOST, Math.floor(view.frame.width / BREADTH))));
      const names = new Set(near.map(({ mark }) => mark.place.id));
      for (const [id, chip] of chips) {
        if (names.has(id)) continue;
        chip.remove();
        chips.delete(id);
      }
      const shown = near.map(({ mark, at }) => {
        const { id } = mark.place;
        const chip = chips.get(id) ?? host.appendChild(createChip(() => go(id)));
        chips.set(id, chip);
        fill(chip, mark, stage, view);
        return { chip, at };
      });
      const sizes = shown.map(({ chip, at }) => ({ width: chip.offsetWidth, height: chip.offsetHeight, at }));
      return alongEdge(sizes, view.frame).flatMap((spot, index): Box[] => {
        const { chip } = shown[index] as (typeof shown)[number];
        chip.hidden = spot === null;
        if (!spot) return [];
        chip.style.transform = `translate(${Math.round(spot.x)}px, ${Math.round(spot.y)}px)`;
        const { width, height } = sizes[index] as (typeof sizes)[number];
        return [{ ...spot, width, height }];
      });
    },
  };
}

/** Presences and many features first. */
function weight({ mark }: Wanted, stage: Stage): number {
  const [top] = mark.drawn;
  return (top ? (stage.symbol(top.feature)?.order ?? 0) : 0) + mark.drawn.length;
}

function createChip(go: () => void): HTMLButtonElement {
  const chip = document.createElement('button');
  chip.type = 'button';
  chip.className = 'ly-edge-chip';
  const mark = document.createElement('canvas');
  mark.className = 'ly-edge-symbol';
  const name = document.createElement('span');
  name.className = 'ly-edge-name';
  const count = document.createElement('span');
  count.className = 'ly-edge-count';
  const far = document.createElement('span');
  far.className = 'ly-edge-distance';
  const arrow = document.createElement('span');
  arrow.className = 'ly-edge-arrow';
  arrow.setAttribute('aria-hidden', 'true');
  chip.append(mark, name, count, far, arrow);
  chip.addEventListener('click', go);
  return chip;
}

function fill(chip: HTMLButtonElement, mark: Mark, stage: Stage, view: EdgeView): void {
  const words = speech(view.lang);
  const { km, bearing } = course(view.center, mark.place.point);
  const distance = words.t('web.map.distance', { km: Math.round(km / 10) * 10 });
  const [symbol, name, count, far, arrow] = chip.children as unknown as [HTMLCanvasElement, HTMLElement, HTMLElement, HTMLElement, HTMLElement];
  name.textContent = words.of(mark.place.name);
  count.textContent = mark.drawn.length > 1 ? words.number(mark.drawn.length) : '';
  far.textContent = distance;
  arrow.style.transform = `rotate(${Math.round(bearing)}deg)`;
  chip.title = words.t('web.map.go', { place: words.of(mark.place.name), distance });
  chip.setAttribute('aria-label', chip.title);
  const [top] = mark.drawn;
  const looks = top && stage.symbol(top.feature);
  if (top && looks) paintChip(symbol, looks, top, view);
}

function paintChip(canvas: HTMLCanvasElement, symbol: Symbol, look: Mark['drawn'][number], view: EdgeView): void {
  const density = window.devicePixelRatio || 1;
  canvas.width = SYMBOL * density;
  canvas.height = SYMBOL * density;
  const context = canvas.getContext('2d');
  if (!context) return;
  context.setTransform(density, 0, 0, density, 0, 0);
  paintSymbol(context, symbol, look, { theme: view.theme, paper: view.paper }, { at: { x: SYMBOL / 2, y: SYMBOL / 2 }, radius: 7 });
}
