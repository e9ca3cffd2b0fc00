/** Features on the canvas: areas hatched, halos, arrows, leaders, symbols; what is chosen stands out. */

import type { Theme } from '../document';
import type { Drawn } from '../selection';
import type { Stack } from '../stack';
import { paintArrow, stub, trimmed, upTo } from './arrow';
import { paintDiffering, type Differing } from './differing';
import type { Palette } from './ground-brush';
import { paintInLayers } from './layering';
import type { Point } from './projection';
import type { Area, Arrow, Halo, Scene, Stage } from './scene';
import { onCanvas, type Frame } from './sheet';
import { sizeAt, spread, type Pack } from './spread';
import { paintSymbol, type Ink } from './symbol';

/** A scene laid out for a frame, in canvas pixels. */
export interface Layout {
  readonly zoom: number;
  readonly packs: readonly Pack[];
  readonly arrows: readonly LaidArrow[];
}

export interface LaidArrow {
  readonly arrow: Arrow;
  readonly line: readonly Point[];
}

/** What is chosen or pointed at: ids of features and places. */
export interface Emphasis {
  readonly selected: string | null;
  readonly pointed: ReadonlySet<string>;
  /** What another map beside this one does not show, or shows otherwise. */
  readonly differing: Differing;
}

export interface Brush {
  readonly stage: Stage;
  readonly stack: Stack;
  readonly palette: Palette;
  readonly theme: Theme;
  readonly emphasis: Emphasis;
}

/** Pixels from which a halo is wider than the symbol that it surrounds. */
const HALO_FROM = 13;
/** Pixels by which the ring round what is chosen is wider than its symbol. */
export const RING = 10;
const HATCH = 11;
/** Pixels that arrows keep from the middle of the symbols at their ends. */
const CLEAR = 13;
const OUTSIDE = 60;
/** Pixels of a plate round its symbols. */
const PLATE = 4;

/** Nothing laid out yet. */
export const NO_LAYOUT: Layout = { zoom: NaN, packs: [], arrows: [] };

/** Laid out from nothing, or, in haste, as much as can be as it was before; `middle`: of what is seen of the map, on the canvas. */
export function layOut(scene: Scene, frame: Frame, middle: Point, before = NO_LAYOUT): Layout {
  const places = scene.marks.map(({ place, at, drawn }) => ({ id: place.id, anchor: onCanvas(frame, at), drawn, plate: place.precision === 'country' }));
  const packs = spread(places, sizeAt(frame.zoom), before.zoom === frame.zoom ? before.packs : []);
  const ends = new Map(packs.map((pack) => [pack.id, pack]));
  const arrows = scene.arrows.flatMap((arrow): LaidArrow[] => {
    const line = arrow.line.map((point) => onCanvas(frame, point));
    if (arrow.missing) return stubs(arrow, line[0] as Point, ends.get(arrow.end), frame, middle);
    const cut = trimmed(line, CLEAR * 0.5, CLEAR);
    return cut.length > 1 ? [{ arrow, line: cut }] : [];
  });
  return { zoom: frame.zoom, packs, arrows };
}

/** An arrow with one known end: it comes from, or goes to, nowhere in particular. */
function stubs(arrow: Arrow, end: Point, pack: Pack | undefined, frame: Frame, middle: Point): LaidArrow[] {
  const seen = end.x > -OUTSIDE && end.y > -OUTSIDE && end.x < frame.size.width + OUTSIDE && end.y < frame.size.height + OUTSIDE;
  if (!seen) return [];
  const target = pack?.middle ?? end;
  const away = { x: middle.x < target.x ? -1 : 1, y: 1.1 };
  const line = stub(target, (pack?.radius ?? 0) + 3, away);
  return [{ arrow, line: arrow.missing === 'destination' ? line.toReversed() : line }];
}

export function paintFeatures(context: CanvasRenderingContext2D, frame: Frame, scene: Scene, layout: Layout, brush: Brush): void {
  const { stack } = brush;
  paintInLayers(context, stack, {
    things: scene.areas,
    layerOf: ({ drawn }) => drawn.feature.layer,
    isStrong: ({ drawn, place }) => isStrong(drawn, place.id, brush),
    paint: (canvas, area) => paintArea(canvas, frame, area, brush),
  });
  paintInLayers(context, stack, {
    things: scene.halos,
    layerOf: ({ top }) => top.feature.layer,
    isStrong: ({ top, place }) => isStrong(top, place.id, brush),
    paint: (canvas, halo) => paintHalo(canvas, frame, halo, brush),
  });
  paintChosenPlaces(context, frame, brush);
  paintInLayers(context, stack, {
    things: layout.arrows,
    layerOf: ({ arrow }) => arrow.drawn.feature.layer,
    isStrong: ({ arrow }) => isStrong(arrow.drawn, arrow.end, brush),
    paint: (canvas, laid) => paintLaid(canvas, laid, brush),
  });
  for (const laid of layout.arrows) paintDifferingArrow(context, laid, brush);
  for (const pack of layout.packs) paintLeader(context, pack, brush);
  for (const pack of layout.packs) if (pack.plate) paintPlate(context, pack, brush);
  paintInLayers(context, stack, {
    things: layout.packs.flatMap(({ id, beads }) => beads.map((bead) => ({ bead, place: id }))),
    layerOf: ({ bead }) => bead.drawn.feature.layer,
    isStrong: ({ bead, place }) => isStrong(bead.drawn, place, brush),
    paint: (canvas, { bead, place }) => paintBead(canvas, bead, place, brush),
  });
}

