/** A file as a layer of the map: what the server answers, unpacked. The library's `overlays/packing.py` is its twin. */

import type { LonLat, Text } from '../document';
import { projected } from '../map/projection';

/** What columns are for; "" where there is none. */
export interface Mapping {
  readonly lon: string;
  readonly lat: string;
  readonly title: string;
  readonly start: string;
  readonly end: string;
}

export interface Overlay {
  readonly file: string;
  readonly kind: 'csv' | 'workbook' | 'geojson' | 'kml' | 'geopackage' | 'shapefile';
  readonly unit: 'line' | 'row' | 'feature';
  readonly encoding: string;
  readonly part: string;
  readonly parts: readonly string[];
  readonly crs: string;
  /** Whether the format has shapes; otherwise columns give the coordinates. */
  readonly hasShapes: boolean;
  readonly columns: readonly string[];
  readonly mapping: Mapping;
  readonly read: number;
  readonly shown: number;
  readonly rejected: number;
  /** The first rows, as they stand in the file. */
  readonly preview: readonly (readonly string[])[];
  readonly faults: readonly Text[];
  /** Of the rows shown, column by column. */
  readonly cells: readonly (readonly string[])[];
  readonly chains: Chains;
  /** A position on each shape, in pixels of zoom 0, x and y in turn. */
  readonly anchors: Float64Array;
  /** Where each row shown stands in the file. */
  readonly rows: Uint32Array;
  /** Four days of each row, one after another; null where no column has dates. */
  readonly days: Int32Array | null;
}

/** All shapes as chains of positions, in the order of their rows. */
export interface Chains {
  /** Pixels of zoom 0, x and y in turn. */
  readonly positions: Float64Array;
  /** Number of the first position of each chain; one more tells where the last one ends. */
  readonly starts: Uint32Array;
  /** The row that each belongs to. */
  readonly owners: Uint32Array;
  readonly kinds: Uint8Array;
  /** West, north, east and south of each, in pixels of zoom 0. */
  readonly boxes: Float64Array;
}

export const [POINT, LINE, RING] = [0, 1, 2] as const;

type Numbers = Float64Array | Uint32Array | Int32Array | Uint8Array;

interface Head extends Omit<Overlay, 'chains' | 'anchors' | 'rows' | 'days'> {
  readonly error?: Text;
  readonly arrays: readonly { readonly name: string; readonly type: string; readonly offset: number; readonly length: number }[];
}

/** A file that the server would not read, and why. */
export class Refusal extends Error {
  constructor(readonly text: Text) {
    super(text.en);
  }
}

export function unpacked(buffer: ArrayBuffer): Overlay {
  const length = new DataView(buffer).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length))) as Head;
  if (head.error) throw new Refusal(head.error);
  const arrays = new Map(head.arrays.map((one) => [one.name, numbers(buffer, 4 + length + one.offset, one.type, one.length)]));
  const find = <T extends Numbers>(name: string) => arrays.get(name) as T;
  const chains = { positions: toPixels(find<Float64Array>('positions')), starts: find<Uint32Array>('starts'), owners: find<Uint32Array>('owners'), kinds: find<Uint8Array>('kinds') };
  return {
    ...head,
    chains: { ...chains, boxes: boxesOf(chains) },
    anchors: toPixels(find<Float64Array>('anchors')),
    rows: find<Uint32Array>('rows'),
    days: find<Int32Array | undefined & Int32Array>('days') ?? null,
  };
}

function numbers(buffer: ArrayBuffer, offset: number, type: string, length: number): Numbers {
  if (type === 'f8') return new Float64Array(buffer, offset, length);
  if (type === 'u4') return new Uint32Array(buffer, offset, length);
  return type === 'i4' ? new Int32Array(buffer, offset, length) : new Uint8Array(buffer, offset, length);
}

function toPixels(degrees: Float64Array): Float64Array {
  for (let at = 0; at < degrees.length; at += 2) {
    const { x, y } = projected([degrees[at] as number, degrees[at + 1] as number] satisfies LonLat);
    degrees[at] = x;
    degrees[at + 1] = y;
  }
  return degrees;
}

function boxesOf({ positions, starts }: Pick<Chains, 'positions' | 'starts'>): Float64Array {
  const boxes = new Float64Array(4 * (starts.length - 1));
  for (let chain = 0; chain + 1 < starts.length; chain++) {
    let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let at = starts[chain] as number; at < (starts[chain + 1] as number); at++) {
      const [x, y] = [positions[2 * at] as number, positions[2 * at + 1] as number];
      if (x < west) west = x;
      if (x > east) east = x;
      if (y < north) north = y;
      if (y > south) south = y;
    }
    boxes.set([west, north, east, south], 4 * chain);
  }
  return boxes;
}

/** What a row is called: its name, or where it stands. */
export function cell(overlay: Overlay, column: string, row: number): string {
  return overlay.cells[overlay.columns.indexOf(column)]?.[row] ?? '';
}
