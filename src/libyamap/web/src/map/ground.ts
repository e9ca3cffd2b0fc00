/** The ground that the map is drawn on, as `libyamap.render.basemap` writes it: names in both languages, lines packed. */

import type { Text } from '../document';

/**
 * A line or ring as whole numbers of `1 / Ground.scale` degrees: the first longitude and latitude, then the
 * steps to each next vertex.
 */
export type Packed = readonly number[];

/** Where a label stands: packed longitude and latitude. */
export type Spot = readonly [number, number];

export interface Ground {
  readonly format: 'libyamap-basemap/1';
  readonly scale: number;
  /** Smallest first: a country's label appears from `minZoom` on. Rings of all its polygons, filled even-odd. */
  readonly countries: readonly {
    readonly iso: string;
    readonly name: Text;
    readonly label: Spot;
    readonly minZoom: number;
    readonly rings: readonly Packed[];
  }[];
  readonly coast: readonly Packed[];
  readonly borders: readonly { readonly disputed: boolean; readonly libya: boolean; readonly line: Packed }[];
  /** Libya's districts: names at a point within, and the lines between them. */
  readonly districts: readonly { readonly id: string; readonly name: Text; readonly label: Spot; readonly minZoom: number }[];
  readonly districtLines: readonly Packed[];
  /** Most important first; rank 1 (capital, great city) to 5 (village). */
  readonly cities: readonly {
    readonly name: Text;
    readonly at: Spot;
    readonly rank: number;
    readonly minZoom: number;
    readonly capital: boolean;
    readonly iso: string;
  }[];
  readonly seas: readonly { readonly id: string; readonly name: Text; readonly label: Spot; readonly minZoom: number }[];
}
