/**
 * Drawings out of a file: GeoJSON or KML, read in the browser and nowhere kept but in the view. Nothing in a file is
 * executed or fetched; whatever is wrong with it gets a sentence of its own.
 */

import type { Feature, FeatureCollection, GeoJSON, Geometry, Position } from 'geojson';
import type { LonLat } from '../document';
import type { MessageKey, Params } from '../i18n';
import { MOST_DRAWINGS, MOST_NAME, MOST_NOTE, MOST_RADIUS, POSITIONS_OF, RADII_OF, ROLES, ROLES_OF, SHAPES, tidied, type Draftable, type Path, type Shape } from './model';

/** What is wrong with a file, in words. */
export class FileProblem extends Error {
  constructor(
    readonly key: MessageKey,
    readonly params: Params = {},
  ) {
    super(key);
  }
}

export const MOST_BYTES = 5_000_000;
export const MOST_POSITIONS = 20_000;
const ZIP = [0x50, 0x4b];
const ENTITIES = /<!(DOCTYPE|ENTITY)/i;
const DEGREES_CRS = /CRS:?84|EPSG:+4326/i;

/** Read a file for outlines that select, or for notes; drawings that were kept as a file come back as they were. */
export async function readDrawings(file: Blob, role: 'selection' | 'note'): Promise<Draftable[]> {
  if (file.size > MOST_BYTES) throw new FileProblem('web.drawing.file.too-large', { mb: MOST_BYTES / 1_000_000 });
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (ZIP.every((byte, index) => bytes[index] === byte)) throw new FileProblem('web.drawing.file.zipped');
  const text = decoded(bytes).trim();
  if (text === '') throw new FileProblem('web.drawing.file.empty');
  return drawingsOf(text.startsWith('<') ? await readKml(text) : readJson(text), role);
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new FileProblem('web.drawing.file.encoding');
  }
}

async function readKml(text: string): Promise<unknown> {
  if (ENTITIES.test(text)) throw new FileProblem('web.drawing.file.entities');
  const parsed = new DOMParser().parseFromString(text, 'application/xml');
  if (parsed.querySelector('parsererror')) throw new FileProblem('web.drawing.file.xml');
  if (parsed.documentElement.localName !== 'kml') throw new FileProblem('web.drawing.file.not-kml', { root: parsed.documentElement.localName });
  const { kml } = await import('@tmcw/togeojson');
  return kml(parsed, { skipNullGeometry: true });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const at = /position (\d+)/.exec(String(error))?.[1];
    const line = at === undefined ? 1 : text.slice(0, Number(at)).split('\n').length;
    throw new FileProblem('web.drawing.file.json', { line });
  }
}

/** What a GeoJSON object holds. */
export function drawingsOf(content: unknown, role: 'selection' | 'note'): Draftable[] {
  const found = featuresOf(content).flatMap((feature, index) => drawingsOfFeature(feature, role, index + 1));
  if (found.length === 0) throw new FileProblem(role === 'selection' ? 'web.drawing.file.no-area' : 'web.drawing.file.nothing');
  if (found.length > MOST_DRAWINGS) throw new FileProblem('web.drawing.file.too-many', { n: found.length, most: MOST_DRAWINGS });
  const positions = found.reduce((sum, { paths }) => sum + paths.flat().length, 0);
  if (positions > MOST_POSITIONS) throw new FileProblem('web.drawing.file.too-detailed', { n: positions, most: MOST_POSITIONS });
  return found;
}

function featuresOf(content: unknown): Feature[] {
  if (!isObject(content)) throw new FileProblem('web.drawing.file.not-geojson');
  const { crs } = content;
  if (crs !== undefined && crs !== null && !DEGREES_CRS.test(JSON.stringify(crs))) throw new FileProblem('web.drawing.file.crs');
  const object = content as unknown as GeoJSON;
  if (object.type === 'FeatureCollection' && Array.isArray((object as FeatureCollection).features)) return object.features.filter(isObject) as unknown as Feature[];
  if (object.type === 'Feature') return [object];
  if (typeof object.type === 'string' && ('coordinates' in object || 'geometries' in object)) return [{ type: 'Feature', geometry: object, properties: {} }];
  throw new FileProblem('web.drawing.file.not-geojson');
}

