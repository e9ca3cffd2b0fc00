/** The overlays on the map: a canvas of their own under the features, their labels among the features', and the pointer. */

import { effect, untracked } from '@preact/signals';
import type * as Leaflet from 'leaflet';
import type { App } from '../app';
import type { LonLat } from '../document';
import type { Label } from '../map/labels';
import { labelFont } from '../map/label-painter';
import { unprojected, type Point } from '../map/projection';
import { onCanvas, Sheet, type Frame } from '../map/sheet';
import type { MapView } from '../map/view';
import { PALETTES } from '../theme';
import { cell } from './overlay';
import { paintOverlay } from './painter';
import { rowAt } from './picking';
import type { Laid, Spot, Store } from './store';
import { HIDDEN } from './window';

const PANE = 'ly-overlays';
/** Under the features. */
const ORDER = '405';
/** Pixels from the middle of a feature's symbol that are its own. */
const SYMBOL = 15;
const REACH = { mouse: 4, touch: 14 } as const;
/** Labels that are looked for room for, of all overlays together. */
const MOST_LABELS = 400;
const LONGEST_LABEL = 40;
/** Pixels beyond a label's row that lies off the canvas. */
const OFF = 20;

/** Draw what the store holds; what is returned tells whether the click that is being told is on one of its points or lines. */
export function drawOverlays(app: App, map: MapView, store: Store): () => boolean {
  const { leaflet } = map;
  const pane = leaflet.createPane(PANE);
  pane.style.zIndex = ORDER;
  pane.style.pointerEvents = 'none';
  const sheet = new Sheet(leaflet, PANE, (context, frame) => {
    const palette = PALETTES[app.theme.peek()];
    const brush = { casing: palette['paper'] ?? '#ffffff', ink: palette['ink'] ?? '#111111', open: store.open.peek() };
    for (const laid of shown(store).toReversed()) paintOverlay(context, frame, laid, statesOf(store, laid), brush);
  });
  const letter = map.letter((frame) => labelsOf(store, frame, PALETTES[app.theme.peek()]));
  effect(() => {
    void [store.laid.value, store.standings.value, store.open.value, app.theme.value];
    untracked(() => {
      sheet.repaint();
      letter();
    });
  });
  return watch(app, map, store, (point, reach) => under(store, sheet, point, reach));
}

function shown(store: Store): readonly Laid[] {
  return store.laid.peek().filter(({ isShown }) => isShown);
}

function statesOf(store: Store, { id }: Laid): Uint8Array {
  return store.standings.peek().get(id) ?? new Uint8Array();
}

/** The row at a point of the map's container, of the topmost overlay that has one there. */
function under(store: Store, sheet: Sheet, point: Point, reach: number): Aimed | null {
  const frame = sheet.painted();
  if (!frame) return null;
  const { x, y } = sheet.fromContainer(point);
  for (const laid of shown(store)) {
    const { size } = laid.style;
    const spot = { x: (x + frame.origin.x) / frame.scale, y: (y + frame.origin.y) / frame.scale, point: (size / 2 + reach) / frame.scale, line: (size / 6 + reach) / frame.scale };
    const picked = rowAt(laid.overlay, statesOf(store, laid), spot);
    if (picked) return { spot: { id: laid.id, row: picked.row }, isArea: picked.isArea };
  }
  return null;
}

interface Aimed {
  readonly spot: Spot;
  readonly isArea: boolean;
}

type Under = (point: Point, reach: number) => Aimed | null;

/** Watch the pointer; what is returned tells whether the click that is being told is on a point or line of an overlay. */
function watch(app: App, map: MapView, store: Store, at: Under): () => boolean {
  const isDrawing = () => (app.later.equipment.peek()?.desk.draft.peek() ?? null) !== null;
  const isOnSymbol = ({ clientX, clientY }: MouseEvent) => [...map.points().values()].some(({ x, y }) => Math.hypot(x - clientX, y - clientY) < SYMBOL);
  let isOnDrawing = false;
  let aimed: Aimed | null = null;
  const takes = () => aimed !== null && !aimed.isArea;
  map.leaflet.on('preclick', ({ containerPoint, originalEvent }: Leaflet.LeafletMouseEvent) => {
    const touch = (originalEvent as PointerEvent).pointerType === 'touch';
    isOnDrawing = isDrawing() || (app.later.equipment.peek()?.drawings.hit(containerPoint, REACH.mouse) ?? null) !== null;
    aimed = isOnDrawing || isOnSymbol(originalEvent) ? null : at(containerPoint, touch ? REACH.touch : REACH.mouse);
  });
  map.leaflet.on('click', () => {
    if (isOnDrawing) return;
    // Of areas that lie on one another both are told: the map's own in the evidence, the reader's on its card.
    store.open.value = aimed?.spot ?? null;
    aimed = null;
  });
  map.leaflet.on('mousemove', ({ containerPoint }: Leaflet.LeafletMouseEvent) => {
    if (store.laid.peek().length === 0 || app.chrome.hovered.peek() || isDrawing()) return;
    if (at(containerPoint, REACH.mouse)) map.leaflet.getContainer().style.cursor = 'pointer';
  });
  return takes;
}

function labelsOf(store: Store, frame: Frame, palette: Readonly<Record<string, string>>): Label[] {
  const labels: Label[] = [];
  for (const laid of shown(store)) {
    const { overlay, style, id } = laid;
    const texts = overlay.cells[overlay.columns.indexOf(style.label)];
    if (!texts) continue;
    const states = statesOf(store, laid);
    for (let row = 0; row < overlay.shown && labels.length < MOST_LABELS; row++) {
      const text = texts[row];
      if (!text || states[row] === HIDDEN) continue;
      const at = onCanvas(frame, { x: overlay.anchors[2 * row] as number, y: overlay.anchors[2 * row + 1] as number });
      if (at.x < -OFF || at.y < -OFF || at.x > frame.size.width + OFF || at.y > frame.size.height + OFF) continue;
      labels.push({
        id: `${id}:${row}`,
        lines: [{ text: text.length > LONGEST_LABEL ? `${text.slice(0, LONGEST_LABEL)}…` : text, font: labelFont(11.5, 500), colour: palette['ink'] ?? '#222222' }],
        at,
        gap: style.size / 2 + 4,
        priority: -1,
        sides: ['end', 'start', 'below', 'above'],
      });
    }
  }
  return labels;
}

/** A row's position. */
export function positionOf({ overlay: { anchors } }: Laid, row: number): LonLat {
  return unprojected({ x: anchors[2 * row] as number, y: anchors[2 * row + 1] as number });
}

/** Opposite corners of all that an overlay has. */
export function cornersOf({ overlay: { chains } }: Laid): LonLat[] {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < chains.boxes.length; at += 4) {
    west = Math.min(west, chains.boxes[at] as number);
    north = Math.min(north, chains.boxes[at + 1] as number);
    east = Math.max(east, chains.boxes[at + 2] as number);
    south = Math.max(south, chains.boxes[at + 3] as number);
  }
  return west <= east ? [unprojected({ x: west, y: north }), unprojected({ x: east, y: south })] : [];
}

/** What a row is called. */
export function nameOf({ overlay }: Laid, row: number): string {
  return cell(overlay, overlay.mapping.title, row);
}
