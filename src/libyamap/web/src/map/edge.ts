/** What lies outside the view, told at its edge: which place, how far, in which direction; a click goes there. */

import type { Lang, LonLat, Symbol, Theme } from '../document';
import { speech } from '../i18n';
import { magnification } from '../magnification';
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
/** Pixels between a chip and what it must not cover. */
const AIR = 6;

/** How large a chip is, and where its place lies. */
interface Sized {
  readonly width: number;
  readonly height: number;
  readonly at: Point;
}

/**
 * Where chips of given sizes stand: at the edge of the frame towards their places, none on another, and where there is
 * room none on what is to be spared.
 */
export function alongEdge(sizes: readonly Sized[], frame: Box, spared: readonly Box[] = []): (Point | null)[] {
  const taken: Box[] = [];
  return sizes.map((sized) => {
    const spot = spotFor(sized, frame, [...taken, ...spared]) ?? spotFor(sized, frame, taken);
    if (spot) taken.push({ ...spot, width: sized.width, height: sized.height });
    return spot;
  });
}

function spotFor({ width, height, at }: Sized, frame: Box, taken: readonly Box[]): Point | null {
  const inner: Box = { x: frame.x + EDGE + width / 2, y: frame.y + EDGE + height / 2, width: frame.width - width - 2 * EDGE, height: frame.height - height - 2 * EDGE };
  if (inner.width <= 0 || inner.height <= 0) return null;
  const ideal = clamped(at, inner);
  for (let step = 0; step <= STEPS; step++) {
    for (const sign of step ? [1, -1] : [1]) {
      const centre = slid(ideal, inner, sign * step * STEP);
      const spot = { x: centre.x - width / 2, y: centre.y - height / 2 };
      if (!taken.some((other) => overlap({ ...spot, width, height }, other, AIR))) return spot;
    }
  }
  return null;
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
  /** Symbols, in container pixels. */
  readonly spared: readonly Box[];
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
  const chips = new Map<string, Chip>();
  return {
    update: (wanted, view) => {
      const near = [...wanted].sort((a, b) => weight(b, stage) - weight(a, stage)).slice(0, Math.max(0, Math.min(MOST, Math.floor(view.frame.width / BREADTH))));
      const names = new Set(near.map(({ mark }) => mark.place.id));
      for (const [id, chip] of chips) {
        if (names.has(id)) continue;
        chip.element.remove();
        chips.delete(id);
      }
      const density = (window.devicePixelRatio || 1) * magnification(container);
      const shown = near.map(({ mark, at }) => {
        const { id } = mark.place;
        const chip = chips.get(id) ?? createChip(host, () => go(id));
        chips.set(id, chip);
        chip.show(contentOf(mark, stage, view), { theme: view.theme, paper: view.paper, density });
        return { chip: chip.element, at };
      });
      const sizes = shown.map(({ chip, at }) => ({ width: chip.offsetWidth, height: chip.offsetHeight, at }));
      return alongEdge(sizes, view.frame, view.spared).flatMap((spot, index): Box[] => {
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

/** What a chip says. */
interface Content {
  readonly name: string;
  readonly count: string;
  readonly distance: string;
  readonly bearing: number;
  readonly title: string;
  readonly top: Mark['drawn'][number] | undefined;
  readonly symbol: Symbol | undefined;
}

interface Looks {
  readonly theme: Theme;
  readonly paper: string;
  readonly density: number;
}

interface Chip {
  readonly element: HTMLButtonElement;
  /** Say it, unless it says so already: a page that is written to is laid out anew, with every picture of the map. */
  show(content: Content, looks: Looks): void;
}

function contentOf({ place, drawn }: Mark, stage: Stage, { lang, center }: EdgeView): Content {
  const words = speech(lang);
  const { km, bearing } = course(center, place.point);
  const distance = words.t('web.map.distance', { km: Math.round(km / 10) * 10 });
  const name = words.of(place.name);
  const [top] = drawn;
  return {
    name,
    count: drawn.length > 1 ? words.number(drawn.length) : '',
    distance,
    bearing: Math.round(bearing),
    title: words.t('web.map.go', { place: name, distance }),
    top,
    symbol: top && stage.symbol(top.feature),
  };
}

function createChip(host: HTMLElement, go: () => void): Chip {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'ly-edge-chip';
  element.addEventListener('click', go);
  const mark = document.createElement('canvas');
  mark.className = 'ly-edge-symbol';
  const [name, count, far, arrow] = ['name', 'count', 'distance', 'arrow'].map((part) => {
    const span = document.createElement('span');
    span.className = `ly-edge-${part}`;
    return span;
  }) as [HTMLElement, HTMLElement, HTMLElement, HTMLElement];
  arrow.setAttribute('aria-hidden', 'true');
  element.append(mark, name, count, far, arrow);
  host.append(element);
  let said: Content | null = null;
  let looked: Looks | null = null;
  return {
    element,
    show: (content, looks) => {
      if (!same(said, content)) {
        name.textContent = content.name;
        count.textContent = content.count;
        far.textContent = content.distance;
        arrow.style.transform = `rotate(${content.bearing}deg)`;
        element.title = content.title;
        element.setAttribute('aria-label', content.title);
      }
      const { top, symbol } = content;
      if (top && symbol && !(said?.top === top && said.symbol === symbol && same(looked, looks))) paintChip(mark, symbol, top, looks);
      [said, looked] = [content, looks];
    },
  };
}

function same<T extends object>(one: T | null, other: T): boolean {
  return one !== null && Object.entries(other).every(([key, value]) => one[key as keyof T] === value);
}

function paintChip(canvas: HTMLCanvasElement, symbol: Symbol, look: Mark['drawn'][number], { theme, paper, density }: Looks): void {
  canvas.width = Math.round(SYMBOL * density);
  canvas.height = Math.round(SYMBOL * density);
  const context = canvas.getContext('2d');
  if (!context) return;
  context.setTransform(density, 0, 0, density, 0, 0);
  paintSymbol(context, symbol, look, { theme, paper }, { at: { x: SYMBOL / 2, y: SYMBOL / 2 }, radius: 7 });
}
