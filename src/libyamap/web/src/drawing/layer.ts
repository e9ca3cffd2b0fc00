/** The layer of drawings: a canvas of its own above the features, and what of it lies under the pointer. */

import type * as Leaflet from 'leaflet';
import { speech as speechOf } from '../i18n';
import type { Lang, LonLat } from '../document';
import { toLine } from '../map/hit';
import type { Palette } from '../map/ground-brush';
import { createMeasure, paintLabels } from '../map/label-painter';
import { placeLabels, type Placed } from '../map/labels';
import { projected, type Box, type Point } from '../map/projection';
import { onCanvas, Sheet, type Frame } from '../map/sheet';
import { handlesOf, type Handle } from './edit';
import { labelsOf } from './labels';
import type { Drawing } from './model';
import { DOT, dotsOf, inkOf, linesOf, paintDrawing, paintHandles } from './picture';

export interface Showing {
  readonly drawings: readonly Drawing[];
  /** What is being drawn or moved, instead of what it was. */
  readonly draft: Drawing | null;
  readonly chosen: string | null;
  readonly lang: Lang;
  readonly palette: Palette;
}

export interface DrawingLayer {
  show(showing: Showing): void;
  /** Place the labels of a frame, clear of what must stay visible; tells where they stand. */
  letter(frame: Frame, obstacles: readonly Box[]): Box[];
  /** Id of the drawing whose line, point or text is at a point of the map's container. */
  hit(point: Point, reach: number): string | null;
  /** The handle of the chosen drawing there. */
  handle(point: Point, reach: number): Handle | null;
  /** The drawing that has handles. */
  edited(): Drawing | null;
  /** What is written on a drawing. */
  labels(id: string): string[];
}

const PANE = 'ly-drawings';
const ORDER = '420';

/** `changed` is told when labels are, for which others make room. */
export function createDrawingLayer(map: Leaflet.Map, changed: () => void): DrawingLayer {
  const pane = map.createPane(PANE);
  pane.style.zIndex = ORDER;
  pane.style.pointerEvents = 'none';
  const measure = createMeasure();
  let showing: Showing = { drawings: [], draft: null, chosen: null, lang: 'en', palette: {} };
  let avoided: readonly Box[] = [];
  let placed: readonly Placed[] = [];

  const shown = () => {
    const { drawings, draft } = showing;
    return draft ? [...drawings.filter(({ id }) => id !== draft.id), draft] : drawings;
  };
  const chosen = () => shown().find(({ id }) => id === showing.chosen);

  const place = (frame: Frame): readonly Placed[] => {
    const speech = speechOf(showing.lang);
    const labels = shown().flatMap((drawing) => labelsOf(drawing, frame, speech, showing.palette));
    const room = { x: 0, y: 0, ...frame.size };
    return placeLabels(labels, { frame: room, obstacles: avoided, direction: speech.dir, before: new Map() }, measure);
  };

  const sheet = new Sheet(map, PANE, (context, frame) => {
    const drawings = shown();
    placed = [];
    if (drawings.length === 0) return;
    const { palette, lang } = showing;
    // Corridors first: they take out what lies under them on this canvas.
    for (const drawing of [...drawings.filter(({ shape }) => shape === 'corridor'), ...drawings.filter(({ shape }) => shape !== 'corridor')]) {
      paintDrawing(context, frame, drawing, palette, drawing.id === showing.chosen);
    }
    const edited = chosen();
    if (edited) paintHandles(context, frame, handlesOf(edited), inkOf(edited, palette), palette['paper'] ?? '#ffffff');
    context.globalAlpha = 1;
    placed = place(frame);
    paintLabels(context, placed, { halo: palette['halo'] ?? '#ffffff', direction: speechOf(lang).dir });
  });
  void document.fonts.ready.then(() => {
    measure.forget();
    sheet.repaint();
  });

  const near = (position: LonLat, point: Point, reach: number, frame: Frame) => {
    const { x, y } = onCanvas(frame, projected(position));
    return Math.hypot(x - point.x, y - point.y) <= reach;
  };

  return {
    show: (next) => {
      const lettered = showing.drawings.length > 0 || next.drawings.length > 0 || Boolean(showing.draft ?? next.draft);
      showing = next;
      if (!lettered) return;
      sheet.repaint();
      changed();
    },
    letter: (frame, obstacles) => {
      if (showing.drawings.length === 0 && !showing.draft) return [];
      avoided = obstacles;
      sheet.repaint();
      const dots = shown().flatMap(dotsOf).map((position) => {
        const { x, y } = onCanvas(frame, projected(position));
        return { x: x - DOT, y: y - DOT, width: 2 * DOT, height: 2 * DOT };
      });
      return [...place(frame).map(({ box }) => box), ...dots];
    },
    hit: (point, reach) => {
      const frame = sheet.painted();
      if (!frame) return null;
      const at = sheet.fromContainer(point);
      const lettered = placed.find(({ box: { x, y, width, height } }) => at.x >= x && at.y >= y && at.x <= x + width && at.y <= y + height);
      if (lettered) return lettered.label.id.split(':')[1] ?? null;
      const found = showing.drawings.findLast((drawing) => {
        const { closed, open } = linesOf(drawing);
        const lines = [...closed.map((line) => [...line, line[0] as Point]), ...open].map((line) => line.map((one) => onCanvas(frame, one)));
        return lines.some((line) => toLine(at, line) <= reach) || (drawing.paths[0]?.length === 1 && near(drawing.paths[0][0] as LonLat, at, reach + 5, frame));
      });
      return found?.id ?? null;
    },
    handle: (point, reach) => {
      const frame = sheet.painted();
      const edited = chosen();
      if (!frame || !edited) return null;
      const at = sheet.fromContainer(point);
      const handles = handlesOf(edited).filter((handle) => near(handle.at, at, reach, frame));
      return handles.find(({ sort }) => sort !== 'between') ?? handles[0] ?? null;
    },
    edited: () => chosen() ?? null,
    labels: (id) => placed.flatMap(({ label, lines }) => (label.id.split(':')[1] === id ? lines.map(({ text }) => text) : [])),
  };
}
