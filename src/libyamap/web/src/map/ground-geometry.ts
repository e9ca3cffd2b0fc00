/** Lines and rings of the ground in pixels of zoom 0, with what is needed to leave out those that are not seen. */

import type { Ground, Packed } from './ground';
import { projected, type Box, type Point } from './projection';

/** A line or ring: x and y in turn, and the upright rectangle that it lies in. */
export interface Shape {
  readonly xy: Float64Array;
  readonly box: Box;
}

/** Vertices in a piece of a long line: short enough that little of it lies outside the frame. */
const PIECE = 200;

const HOME = 'LY';

/** The basemap's lines and rings by what they are. */
export interface GroundShapes {
  /** Rings of every country but Libya, and Libya's. */
  readonly land: readonly Shape[];
  readonly libya: readonly Shape[];
  readonly coast: readonly Shape[];
  readonly borders: readonly Shape[];
  readonly disputed: readonly Shape[];
  readonly libyaBorder: readonly Shape[];
  readonly districts: readonly Shape[];
  /** Rings by country, in the basemap's order. */
  readonly countries: readonly (readonly Shape[])[];
}

export function shapesOf({ countries, borders, coast, districtLines, scale }: Ground): GroundShapes {
  const shapes = (lines: readonly Packed[]) => lines.map((line) => shapeOf(line, scale));
  const rings = countries.map((country) => shapes(country.rings));
  const lines = (wanted: (border: Ground['borders'][number]) => boolean) => shapes(borders.filter(wanted).map(({ line }) => line));
  return {
    land: rings.flatMap((one, index) => (countries[index]?.iso === HOME ? [] : one)),
    libya: rings.flatMap((one, index) => (countries[index]?.iso === HOME ? one : [])),
    coast: shapes(coast),
    borders: lines(({ disputed, libya }) => !disputed && !libya),
    disputed: lines(({ disputed }) => disputed),
    libyaBorder: lines(({ disputed, libya }) => libya && !disputed),
    districts: shapes(districtLines),
    countries: rings,
  };
}

export function shapeOf(line: Packed, scale: number): Shape {
  // In one go and without points between: there are tens of thousands of vertices, at the page's very start.
  const xy = new Float64Array(line.length);
  let lon = 0;
  let lat = 0;
  for (let at = 0; at + 1 < line.length; at += 2) {
    lon += line[at] as number;
    lat += line[at + 1] as number;
    const { x, y } = projected([lon / scale, lat / scale]);
    xy[at] = x;
    xy[at + 1] = y;
  }
  return { xy, box: boxOf(xy) };
}

/** A long line in pieces that share their ends. */
export function pieces(shape: Shape): Shape[] {
  const count = shape.xy.length / 2;
  const found: Shape[] = [];
  for (let start = 0; start < count - 1; start += PIECE) {
    const xy = shape.xy.subarray(start * 2, (Math.min(count - 1, start + PIECE) + 1) * 2);
    found.push({ xy, box: boxOf(xy) });
  }
  return found;
}

/**
 * Draw a shape's vertices in turn, without those nearer than `least` to the one before, its ends kept: at zooms where
 * none would see them.
 */
export function follow({ xy }: Shape, least: number, pen: Pick<Path2D, 'moveTo' | 'lineTo'>): void {
  const square = least * least;
  let [lastX, lastY] = [0, 0];
  for (let at = 0; at + 1 < xy.length; at += 2) {
    const [x, y] = [xy[at] as number, xy[at + 1] as number];
    if (at === 0) pen.moveTo(x, y);
    else if (at + 2 < xy.length && (x - lastX) ** 2 + (y - lastY) ** 2 < square) continue;
    else pen.lineTo(x, y);
    [lastX, lastY] = [x, y];
  }
}

export function boxOf(xy: Float64Array): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at + 1 < xy.length; at += 2) {
    const x = xy[at] as number;
    const y = xy[at + 1] as number;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Area within a ring in square pixels of zoom 0, whichever way it winds. */
export function areaOf({ xy }: Shape): number {
  let sum = 0;
  let [fromX, fromY] = [xy.at(-2) ?? 0, xy.at(-1) ?? 0];
  for (let at = 0; at + 1 < xy.length; at += 2) {
    const [x, y] = [xy[at] as number, xy[at + 1] as number];
    sum += fromX * y - x * fromY;
    [fromX, fromY] = [x, y];
  }
  return Math.abs(sum) / 2;
}

/** A point within a ring, and how far it is to the ring's nearer edge along its parallel. */
export interface Anchor extends Point {
  readonly room: number;
}

/** Points spread over the inside of a ring, the nearest to `from` first: where its name may stand. */
export function anchors(ring: Shape, from: Point, rows = 12): Anchor[] {
  const found: Anchor[] = [];
  for (let row = 0; row < rows; row++) {
    const y = ring.box.y + (ring.box.height * (row + 0.5)) / rows;
    for (const [left, right] of spans(ring, y)) {
      for (const share of [0.5, 0.3, 0.7, 0.15, 0.85]) {
        const x = left + (right - left) * share;
        found.push({ x, y, room: Math.min(x - left, right - x) });
      }
    }
  }
  const distance = ({ x, y }: Point) => Math.hypot(x - from.x, y - from.y);
  return found.sort((a, b) => distance(a) - distance(b));
}

/** The parts of a parallel that lie inside a ring. */
function spans({ xy }: Shape, y: number): [number, number][] {
  const crossings: number[] = [];
  let [fromX, fromY] = [xy.at(-2) ?? 0, xy.at(-1) ?? 0];
  for (let at = 0; at + 1 < xy.length; at += 2) {
    const [toX, toY] = [xy[at] as number, xy[at + 1] as number];
    if (fromY > y !== toY > y) crossings.push(fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX));
    [fromX, fromY] = [toX, toY];
  }
  crossings.sort((a, b) => a - b);
  const found: [number, number][] = [];
  for (let at = 0; at + 1 < crossings.length; at += 2) found.push([crossings[at] as number, crossings[at + 1] as number]);
  return found;
}
