/** A map that is drawn on: the one that folium made, or another beside it. Mounted once; everything else is told to it. */

import type * as Leaflet from 'leaflet';
import type { Document, Lang, LonLat, Theme } from '../document';
import type { DrawingLayer } from '../drawing/layer';
import { speech, type MessageKey } from '../i18n';
import { magnification } from '../magnification';
import type { Drawn } from '../selection';
import type { Stack } from '../stack';
import { createEdge, type Wanted } from './edge';
import { featureLabels } from './feature-labels';
import { layOut, NO_LAYOUT, paintFeatures, type Layout } from './feature-painter';
import { createFlights } from './flights';
import type { Differing } from './differing';
import { createGround, type ReadyGround } from './ground-layer';
import { createHaste } from './haste';
import { hit } from './hit';
import type { Label } from './labels';
import { createLettering } from './lettering';
import { watchPointer } from './pointer';
import { unprojected, type Box, type Point } from './projection';
import { contains, freeRoom, letteredPart } from './room';
import { createScene, createStage, EMPTY } from './scene';
import { onCanvas, Sheet, type Frame, type Painter } from './sheet';
import { createTooltip } from './tooltip';
import type { Insets, MapEvents, MapView, Viewport } from './view';

export interface Mounting {
  readonly map: Leaflet.Map;
  readonly document: Document;
  readonly events: MapEvents;
  readonly lang: Lang;
  readonly theme: Theme;
  readonly stack: Stack;
  /** The dataset's home where null. */
  readonly viewport: Viewport | null;
  /** What panels will cover, so that nothing moves once they stand. */
  readonly insets: Insets;
  /** What it is called, for those who hear the page. */
  readonly name?: MessageKey;
}

export interface Mounted extends MapView {
  loadGround(ground: ReadyGround): void;
  /** Page pixels of a drawn feature's symbol, or null. */
  point(id: string): Point | null;
}

/** The pane of the features: above Leaflet's overlays. */
const FEATURES_PANE = 'ly-features';
const ORDER = '410';