function drawingsOfFeature(feature: Feature, role: 'selection' | 'note', number: number): Draftable[] {
  const told: Record<string, unknown> = isObject(feature.properties) ? feature.properties : {};
  const words = (...names: string[]) => String(names.map((name) => told[name]).find((value) => typeof value === 'string') ?? '');
  const named = { name: tidied(words('name', 'Name', 'title'), MOST_NAME), note: tidied(words('note', 'description'), MOST_NOTE) };
  const parts = partsOf(feature.geometry).flatMap((geometry) => pathsOf(geometry, number));
  return parts.flatMap(({ shape, paths }): Draftable[] => {
    const own = ownShape(told, paths);
    if (own) return [{ ...own, paths, ...named }];
    if (role === 'selection' && shape !== 'polygon') return [];
    return [{ shape, role, only: false, radii: [], paths, ...named, note: role === 'note' ? named.note : '' }];
  });
}

/** Shape, role and radii that a drawing was kept with, if they fit its positions. */
function ownShape(told: Record<string, unknown>, paths: readonly Path[]): Pick<Draftable, 'shape' | 'role' | 'only' | 'radii'> | null {
  const shape = SHAPES.find((one) => one === told['shape']);
  const role = ROLES.find((one) => one === told['role']);
  if (!shape || !role || !ROLES_OF[shape].includes(role)) return null;
  const given: unknown[] = Array.isArray(told['radii']) ? told['radii'] : [];
  const radii = given.filter((one): one is number => typeof one === 'number' && one >= 1 && one <= MOST_RADIUS);
  const [least, most] = POSITIONS_OF[shape];
  const fits = paths.every((path) => path.length >= least && path.length <= most) && (shape === 'polygon' || paths.length === 1);
  const sized = RADII_OF[shape] === 0 ? radii.length === 0 : radii.length >= 1 && radii.length <= RADII_OF[shape];
  return fits && sized && radii.length === given.length ? { shape, role, radii, only: role === 'selection' && told['only'] === true } : null;
}

function partsOf(geometry: Geometry | null | undefined): Geometry[] {
  if (!isObject(geometry)) return [];
  if (geometry.type === 'GeometryCollection') return Array.isArray(geometry.geometries) ? geometry.geometries.flatMap(partsOf) : [];
  return [geometry];
}

function pathsOf(geometry: Geometry, number: number): { readonly shape: Shape; readonly paths: Path[] }[] {
  const line = (positions: unknown): Path => {
    if (!Array.isArray(positions)) throw new FileProblem('web.drawing.file.geometry', { n: number });
    return positions.map((one) => position(one, number));
  };
  const all = (lists: unknown): Path[] => (Array.isArray(lists) ? lists.map(line) : [line(lists)]);
  const rings = (lists: unknown) => all(lists).map((path) => ring(path, number));
  switch (geometry.type) {
    case 'Point':
      return [{ shape: 'point', paths: [[position(geometry.coordinates, number)]] }];
    case 'MultiPoint':
      return line(geometry.coordinates).map((one) => ({ shape: 'point', paths: [[one]] }));
    case 'LineString':
      return [{ shape: 'line', paths: [enough(line(geometry.coordinates), 2, number)] }];
    case 'MultiLineString':
      return all(geometry.coordinates).map((path) => ({ shape: 'line', paths: [enough(path, 2, number)] }));
    case 'Polygon':
      return [{ shape: 'polygon', paths: rings(geometry.coordinates) }];
    case 'MultiPolygon':
      return [{ shape: 'polygon', paths: (geometry.coordinates as unknown[]).flatMap(rings) }];
    default:
      throw new FileProblem('web.drawing.file.geometry', { n: number });
  }
}

/** A ring as drawings keep it: its end is not told twice. */
function ring(path: Path, number: number): Path {
  const [first, last] = [path[0], path.at(-1)];
  const isClosed = path.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
  return enough(isClosed ? path.slice(0, -1) : path, 3, number);
}

function enough(path: Path, least: number, number: number): Path {
  if (path.length < least) throw new FileProblem('web.drawing.file.geometry', { n: number });
  return path;
}

function position(given: unknown, number: number): LonLat {
  const [lon, lat] = Array.isArray(given) ? (given as Position) : [];
  if (typeof lon !== 'number' || typeof lat !== 'number') throw new FileProblem('web.drawing.file.geometry', { n: number });
  if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) throw new FileProblem('web.drawing.file.degrees', { n: number, position: `${lon}, ${lat}` });
  return [lon, lat];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
