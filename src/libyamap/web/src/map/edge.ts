/** What lies outside the view, told at its edge: which place, how far, in which direction; a click goes there. */

import type { Lang, LonLat, Symbol, Theme } from '../document';
import { speech } from '../i18n';
import { BoxGrid, overlap } from './label-grid';
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
const EDGE = 10;
const SYMBOL = 18;
const STEPS = 40;
const STEP = 12;

interface Sized {
  readonly width: number;
  readonly height: number;
  readonly at: Point;
}

/** Where chips stand: at the edge of the frame towards their places, none on another, nor on what is spared if that can be. */
export function alongEdge(sizes: readonly Sized[], frame: Box, spared: readonly Box[] = []): (Point | null)[] {
  const taken: Box[] = [];
  const symbols = new BoxGrid(spared);
  return sizes.map((size) => {
    const spots = spotsFor(size, frame).filter((box) => !taken.some((other) => overlap(box, other, 6)));
    const box = spots.find((spot) => !symbols.meets(spot)) ?? spots[0];
    if (!box) return null;
    taken.push(box);
    return { x: box.x, y: box.y };
  });
}

/** Where a chip may stand, the best first: along the edge, and where that is full round its corners. */
function spotsFor({ width, height, at }: Sized, frame: Box): Box[] {
  const inner: Box = { x: frame.x + EDGE + width / 2, y: frame.y + EDGE + height / 2, width: frame.width - width - 2 * EDGE, height: frame.height - height - 2 * EDGE };
  if (inner.width <= 0 || inner.height <= 0) return [];
  const ideal = alongFrom(clamped(at, inner), inner);
  return Array.from({ length: 2 * STEPS + 1 }, (_, index) => {
    const centre = pointAlong(inner, ideal + (index % 2 ? 1 : -1) * Math.ceil(index / 2) * STEP);
    return { x: centre.x - width / 2, y: centre.y - height / 2, width, height };
  });
}

/** Where the line from the middle of a box to a point outside crosses its edge. */
function clamped(point: Point, box: Box): Point {
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const [dx, dy] = [point.x - middle.x, point.y - middle.y];
  const share = Math.min(box.width / 2 / Math.abs(dx || 1e-9), box.height / 2 / Math.abs(dy || 1e-9));
  return { x: middle.x + dx * share, y: middle.y + dy * share };
}

/** How far along the edge of a box a point on it lies, from the top left corner as clocks go. */
function alongFrom({ x, y }: Point, box: Box): number {
  const { width, height } = box;
  const [across, down] = [x - box.x, y - box.y];
  if (down < 0.5) return across;
  if (across > width - 0.5) return width + down;
  if (down > height - 0.5) return 2 * width + height - across;
  return 2 * width + 2 * height - down;
}

function pointAlong({ x, y, width, height }: Box, along: number): Point {
  const round = 2 * (width + height);
  const far = ((along % round) + round) % round;
  if (far < width) return { x: x + far, y };
  if (far < width + height) return { x: x + width, y: y + far - width };
  if (far < 2 * width + height) return { x: x + 2 * width + height - far, y: y + height };
  return { x, y: y + round - far };
}

export interface EdgeView {
  readonly lang: Lang;
  readonly theme: Theme;
  readonly paper: string;
  readonly center: LonLat;
  readonly frame: Box;
}

/** A chip with what it tells, and the size that this takes. */
interface Standing {
  readonly element: HTMLButtonElement;
  told: string;
  width: number;
  height: number;
}

/** The chips of a map. */
export interface Edge {
  /** Show chips for what is wanted, none over what is spared where there is room; the boxes that they take, in container pixels. */
  update(wanted: readonly Wanted[], view: EdgeView, spared: readonly Box[]): Box[];
}

export function createEdge(container: HTMLElement, stage: Stage, go: (placeId: string) => void): Edge {
  const host = document.createElement('div');
  host.className = 'ly-edge';
  container.append(host);
  const chips = new Map<string, Standing>();
  return {
    update: (wanted, view, spared) => {
      const near = [...wanted].sort((a, b) => weight(b, stage) - weight(a, stage)).slice(0, MOST);
      const names = new Set(near.map(({ mark }) => mark.place.id));
      for (const [id, chip] of chips) {
        if (names.has(id)) continue;
        chip.element.remove();
        chips.delete(id);
      }
      const shown = near.map(({ mark, at }) => {
        const { id } = mark.place;
        const chip = chips.get(id) ?? { element: host.appendChild(createChip(() => go(id))), told: '', width: 0, height: 0 };
        chips.set(id, chip);
        const told = toldBy(mark, view);
        const isNew = told !== chip.told;
        chip.told = told;
        if (isNew) {
          chip.element.hidden = false;
          fill(chip.element, mark, stage, view);
        }
        return { chip, at, isNew };
      });
      // Measured only where something new is told: the page is not laid out for each picture while time is played.
      for (const { chip, isNew } of shown) if (isNew) [chip.width, chip.height] = [chip.element.offsetWidth, chip.element.offsetHeight];
      const sizes = shown.map(({ chip: { width, height }, at }) => ({ width, height, at }));
      return alongEdge(sizes, view.frame, spared).flatMap((spot, index): Box[] => {
        const { element: chip } = (shown[index] as (typeof shown)[number]).chip;
        chip.hidden = spot === null;
        if (!spot) return [];
        chip.style.transform = `translate(${Math.round(spot.x)}px, ${Math.round(spot.y)}px)`;
        const { width, height } = sizes[index] as (typeof sizes)[number];
        return [{ ...spot, width, height }];
      });
    },
  };
}

/** Everything that decides what a chip looks like, as text; ages in steps that can be told apart. */
function toldBy({ place, drawn }: Mark, { lang, theme, center }: EdgeView): string {
  const [top] = drawn;
  const { km, bearing } = course(center, place.point);
  const fonts = document.fonts?.status;
  return [lang, theme, fonts, place.name[lang], drawn.length, Math.round(km / 10), Math.round(bearing), top?.feature.id, top?.assertion, top?.certain, Math.round((top?.age ?? 0) * 20)].join('|');
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
