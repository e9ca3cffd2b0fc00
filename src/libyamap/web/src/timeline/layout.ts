/** The timeline laid out for its canvas: bars in lanes above, the histogram below, and what lies under the pointer. */

import type { Feature } from '../document';
import { pixelsPerDay, positionOf, type Axis, type Span } from './axis';
import { binUnit, bins, type Bin } from './bins';
import type { Unit } from './calendar';
import { barOf, isCounted, isDated, type Bar } from './entries';
import { packed } from './lanes';

/** What is to be laid out. */
export interface Content {
  readonly features: readonly Feature[];
  readonly extent: Span;
  rank(layer: string): number;
  /** Id of what is open: its bar has a lane before all others. */
  readonly selected: string | null;
}

export interface LaidBar {
  readonly bar: Bar;
  readonly x: number;
  readonly width: number;
  readonly y: number;
  readonly height: number;
}

/** What one layer has in one bin: a block each while they can be told, else one for all. */
export interface Block {
  readonly layer: string;
  readonly features: readonly Feature[];
  readonly bin: Bin;
  readonly x: number;
  readonly width: number;
  readonly y: number;
  readonly height: number;
}

export interface Layout {
  readonly axis: Axis;
  readonly unit: Unit;
  readonly bars: readonly LaidBar[];
  readonly blocks: readonly Block[];
  /** Bars for which there is no room. */
  readonly hidden: number;
  /** Features of which no date is known. */
  readonly undated: number;
  /** Where the histogram stands, and the height of one feature in it. */
  readonly floor: number;
}

export const EMPTY: Omit<Layout, 'axis'> = { unit: 'month', bars: [], blocks: [], hidden: 0, undated: 0, floor: 0 };

/** Pixels: of lanes at most and at least, and what the histogram leaves above it. */
const TALLEST = 11;
const LOWEST = 1.9;
const GAP = 5;
const SHARE = 0.26;
const BLOCK = { tallest: 7, told: 3.5 } as const;
/** Pixels from a thin bar that still are on it. */
const REACH = 2;

export function layOut(content: Content, axis: Axis, height: number): Layout {
  const unit = binUnit(axis);
  const { span } = axis;
  const dated = content.features.filter(isDated);
  const inSight = (from: number, to: number) => to > span.from && from < span.to;
  const counted = dated.filter((feature) => isCounted(feature, unit) && inSight(feature.days[0], feature.days[3] + 1));
  const bars = dated
    .filter((feature) => !isCounted(feature, unit))
    .map((feature) => barOf(feature, content.extent))
    .filter((bar) => inSight(bar.from, bar.to))
    .sort(inOrder(content));
  const columns = bins(counted, unit, content.rank);
  const most = Math.max(0, ...columns.map(({ total }) => total));
  const one = Math.min(BLOCK.tallest, most ? (height * (bars.length ? SHARE : 0.9)) / most : BLOCK.tallest);
  const floor = height - 1;
  const room = height - most * one - (most ? GAP : 2);
  const lanes = packed(bars, 3 / pixelsPerDay(axis), Math.floor(room / LOWEST));
  const lane = Math.min(TALLEST, lanes.count ? room / lanes.count : TALLEST);
  const laid = bars.flatMap((bar): LaidBar[] => {
    const at = lanes.of.get(bar);
    if (at === undefined) return [];
    return [{ bar, ...between(axis, bar.from, bar.to, 2), y: 2 + at * lane, height: lane - (lane > 5 ? 2 : lane > 2.4 ? 0.8 : 0.6) }];
  });
  return {
    axis,
    unit,
    bars: laid,
    blocks: columns.flatMap((bin) => blocksOf(bin, axis, floor, one)),
    hidden: lanes.left.length,
    undated: content.features.length - dated.length,
    floor,
  };
}

/** What is open first, then the layers as they are drawn, each from its earliest on. */
function inOrder({ rank, selected }: Content): (a: Bar, b: Bar) => number {
  const first = (bar: Bar) => Number(bar.feature.id !== selected);
  return (a, b) => first(a) - first(b) || rank(a.feature.layer) - rank(b.feature.layer) || a.from - b.from || a.to - b.to;
}

function blocksOf(bin: Bin, axis: Axis, floor: number, one: number): Block[] {
  const { x, width } = between(axis, bin.from, bin.to, 4);
  const [left, breadth] = [x + 1, Math.max(3, Math.min(width - 2, 26))];
  const at = left + (width - 2 - breadth) / 2;
  let y = floor;
  return bin.stacks.flatMap(({ layer, features }) => {
    const groups = one >= BLOCK.told ? features.map((feature) => [feature]) : [features];
    return groups.map((group): Block => {
      const height = group.length * one;
      y -= height;
      return { layer, features: group, bin, x: at, width: breadth, y, height };
    });
  });
}

/** Left edge and width of days, cut to what the axis shows. */
function between(axis: Axis, from: number, to: number, least: number): { readonly x: number; readonly width: number } {
  const [a, b] = [positionOf(axis, Math.max(from, axis.span.from)), positionOf(axis, Math.min(to, axis.span.to))];
  return { x: Math.min(a, b), width: Math.max(least, Math.abs(b - a)) };
}

export type Target = LaidBar | Block;

/** What lies at a point: the nearest bar, or a block of the histogram. */
export function under({ bars, blocks }: Layout, x: number, y: number): Target | null {
  let best: { target: Target; far: number } | null = null;
  for (const target of [...blocks, ...bars]) {
    if (x < target.x - 1 || x > target.x + target.width + 1) continue;
    const far = Math.max(target.y - y, y - target.y - target.height, 0);
    if (far <= REACH && far < (best?.far ?? Infinity)) best = { target, far };
  }
  return best?.target ?? null;
}

export function featuresOf(target: Target): readonly Feature[] {
  return 'bar' in target ? [target.bar.feature] : target.features;
}
