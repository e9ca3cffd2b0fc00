/** The one map of a page: folium made it, we draw on it. Mounted once; everything else is told to it. */

import type * as Leaflet from 'leaflet';
import type { Document, Lang, LonLat, Theme } from '../document';
import { direction, speech } from '../i18n';
import type { Drawn } from '../selection';
import { Canvas, placed, type Frame } from './canvas';
import { createEarth, paintEarth, townBoxes, type Earth } from './earth';
import { createEdge } from './edge';
import { featureLabels } from './feature-labels';
import { layOut, paintFeatures, type Layout } from './feature-painter';
import type { Ground } from './ground';
import { hit, type Pointer } from './hit';
import { createMeasure, font, paintLabels } from './lettering';
import { unprojected, type Box, type Point } from './mercator';
import { groundLabels } from './names';
import { placeLabels, type Label, type Side } from './placement';
import { createScene, createStage, EMPTY, type Mark } from './scene';
import { createTooltip } from './tooltip';
import type { Insets, MapEvents, MapView, Viewport } from './view';

declare const L: typeof Leaflet;

export interface Mounting {
  readonly map: Leaflet.Map;
  readonly document: Document;
  readonly events: MapEvents;
  readonly lang: Lang;
  readonly theme: Theme;
  /** The dataset's home where null. */
  readonly viewport: Viewport | null;
  /** What panels will cover, so that nothing moves once they stand. */
  readonly insets: Insets;
}

export interface Mounted extends MapView {
  loadGround(ground: Ground): void;
  /** Page pixels of a drawn feature's symbol, or null. */
  point(id: string): Point | null;
}

const PANES = { ground: 210, features: 410 } as const;
/** What a single place is flown to. */
const PLACE_ZOOM = 8;
const FLIGHT = { duration: 0.9, easeLinearity: 0.3 };

