/** The map's face towards the panels: what it can be told, and what it tells. */

import type * as Leaflet from 'leaflet';
import type { Document, LonLat, Theme, Lang } from '../document';
import type { DrawingLayer } from '../drawing/layer';
import type { Drawn } from '../selection';
import type { Stack } from '../stack';
import type { Differing } from './differing';
import type { Label } from './labels';
import type { Box } from './projection';
import type { Frame } from './sheet';

/** Where the map looks: centre in degrees, Leaflet zoom level. */
export interface Viewport {
  readonly lat: number;
  readonly lon: number;
  readonly zoom: number;
}

/** Pixels that panels cover at each edge; the map keeps what it flies to, and its labels, out of them. */
export interface Insets {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export interface MapEvents {
  /** A feature was clicked, or empty map (null). */
  select(id: string | null): void;
  hover(id: string | null): void;
  /** The viewport has settled. */
  move(viewport: Viewport): void;
  pointer(position: LonLat | null): void;
}

/** A map of the page. It is mounted once; everything else is told to it. */
export interface MapView {
  /** Take over a newer dataset. */
  load(document: Document): void;
  show(drawn: readonly Drawn[]): void;
  /** Draw the layers in another order, or seen through. */
  arrange(stack: Stack): void;
  select(id: string | null): void;
  highlight(ids: readonly string[]): void;
  /** Mark what the map beside this one does not show, or shows otherwise. */
  differ(differing: Differing): void;
  language(lang: Lang): void;
  theme(theme: Theme): void;
  insets(insets: Insets): void;
  /** What the insets leave free of it, in pixels of it. */
  free(): Box;
  viewport(): Viewport;
  /** The part that panels leave free: its size in pixels, and the position in its middle. */
  room(): { readonly width: number; readonly height: number; readonly middle: { readonly lat: number; readonly lon: number } };
  /** The viewport in which a position stands in the middle of that part. */
  centred(at: Viewport): Viewport;
  /** Where the home bbox fits between the insets. */
  home(): void;
  world(): void;
  /** Go to a view; at once where it is not to be a flight. */
  fly(to: Viewport, flying?: boolean): void;
  flyToPlace(placeId: string): void;
  flyToFeature(featureId: string): void;
  /** Where all of several positions are seen. */
  flyAround(positions: readonly LonLat[]): void;
  /** Where the symbols of the features stand, in pixels of the page. */
  points(): ReadonlyMap<string, { readonly x: number; readonly y: number }>;
  /** The map itself, for what draws on it. */
  readonly leaflet: Leaflet.Map;
  /** Write further labels where those of the features leave room; what is returned has them written anew. */
  letter(labels: (frame: Frame) => readonly Label[]): () => void;
  /** Put a layer of drawings over the features; `repaint` is for the features, whose labels make room. */
  adorn(make: (map: Leaflet.Map, repaint: () => void) => DrawingLayer): DrawingLayer;
}
