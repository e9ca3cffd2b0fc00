/** The ground: sea, land, Libya, borders, districts, coast and the dots of towns. */

import type { Frame } from './canvas';
import { placed } from './canvas';
import { unpacked, type Ground, type Packed } from './ground';
import { projected, WORLD, type Box, type Point } from './mercator';

export type Palette = Readonly<Record<string, string>>;

/** From this zoom on Libya's districts are drawn. */
export const DISTRICTS_FROM = 5.5;

const HOME = 'LY';
const GRATICULE = 5;

/** The ground as paths in pixels of zoom 0, made once. */
export interface Earth {
  readonly land: Path2D;
  readonly home: Path2D;
  readonly coast: Path2D;
  readonly borders: Path2D;
  readonly homeBorder: Path2D;
  readonly disputed: Path2D;
  readonly districts: Path2D;
  readonly graticule: Path2D;
  readonly towns: readonly Town[];
}

export interface Town {
  readonly at: Point;
  readonly rank: number;
  readonly minZoom: number;
  readonly capital: boolean;
}

export function createEarth(ground: Ground): Earth {
  const path = (lines: Iterable<Packed>, closed = false) => traced(lines, ground.scale, closed);
  const { countries, borders } = ground;
  const rings = (home: boolean) => countries.filter(({ iso }) => (iso === HOME) === home).flatMap((one) => one.rings);
  const lines = (wanted: (border: Ground['borders'][number]) => boolean) => borders.filter(wanted).map(({ line }) => line);
  return {
    land: path(rings(false), true),
    home: path(rings(true), true),
    coast: path(ground.coast),
    borders: path(lines(({ disputed, libya }) => !disputed && !libya)),
    homeBorder: path(lines(({ disputed, libya }) => !disputed && libya)),
    disputed: path(lines(({ disputed }) => disputed)),
    districts: path(ground.districtLines),
    graticule: graticule(),
    towns: ground.cities.map(({ at, rank, minZoom, capital }) => ({
      at: projected([at[0] / ground.scale, at[1] / ground.scale]),
      rank,
      minZoom,
      capital,
    })),
  };
}

export function paintEarth(context: CanvasRenderingContext2D, frame: Frame, palette: Palette, earth: Earth | null): void {
  const colour = (name: string) => palette[name] ?? '#888888';
  context.fillStyle = colour('sea');
  context.fillRect(0, 0, frame.width, frame.height);
  if (!earth) return;
  context.lineJoin = 'round';
  context.lineCap = 'round';
  const stroke = (path: Path2D, name: string, width: number, opacity = 1, dash: readonly number[] = []) => {
    context.globalAlpha = opacity;
    context.strokeStyle = colour(name);
    context.lineWidth = width / frame.scale;
    context.setLineDash(dash.map((length) => length / frame.scale));
    context.stroke(path);
    context.setLineDash([]);
    context.globalAlpha = 1;
  };
  const fill = (path: Path2D, name: string) => {
    context.fillStyle = colour(name);
    context.fill(path, 'evenodd');
  };
  for (const copy of copies(frame)) {
    context.save();
    context.transform(frame.scale, 0, 0, frame.scale, copy * WORLD * frame.scale - frame.corner.x, -frame.corner.y);
    stroke(earth.graticule, 'grid', 0.6, 0.7);
    for (const [width, opacity] of [[16, 0.14], [10, 0.2], [5, 0.3]] as const) stroke(earth.coast, 'sea-glow', width, opacity);
    fill(earth.land, 'land');
    fill(earth.home, 'libya');
    context.save();
    context.clip(earth.home, 'evenodd');
    for (const [width, opacity] of [[22, 0.3], [12, 0.4]] as const) stroke(earth.home, 'libya-band', width, opacity);
    context.restore();
    if (frame.zoom >= DISTRICTS_FROM) stroke(earth.districts, 'district', 1);
    stroke(earth.borders, 'border', 1);
    stroke(earth.disputed, 'border', 1.1, 1, [5, 4]);
    stroke(earth.homeBorder, 'libya-border', 1.5);
    stroke(earth.coast, 'coast', frame.zoom < 4 ? 0.7 : 1);
    context.restore();
  }
  paintTowns(context, frame, palette, earth);
}

function paintTowns(context: CanvasRenderingContext2D, frame: Frame, palette: Palette, earth: Earth): void {
  context.lineWidth = 1.2;
  for (const { at, radius, capital } of townsIn(earth, frame)) {
    context.beginPath();
    if (capital) context.rect(at.x - radius, at.y - radius, 2 * radius, 2 * radius);
    else context.arc(at.x, at.y, radius, 0, 2 * Math.PI);
    context.fillStyle = palette['paper'] ?? '#ffffff';
    context.fill();
    context.strokeStyle = palette['place-dot'] ?? '#444444';
    context.stroke();
  }
}

interface Dot {
  readonly at: Point;
  readonly radius: number;
  readonly capital: boolean;
}

function townsIn(earth: Earth, frame: Frame): Dot[] {
  return earth.towns
    .filter(({ minZoom }) => minZoom <= frame.zoom)
    .map(({ at, rank, capital }) => ({ at: placed(frame, at), radius: rank <= 2 ? 2.6 : 2.1, capital }))
    .filter(({ at }) => at.x > -5 && at.y > -5 && at.x < frame.width + 5 && at.y < frame.height + 5);
}

/** What labels should not cover. */
export function townBoxes(earth: Earth, frame: Frame): Box[] {
  return townsIn(earth, frame).map(({ at, radius }) => ({ x: at.x - radius, y: at.y - radius, width: 2 * radius, height: 2 * radius }));
}

/** Numbers of the copies of the world that the frame shows, 0 being the first. */
function copies(frame: Frame): number[] {
  const width = WORLD * frame.scale;
  const [first, last] = [Math.floor(frame.corner.x / width), Math.floor((frame.corner.x + frame.width) / width)];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function traced(lines: Iterable<Packed>, scale: number, closed: boolean): Path2D {
  const path = new Path2D();
  for (const line of lines) {
    unpacked(line, scale).forEach((position, index) => {
      const { x, y } = projected(position);
      if (index) path.lineTo(x, y);
      else path.moveTo(x, y);
    });
    if (closed) path.closePath();
  }
  return path;
}

function graticule(): Path2D {
  const path = new Path2D();
  for (let lon = -180; lon <= 180; lon += GRATICULE) {
    const x = projected([lon, 0]).x;
    path.moveTo(x, 0);
    path.lineTo(x, WORLD);
  }
  for (let lat = -80; lat <= 80; lat += GRATICULE) {
    const y = projected([0, lat]).y;
    path.moveTo(0, y);
    path.lineTo(WORLD, y);
  }
  return path;
}
