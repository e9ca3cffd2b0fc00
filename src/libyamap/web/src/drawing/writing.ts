/** Drawings, and what is inside of them, as files: GeoJSON and CSV, made in the browser. */

import type { Feature as GeoFeature, GeoJsonProperties, Geometry, Position } from 'geojson';
import type { Document, Feature, LonLat } from '../document';
import type { Lookup } from '../lookup';
import type { Held } from './inside';
import type { Drawing, Path } from './model';
import { polygonsOf } from './region';

const BYTE_ORDER_MARK = '\ufeff';
/** What a spreadsheet would take for a formula, also behind blanks. */
const FORMULA = /^[\s]*[=+\-@\t\r|%]/;

/** Drawings to keep and open again: what defines each as its geometry, the rest as properties. */
export function drawingsFile(drawings: readonly Drawing[]): string {
  return collection(
    drawings.map((drawing) => {
      const { id, shape, role, only, radii, name, note } = drawing;
      return { type: 'Feature', id, geometry: geometryOf(drawing), properties: { name, note, shape, role, ...(only && { only }), ...(radii.length > 0 && { radii }) } };
    }),
  );
}

function geometryOf({ shape, paths }: Drawing): Geometry {
  const [path = []] = paths;
  const positions = (line: Path): Position[] => line.map(([lon, lat]) => [lon, lat]);
  if (shape === 'polygon') {
    const polygons = polygonsOf(paths).map((rings) => rings.map((ring) => positions([...ring, ring[0] as LonLat])));
    const [only = []] = polygons;
    return polygons.length === 1 ? { type: 'Polygon', coordinates: only } : { type: 'MultiPolygon', coordinates: polygons };
  }
  if (path.length === 1) return { type: 'Point', coordinates: positions(path)[0] as Position };
  return { type: 'LineString', coordinates: positions(path) };
}

/** What is inside a selection, with where the data come from. */
export function heldGeoJson(held: readonly Held[], lookup: Lookup, { title, version, digest, licence, attribution }: Document): string {
  const features = held.map((one): GeoFeature<Geometry | null, GeoJsonProperties> => ({ type: 'Feature', id: one.drawn.feature.id, geometry: whereOf(one.drawn.feature, lookup), properties: recordOf(one, lookup) }));
  return collection(features, { title, version, digest, licence, attribution });
}

/** The same as a table; nothing in it is taken for a formula. */
export function heldCsv(held: readonly Held[], lookup: Lookup): string {
  const rows = held.map((one) => recordOf(one, lookup));
  const names = [...new Set(rows.flatMap(Object.keys))];
  const lines = [names, ...rows.map((row) => names.map((name) => row[name] ?? ''))].map((cells) => cells.map(cell).join(','));
  return BYTE_ORDER_MARK + lines.map((line) => `${line}\r\n`).join('');
}

type Row = Readonly<Record<string, string | number>>;

function recordOf({ drawn, inside }: Held, lookup: Lookup): Row {
  const { feature, assertion } = drawn;
  const place = lookup.places.get(feature.place ?? '');
  const name = (id: string | null) => lookup.places.get(id ?? '')?.name;
  return {
    id: feature.id,
    inside: inside === 'certain' ? 'certainly' : 'possibly',
    title_ar: feature.title.ar,
    title_en: feature.title.en,
    layer: feature.layer,
    kind: feature.kind,
    place_ar: place?.name.ar ?? '',
    place_en: place?.name.en ?? '',
    from_en: name(feature.origin)?.en ?? '',
    to_en: name(feature.destination)?.en ?? '',
    precision: place?.precision ?? '',
    lat: place?.point[1] ?? '',
    lon: place?.point[0] ?? '',
    radius_m: place?.radius ?? '',
    when: feature.when?.edtf ?? '',
    assertion,
    actors: feature.actors.map(({ actor }) => actor).join(' '),
    claims: drawn.claims.join(' '),
  };
}

function whereOf({ line, place: id }: Feature, lookup: Lookup): Geometry | null {
  if (line) return { type: 'LineString', coordinates: line.map(([lon, lat]) => [lon, lat]) };
  const place = lookup.places.get(id ?? '');
  if (!place) return null;
  if (place.outline && place.radius === null) {
    return { type: 'MultiPolygon', coordinates: place.outline.map((rings) => rings.map((ring) => ring.map(([lon, lat]) => [lon, lat]))) };
  }
  return { type: 'Point', coordinates: [...place.point] };
}

function collection(features: readonly unknown[], more: object = {}): string {
  return `${JSON.stringify({ type: 'FeatureCollection', ...more, features }, null, 1)}\n`;
}

function cell(value: string | number): string {
  const text = typeof value === 'string' && FORMULA.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** Hand a file to the browser. */
export function download(name: string, type: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
