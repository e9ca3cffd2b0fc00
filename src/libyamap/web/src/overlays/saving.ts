/** An overlay as a GeoJSON file to keep: what is not saved is gone with the window. */

import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import { unprojected } from '../map/projection';
import { LINE, POINT, type Chains, type Overlay } from './overlay';

/** Digits of a degree: a decimetre. */
const DIGITS = 1e6;

export function asGeoJson(overlay: Overlay): string {
  const parts = chainsByRow(overlay);
  const features = [...overlay.rows.keys()].map((row): Feature => {
    const properties = Object.fromEntries(overlay.columns.map((name, column) => [name, overlay.cells[column]?.[row] || null]));
    return { type: 'Feature', geometry: geometryOf(overlay.chains, parts[row] ?? []), properties };
  });
  return JSON.stringify({ type: 'FeatureCollection', features } satisfies FeatureCollection);
}

/** What the file is called. */
export function savedName({ file }: Overlay): string {
  return `${file.replace(/^.*[/\\:]\s*/, '').replace(/\.\w+$/, '')}.geojson`;
}

function chainsByRow({ chains, shown }: Overlay): number[][] {
  const found: number[][] = Array.from({ length: shown }, () => []);
  chains.owners.forEach((owner, chain) => found[owner]?.push(chain));
  return found;
}

function geometryOf(chains: Chains, parts: readonly number[]): Geometry {
  const of = (kind: number) => parts.filter((chain) => chains.kinds[chain] === kind).map((chain) => positions(chains, chain));
  const points = of(POINT).flat();
  const lines = of(LINE);
  const rings = parts.filter((chain) => chains.kinds[chain] !== POINT && chains.kinds[chain] !== LINE).map((chain) => positions(chains, chain));
  const geometries: Geometry[] = [
    ...(points.length > 0 ? [several('Point', points)] : []),
    ...(lines.length > 0 ? [several('LineString', lines)] : []),
    ...(rings.length > 0 ? [several('Polygon', polygons(rings))] : []),
  ];
  return geometries.length === 1 ? (geometries[0] as Geometry) : { type: 'GeometryCollection', geometries };
}

function several(type: 'Point' | 'LineString' | 'Polygon', found: readonly unknown[]): Geometry {
  return (found.length === 1 ? { type, coordinates: found[0] } : { type: `Multi${type}`, coordinates: found }) as Geometry;
}

/** Rings as areas: one that lies in the area before it is a hole of that. */
function polygons(rings: readonly Position[][]): Position[][][] {
  const found: Position[][][] = [];
  for (const ring of rings) {
    const last = found.at(-1);
    if (last && isWithin(ring, last[0] ?? [])) last.push(ring);
    else found.push([ring]);
  }
  return found;
}

function isWithin(ring: readonly Position[], outer: readonly Position[]): boolean {
  const [x, y] = (ring[0] ?? [0, 0]) as [number, number];
  let inside = false;
  for (let at = 1; at < outer.length; at++) {
    const [[fromX, fromY], [toX, toY]] = [outer[at - 1] as [number, number], outer[at] as [number, number]];
    if (fromY > y !== toY > y && x < ((toX - fromX) * (y - fromY)) / (toY - fromY) + fromX) inside = !inside;
  }
  return inside;
}

function positions({ positions: all, starts }: Chains, chain: number): Position[] {
  const found: Position[] = [];
  for (let at = starts[chain] as number; at < (starts[chain + 1] as number); at++) {
    const [lon, lat] = unprojected({ x: all[2 * at] as number, y: all[2 * at + 1] as number });
    found.push([Math.round(lon * DIGITS) / DIGITS, Math.round(lat * DIGITS) / DIGITS]);
  }
  return found;
}