function ink({ palette, theme }: Brush): Ink {
  return { theme, paper: palette['paper'] ?? '#ffffff' };
}

function colourOf(drawn: Drawn, { stage, theme }: Brush): string {
  return stage.symbol(drawn.feature)?.colour[theme] ?? '#777777';
}

function isPointed(drawn: Drawn, place: string | null, { emphasis }: Brush): boolean {
  return emphasis.pointed.has(drawn.feature.id) || (place !== null && emphasis.pointed.has(place));
}

function isStrong(drawn: Drawn, place: string | null, brush: Brush): boolean {
  return isPointed(drawn, place, brush) || brush.emphasis.selected === drawn.feature.id;
}

/** Run `paint` with the origin and unit of pixels of zoom 0. */
function inWorld(context: CanvasRenderingContext2D, frame: Frame, paint: () => void): void {
  context.save();
  context.transform(frame.scale, 0, 0, frame.scale, -frame.origin.x, -frame.origin.y);
  paint();
  context.restore();
}

/** Hatched; where several fill one area, their lines take turns, so that each can be told. */
function paintArea(context: CanvasRenderingContext2D, frame: Frame, { drawn, outline, place, turn, turns }: Area, brush: Brush): void {
  const colour = colourOf(drawn, brush);
  const strong = isStrong(drawn, place.id, brush);
  context.save();
  inWorldClip(context, frame, outline);
  context.globalAlpha = strong ? 0.14 : 0.03;
  context.fillStyle = colour;
  context.fillRect(0, 0, frame.size.width, frame.size.height);
  context.globalAlpha = (strong ? 0.6 : 0.24) * (drawn.certain ? 1 : 0.7);
  context.strokeStyle = colour;
  context.lineWidth = 1.1;
  context.beginPath();
  const step = HATCH * turns;
  const shift = (((frame.origin.x + frame.origin.y) % step) + step) % step;
  for (let x = turn * HATCH - shift - step; x < frame.size.width + frame.size.height; x += step) {
    context.moveTo(x, 0);
    context.lineTo(x - frame.size.height, frame.size.height);
  }
  context.stroke();
  context.restore();
  inWorld(context, frame, () => {
    context.strokeStyle = colour;
    context.globalAlpha = 0.9;
    context.lineWidth = (strong ? 2.2 : 1.3) / frame.scale;
    const dash = [6, 4 + (turns - 1) * 10].map((length) => length / frame.scale);
    context.setLineDash(dash);
    context.lineDashOffset = (-turn * 10) / frame.scale;
    context.stroke(outline);
  });
}

function inWorldClip(context: CanvasRenderingContext2D, frame: Frame, outline: Path2D): void {
  const moved = new Path2D();
  moved.addPath(outline, new DOMMatrix([frame.scale, 0, 0, frame.scale, -frame.origin.x, -frame.origin.y]));
  context.clip(moved, 'evenodd');
}

function paintHalo(context: CanvasRenderingContext2D, frame: Frame, halo: Halo, brush: Brush): void {
  if (halo.radius * frame.scale < HALO_FROM) return;
  const colour = colourOf(halo.top, brush);
  inWorld(context, frame, () => {
    context.fillStyle = colour;
    context.globalAlpha = 0.09;
    context.fill(halo.outline);
    context.globalAlpha = 0.75;
    context.strokeStyle = colour;
    context.lineWidth = 1.1 / frame.scale;
    context.setLineDash([3 / frame.scale, 3 / frame.scale]);
    context.stroke(halo.outline);
  });
}

