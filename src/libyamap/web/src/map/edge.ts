/** What lies outside the view, told at its edge: which place, how far, in which direction; a click goes there. */

import type { Lang, LonLat, Symbol, Theme } from '../document';
import { speech } from '../i18n';
import { magnification } from '../magnification';
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
  const symbols = new BoxGrid(spared);
  return sizes.map((sized) => {
    const free = spotsFor(sized, frame).filter((spot) => !taken.some((other) => overlap(spot, other, AIR)));
    const spot = free.find((one) => !symbols.meets(grown(one))) ?? free[0];
    if (!spot) return null;
    taken.push(spot);
    return { x: spot.x, y: spot.y };
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

function grown({ x, y, width, height }: Box): Box {
  return { x: x - AIR, y: y - AIR, width: width + 2 * AIR, height: height + 2 * AIR };
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
        return { chip, at };
      });
      const sizes = shown.map(({ chip, at }) => ({ ...chip.size(), at }));
      return alongEdge(sizes, view.frame, view.spared).flatMap((spot, index): Box[] => {
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
  /** Measured only where it says something new. */
  size(): { readonly width: number; readonly height: number };
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
  let measured: { width: number; height: number; fonts: FontFaceSetLoadStatus } | null = null;
  return {
    element,
    show: (content, looks) => {
      if (!same(said, content)) {
        measured = null;
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
    size: () => {
      const { status: fonts } = document.fonts;
      if (!measured || measured.fonts !== fonts) {
        element.hidden = false;
        measured = { width: element.offsetWidth, height: element.offsetHeight, fonts };
      }
      return measured;
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