export function mountMap({ map, document, events, ...start }: Mounting): Mounted {
  const stage = createStage(document);
  const container = map.getContainer();
  const measure = createMeasure();
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  let { lang, theme } = start;
  let { insets } = start;
  let scene = EMPTY;
  let layout: Layout = { packs: [], arrows: [] };
  let selected: string | null = null;
  let pointed: ReadonlySet<string> = new Set();
  let hovered: string | null = null;
  let ground: Ground | null = null;
  let earth: Earth | null = null;
  let sides: ReadonlyMap<string, Side> = new Map();
  let drawnOnce = false;

  const palette = () => document.themes[theme];
  for (const [name, order] of Object.entries(PANES)) {
    const pane = map.createPane(`ly-${name}`);
    pane.style.zIndex = String(order);
    pane.style.pointerEvents = 'none';
  }

  // --- painting ---

  const paintGround = (context: CanvasRenderingContext2D, frame: Frame) => paintEarth(context, frame, palette(), earth);

  const paintAll = (context: CanvasRenderingContext2D, frame: Frame) => {
    layout = layOut(scene, frame);
    const emphasis = { selected, pointed: hovered ? new Set([...pointed, hovered]) : pointed };
    paintFeatures(context, frame, scene, layout, { stage, palette: palette(), theme, emphasis });
    const chips = edge.update(outside(frame), { lang, theme, paper: palette()['paper'] ?? '#ffffff', center: centre(), frame: room() });
    letter(context, frame, chips);
    if (!drawnOnce && scene !== EMPTY) {
      drawnOnce = true;
      performance.mark('libyamap-drawn');
    }
  };

  const letter = (context: CanvasRenderingContext2D, frame: Frame, chips: readonly Box[]) => {
    const own = featureLabels(layout, selected, { lang, theme, palette: palette(), stage });
    const named = new Set(own.flatMap((label) => label.lines.map((line) => line.text)));
    const others = ground ? groundLabels(ground, frame, lang, palette()) : [];
    const labels: Label[] = [...own, ...others.filter((label) => !label.id.startsWith('city:') || !named.has(label.lines[0]?.text ?? ''))];
    const beads = layout.packs.flatMap((pack) => pack.beads.map(({ at, radius }) => square(at, radius + 1)));
    const covered = chips.map((box) => ({ ...box, x: box.x + frame.window.x, y: box.y + frame.window.y }));
    const obstacles = [...covered, ...beads, ...(earth ? townBoxes(earth, frame) : [])];
    const shown = placeLabels(labels, { frame: lettered(frame), obstacles, dir: direction(lang), before: sides }, measure);
    sides = new Map(shown.map(({ label, side }) => [label.id, side]));
    paintLabels(context, shown, { halo: palette()['halo'] ?? '#ffffff', dir: direction(lang) });
  };

  /** The part of the container that panels leave free. */
  const room = (): Box => {
    const { x, y } = map.getSize();
    return { x: insets.left, y: insets.top, width: x - insets.left - insets.right, height: y - insets.top - insets.bottom };
  };

  /** Where labels may stand: the free part of the window, and all beyond the window. */
  const lettered = (frame: Frame): Box => ({
    x: insets.left ? frame.window.x + insets.left : 0,
    y: insets.top ? frame.window.y + insets.top : 0,
    width: frame.width - (insets.left ? frame.window.x + insets.left : 0) - (insets.right ? frame.window.x + insets.right : 0),
    height: frame.height - (insets.top ? frame.window.y + insets.top : 0) - (insets.bottom ? frame.window.y + insets.bottom : 0),
  });

  /** Marks that the free part of the window does not show. */
  const outside = (frame: Frame): { mark: Mark; at: Point }[] => {
    const free = room();
    return scene.marks
      .map((mark) => {
        const { x, y } = placed(frame, mark.at);
        return { mark, at: { x: x - frame.window.x, y: y - frame.window.y } };
      })
      .filter(({ at }) => at.x < free.x || at.y < free.y || at.x > free.x + free.width || at.y > free.y + free.height);
  };

  const centre = (): LonLat => {
    const free = room();
    const { lat, lng } = map.containerPointToLatLng([free.x + free.width / 2, free.y + free.height / 2]);
    return [lng, lat];
  };

  // --- going places ---

  const fitted = (west: number, south: number, east: number, north: number): Viewport => {
    const bounds = L.latLngBounds([south, west], [north, east]);
    const pad = { x: insets.left + insets.right, y: insets.top + insets.bottom };
    const zoom = map.getBoundsZoom(bounds, false, L.point(pad.x + 24, pad.y + 24));
    return centred(bounds.getCenter(), zoom);
  };

  /** The view in which a position stands in the middle of the free part of the window. */
  const centred = ({ lat, lng }: { lat: number; lng: number }, zoom: number): Viewport => {
    const shift = L.point(insets.right - insets.left, insets.bottom - insets.top).divideBy(2);
    const to = map.unproject(map.project([lat, lng], zoom).add(shift), zoom);
    return { lat: to.lat, lon: to.lng, zoom };
  };

  const go = ({ lat, lon, zoom }: Viewport, flying = true) => {
    map.stop();
    if (flying && !still.matches) map.flyTo([lat, lon], zoom, FLIGHT);
    else map.setView([lat, lon], zoom, { animate: false });
  };

  const bounded = (points: readonly LonLat[], most: number): Viewport => {
    const [lons, lats] = [points.map(([lon]) => lon), points.map(([, lat]) => lat)];
    const view = fitted(Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats));
    if (view.zoom <= most) return view;
    return centred({ lat: (Math.min(...lats) + Math.max(...lats)) / 2, lng: (Math.min(...lons) + Math.max(...lons)) / 2 }, most);
  };

  const flyToPlace = (id: string) => {
    const place = stage.places.get(id);
    if (!place) return;
    const outline = place.outline?.flat(2) as LonLat[] | undefined;
    const most = place.precision === 'country' ? 4.5 : Math.max(PLACE_ZOOM, map.getZoom());
    go(bounded(place.precision !== 'country' && place.radius === null && outline ? outline : [place.point], most));
  };

  const home = (flying = true) => {
    const [west, south, east, north] = document.home;
    go(fitted(west, south, east, north), flying);
  };

  // --- layers, chips and the pointer ---

  const edge = createEdge(container, stage, flyToPlace);
  const tooltip = createTooltip(container, stage);
  if (start.viewport) map.setView([start.viewport.lat, start.viewport.lon], start.viewport.zoom, { animate: false });
  else home(false);
  const land = new Canvas(map, 'ly-ground', paintGround);
  const sheet = new Canvas(map, 'ly-features', paintAll);

  const under = (event: Leaflet.LeafletMouseEvent, pointer: Pointer): string | null => {
    const frame = sheet.painted();
    return frame ? hit(sheet.inside(event.containerPoint), pointer, scene, layout, frame) : null;
  };
  const hover = (id: string | null) => {
    if (id === hovered) return;
    hovered = id;
    container.style.cursor = id ? 'pointer' : '';
    events.hover(id);
    sheet.repaint();
  };
  map.on('mousemove', (event) => {
    const [lon, lat] = [event.latlng.lng, event.latlng.lat];
    events.pointer([((((lon + 180) % 360) + 360) % 360) - 180, lat]);
    const id = under(event, 'mouse');
    hover(id);
    const feature = stage.features.get(id ?? '');
    if (feature) tooltip.show(feature, event.containerPoint, lang);
    else tooltip.hide();
  });
  map.on('mouseout', () => {
    events.pointer(null);
    hover(null);
    tooltip.hide();
  });
  map.on('movestart zoomstart', () => tooltip.hide());
  map.on('click', (event) => {
    const coarse = (event.originalEvent as PointerEvent).pointerType === 'touch';
    events.select(under(event, coarse ? 'touch' : 'mouse'));
  });
  map.on('moveend', () => events.move(viewport()));

  const viewport = (): Viewport => {
    const { lat, lng } = map.getCenter();
    return { lat, lon: lng, zoom: map.getZoom() };
  };
  const named = () => {
    container.setAttribute('aria-label', speech(lang).t('web.map.label'));
    container.setAttribute('role', 'application');
  };
  named();
  void window.document.fonts?.load(font(12)).then(() => {
    measure.forget();
    sheet.repaint();
  });

  return {
    show: (drawn: readonly Drawn[]) => {
      scene = createScene(drawn, stage);
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
    language: (wanted) => {
      lang = wanted;
      sides = new Map();
      named();
      sheet.repaint();
    },
    theme: (wanted) => {
      theme = wanted;
      land.repaint();
      sheet.repaint();
    },
    insets: (wanted) => {
      insets = wanted;
      sheet.repaint();
    },
    viewport,
    home: () => home(),
    world: () => {
      const points = scene.marks.map(({ at }) => unprojected(at));
      if (points.length) go(bounded(points, PLACE_ZOOM));
    },
    fly: (to) => go(to),
    flyToPlace,
    flyToFeature: (id) => {
      const feature = stage.features.get(id);
      if (feature?.line) go(bounded(feature.line, PLACE_ZOOM));
      else if (feature) flyToPlace(feature.place ?? feature.destination ?? feature.origin ?? feature.about[0] ?? '');
    },
    loadGround: (loaded) => {
      ground = loaded;
      earth = createEarth(loaded);
      land.repaint();
      sheet.repaint();
    },
    point: (id) => {
      const bead = layout.packs.flatMap(({ beads }) => beads).find(({ drawn }) => drawn.feature.id === id);
      const line = layout.arrows.find(({ arrow }) => arrow.drawn.feature.id === id)?.line;
      const at = bead?.at ?? line?.[Math.floor(line.length / 2)];
      if (!at) return null;
      const { left, top } = container.getBoundingClientRect();
      const { x, y } = sheet.outside(at);
      return { x: x + left, y: y + top };
    },
  };
}

function square({ x, y }: Point, half: number): Box {
  return { x: x - half, y: y - half, width: 2 * half, height: 2 * half };
}