/** Outline of a place that is chosen or pointed at, whatever its precision. */
function paintChosenPlaces(context: CanvasRenderingContext2D, frame: Frame, { stage, emphasis, palette }: Brush): void {
  const ids = [...emphasis.pointed, ...(emphasis.selected ? [emphasis.selected] : [])];
  for (const id of ids) {
    const place = stage.places.get(id);
    if (!place?.outline) continue;
    inWorld(context, frame, () => {
      context.strokeStyle = palette['accent'] ?? '#0f5c7a';
      context.lineWidth = 2 / frame.scale;
      context.stroke(stage.outline(place));
    });
  }
}

function paintLaid(context: CanvasRenderingContext2D, { arrow, line }: LaidArrow, brush: Brush): void {
  const strong = isStrong(arrow.drawn, arrow.end, brush);
  const { schematic, origin } = arrow.drawn.feature;
  const fromWhole = brush.stage.places.get(origin ?? '')?.precision === 'country';
  const style = {
    colour: colourOf(arrow.drawn, brush),
    casing: brush.palette['paper'] ?? '#ffffff',
    schematic: schematic && !arrow.missing,
    certain: arrow.drawn.certain,
    strong,
  };
  const fading = arrow.missing !== null || fromWhole;
  const { progress } = arrow.drawn;
  if (progress < 1) paintArrow(context, line, { ...style, ahead: true }, fading);
  paintArrow(context, upTo(line, progress), style, fading);
}

/** A movement that differs is marked where its line is halfway. */
function paintDifferingArrow(context: CanvasRenderingContext2D, { arrow, line }: LaidArrow, { emphasis, palette }: Brush): void {
  const how = emphasis.differing.get(arrow.drawn.feature.id);
  const at = line[Math.floor(line.length / 2)];
  if (how && at) paintDiffering(context, how, at, 0, palette);
}

/** From symbols that were moved aside, or that are many, to their place. */
function paintLeader(context: CanvasRenderingContext2D, pack: Pack, { palette, stack }: Brush): void {
  const far = Math.hypot(pack.middle.x - pack.anchor.x, pack.middle.y - pack.anchor.y);
  if (far < 5) return;
  context.save();
  context.globalAlpha = Math.max(...pack.beads.map(({ drawn }) => stack.opacity(drawn.feature.layer)));
  context.strokeStyle = palette['ink'] ?? '#222222';
  context.fillStyle = context.strokeStyle;
  context.lineWidth = 1.1;
  context.beginPath();
  context.moveTo(pack.anchor.x, pack.anchor.y);
  context.lineTo(pack.middle.x, pack.middle.y);
  context.stroke();
  context.beginPath();
  context.arc(pack.anchor.x, pack.anchor.y, 2.3, 0, 2 * Math.PI);
  context.fill();
  context.restore();
}

/** Under the symbols of a whole country: what stands on it is said of all of it, and not of a point. */
function paintPlate(context: CanvasRenderingContext2D, { beads }: Pack, { palette }: Brush): void {
  const [first, last] = [beads[0], beads.at(-1)];
  if (!first || !last || first.at.y !== last.at.y) return;
  const half = Math.max(...beads.map(({ radius }) => radius)) + PLATE;
  context.save();
  context.beginPath();
  context.roundRect(first.at.x - half, first.at.y - half, last.at.x - first.at.x + 2 * half, 2 * half, half / 2);
  context.fillStyle = palette['paper'] ?? '#ffffff';
  context.globalAlpha = 0.88;
  context.fill();
  context.globalAlpha = 1;
  context.strokeStyle = palette['country-ink'] ?? '#666666';
  context.lineWidth = 1.1;
  context.stroke();
  context.restore();
}

function paintBead(context: CanvasRenderingContext2D, bead: Pack['beads'][number], place: string, brush: Brush): void {
  const symbol = brush.stage.symbol(bead.drawn.feature);
  if (!symbol) return;
  const chosen = brush.emphasis.selected === bead.drawn.feature.id;
  const pointed = isPointed(bead.drawn, place, brush);
  const { at } = bead;
  const radius = bead.radius * (chosen || pointed ? 1.18 : 1);
  if (chosen || pointed) {
    context.save();
    context.beginPath();
    context.arc(at.x, at.y, radius + (chosen ? 6 : 4), 0, 2 * Math.PI);
    context.fillStyle = brush.palette['paper'] ?? '#ffffff';
    context.globalAlpha = 0.9;
    context.fill();
    context.globalAlpha = 1;
    context.lineWidth = chosen ? 2.6 : 1.6;
    context.strokeStyle = chosen ? (brush.palette['ink'] ?? '#111111') : colourOf(bead.drawn, brush);
    context.stroke();
    context.restore();
  }
  const how = brush.emphasis.differing.get(bead.drawn.feature.id);
  if (how) paintDiffering(context, how, at, radius, brush.palette);
  paintSymbol(context, symbol, bead.drawn, ink(brush), { at, radius });
}