export function mountMap({ map, document, events, ...start }: Mounting): Mounted {
  const stage = createStage(document);
  const container = map.getContainer();
  let { lang, theme, stack, insets } = start;
  let drawn: readonly Drawn[] = [];
  let scene = EMPTY;
  let layout = NO_LAYOUT;
  let selected: string | null = null;
  let pointed: ReadonlySet<string> = new Set();
  let hovered: string | null = null;
  let differing: Differing = new Map();
  let drawings: DrawingLayer | null = null;
  let further: (frame: Frame) => readonly Label[] = () => [];
  // It is the first map whose first picture is waited for; one that has a name of its own stands beside it.
  let told = start.name !== undefined;

  const palette = () => stage.document.themes[theme];
  const size = () => {
    const { x, y } = map.getSize();
    return { width: x, height: y };
  };

  const paint: Painter = (context, frame) => {
    const free = freeRoom(size(), insets);
    const middle = { x: frame.window.x + free.x + free.width / 2, y: frame.window.y + free.y + free.height / 2 };
    layout = layOut(scene, frame, middle, haste.now ? layout : NO_LAYOUT);
    const emphasis = { selected, pointed: hovered ? new Set([...pointed, hovered]) : pointed, differing };
    paintFeatures(context, frame, scene, layout, { stage, stack, palette: palette(), theme, emphasis });
    if (!haste.now || !lettering.serves(frame)) letter(frame);
    lettering.paint(context, haste.now);
    if (!told && scene !== EMPTY) {
      told = true;
      performance.mark('libyamap-drawn');
    }
  };

  /** Find room for all that is told in words: chips at the edge, and labels. */
  const letter = (frame: Frame) => {
    const beads = beadBoxes(layout);
    const { x, y } = frame.window;
    const view = { lang, theme, paper: palette()['paper'] ?? '#ffffff', center: centre(), frame: freeRoom(size(), insets), spared: beads.map((box) => moved(box, -x, -y)) };
    const chips = edge.update(outside(frame), view);
    const spared = [...chips.map((box) => moved(box, x, y)), ...beads];
    lettering.place(frame, {
      labels: [...featureLabels(layout, selected, { lang, theme, palette: palette(), stage, stack }), ...further(frame)],
      room: letteredPart(frame, insets),
      obstacles: [...spared, ...(drawings?.letter(frame, spared) ?? [])],
      lang,
      palette: palette(),
    });
  };

  /** Marks that the free part of the window does not show. */
  const outside = (frame: Frame): Wanted[] => {
    const free = freeRoom(size(), insets);
    return scene.marks
      .map((mark) => {
        const { x, y } = onCanvas(frame, mark.at);
        return { mark, at: { x: x - frame.window.x, y: y - frame.window.y } };
      })
      .filter(({ at }) => !contains(free, at));
  };

  /** The position in the middle of the free part of the window. */
  const centre = (): LonLat => {
    const free = freeRoom(size(), insets);
    const { lat, lng } = map.containerPointToLatLng([free.x + free.width / 2, free.y + free.height / 2]);
    return [lng, lat];
  };

  const named = () => {
    container.setAttribute('aria-label', speech(lang).t(start.name ?? 'web.map.label'));
    container.setAttribute('role', 'application');
  };

  const points = () => {
    const { left, top } = container.getBoundingClientRect();
    const scale = magnification(container);
    const onPage = (at: Point) => {
      const { x, y } = sheet.toContainer(at);
      return { x: x * scale + left, y: y * scale + top };
    };
    return new Map(spotsOf(layout).map(([id, at]) => [id, onPage(at)]));
  };

  const flights = createFlights(map, stage, () => insets);
  const edge = createEdge(container, stage, flights.toPlace);
  const tooltip = createTooltip(container, stage);
  if (start.viewport) flights.go(start.viewport, false);
  else flights.home(false);
  const ground = createGround(map, palette());
  const lettering = createLettering(ground, () => sheet.repaint());
  const pane = map.createPane(FEATURES_PANE);
  pane.style.zIndex = ORDER;
  pane.style.pointerEvents = 'none';
  const sheet = new Sheet(map, FEATURES_PANE, paint);
  const haste = createHaste(() => sheet.tighten(false));
  named();

  watchPointer(map, events, {
    under: (point, pointer) => {
      const frame = sheet.painted();
      return frame && hit(sheet.fromContainer(point), pointer, scene, layout, frame);
    },
    hover: (id, at) => {
      const feature = drawn.find((one) => one.feature.id === id)?.feature;
      if (feature) tooltip.show(feature, at, lang);
      else tooltip.hide();
      if (id === hovered) return;
      hovered = id;
      sheet.repaint();
    },
  });
  map.on('movestart zoomstart', () => tooltip.hide());
  map.on('moveend', () => events.move(flights.viewport()));

  return {
    load: stage.load,
    show: (wanted) => {
      drawn = wanted;
      scene = createScene(drawn, stage, stack);
      haste.note();
      sheet.tighten(haste.now);
      sheet.repaint();
    },
    arrange: (wanted) => {
      if (wanted === stack) return;
      const reordered = wanted.order !== stack.order;
      stack = wanted;
      if (reordered) scene = createScene(drawn, stage, stack);
      sheet.repaint();
    },
    select: (id) => {
      if (id === selected) return;
      selected = id;
      sheet.repaint();
    },
    highlight: (ids) => {
      pointed = new Set(ids);
      sheet.repaint();
    },
    differ: (wanted) => {
      differing = wanted;
      sheet.repaint();
    },
    language: (wanted) => {
      lang = wanted;
      lettering.reset();
      named();
      sheet.repaint();
    },
    theme: (wanted) => {
      theme = wanted;
      ground.theme(palette());
      sheet.repaint();
    },
    insets: (wanted) => {
      const { top, bottom, left, right } = insets;
      if (wanted.top === top && wanted.bottom === bottom && wanted.left === left && wanted.right === right) return;
      insets = wanted;
      sheet.repaint();
    },
    free: () => freeRoom(size(), insets),
    viewport: flights.viewport,
    room: () => {
      const { width, height } = freeRoom(size(), insets);
      const [lon, lat] = centre();
      return { width, height, middle: { lat, lon } };
    },
    centred: flights.centred,
    home: () => flights.home(),
    world: () => flights.around(scene.marks.map(({ at }) => unprojected(at))),
    fly: flights.go,
    flyToPlace: flights.toPlace,
    flyToFeature: flights.toFeature,
    flyAround: (positions) => flights.around(positions),
    leaflet: map,
    letter: (labels) => {
      further = labels;
      return () => sheet.repaint();
    },
    adorn: (make) => (drawings = make(map, () => sheet.repaint())),
    loadGround: (loaded) => {
      ground.load(loaded);
      sheet.repaint();
    },
    points,
    point: (id) => points().get(id) ?? null,
  };
}

/** Where features stand on the canvas: their symbols, or the middle of a movement's line. */
function spotsOf({ packs, arrows }: Layout): [string, Point][] {
  const lines = arrows.flatMap(({ arrow, line }): [string, Point][] => {
    const middle = line[Math.floor(line.length / 2)];
    return middle ? [[arrow.drawn.feature.id, middle]] : [];
  });
  return [...lines, ...packs.flatMap(({ beads }) => beads.map(({ drawn, at }): [string, Point] => [drawn.feature.id, at]))];
}

/** What chips and labels must not cover of the features. */
function beadBoxes({ packs }: Layout): Box[] {
  return packs.flatMap(({ beads }) =>
    beads.map(({ at, radius }) => ({ x: at.x - radius - 1, y: at.y - radius - 1, width: 2 * radius + 2, height: 2 * radius + 2 })),
  );
}

function moved(box: Box, x: number, y: number): Box {
  return { ...box, x: box.x + x, y: box.y + y };
}
