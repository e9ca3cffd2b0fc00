/** The ground as a layer of the map, under everything else; it also tells which names it has, and what they must spare. */

import type * as Leaflet from 'leaflet';
import type { Lang } from '../document';
import type { Ground } from './ground';
import { colourOf, type Palette } from './ground-brush';
import { shapesOf } from './ground-geometry';
import { groundLabels, namesOf, type GroundNames } from './ground-labels';
import { createGroundPainter, paintSea, type GroundPainter } from './ground-painter';
import { dotsIn, paintTowns, townBoxes } from './ground-towns';
import type { Label } from './labels';
import type { Box } from './projection';
import { Sheet, type Frame } from './sheet';

export type { Palette } from './ground-brush';

/** The pane of the ground: above Leaflet's tiles, below its overlays. */
export const GROUND_PANE = 'ly-ground';
const ORDER = '210';

/** A basemap made ready to be painted, once for all maps of a page. */
export interface ReadyGround {
  readonly paint: GroundPainter;
  readonly names: GroundNames;
}

export function readyGround(basemap: Ground): ReadyGround {
  const shapes = shapesOf(basemap);
  return { paint: createGroundPainter(shapes), names: namesOf(basemap, shapes) };
}

export interface GroundLayer {
  readonly sheet: Sheet;
  /** Show the basemap; before, all is sea. */
  load(basemap: ReadyGround): void;
  theme(palette: Palette): void;
  /** Names that a frame shows, for `placeLabels`. */
  labels(frame: Frame, lang: Lang, palette: Palette): Label[];
  /** Dots of towns, which names must not cover. */
  obstacles(frame: Frame): Box[];
  remove(): void;
}

export function createGround(map: Leaflet.Map, start: Palette): GroundLayer {
  let palette = start;
  let paint: GroundPainter = paintSea;
  let names: GroundNames | null = null;
  const pane = map.getPane(GROUND_PANE) ?? map.createPane(GROUND_PANE);
  pane.style.zIndex = ORDER;
  pane.style.pointerEvents = 'none';
  /** What shows where a picture has not been painted yet. */
  const back = () => (map.getContainer().style.backgroundColor = colourOf(palette, 'sea'));
  back();
  const sheet = new Sheet(map, GROUND_PANE, (context, frame) => {
    paint(context, frame, palette);
    if (names) paintTowns(context, dotsIn(frame, names.towns), palette);
  });
  return {
    sheet,
    load: (basemap) => {
      ({ paint, names } = basemap);
      sheet.repaint();
    },
    theme: (wanted) => {
      palette = wanted;
      back();
      sheet.repaint();
    },
    labels: (frame, lang, colours) => (names ? groundLabels(names, frame, lang, colours) : []),
    obstacles: (frame) => (names ? townBoxes(dotsIn(frame, names.towns)) : []),
    remove: () => sheet.remove(),
  };
}
