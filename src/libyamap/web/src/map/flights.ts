/** Going places: what is gone to stands in the middle of what panels leave free. */

import type * as Leaflet from 'leaflet';
import type { LonLat } from '../document';
import type { Stage } from './scene';
import type { Insets, Viewport } from './view';

declare const L: typeof Leaflet;

export interface Flights {
  /** The viewport in which a position stands in the middle of what panels leave free. */
  centred(at: Viewport): Viewport;
  viewport(): Viewport;
  /** Go to a view; at once where `flying` is false or motion is not wanted. */
  go(to: Viewport, flying?: boolean): void;
  home(flying?: boolean): void;
  /** Where all of several positions are seen, from no nearer than a zoom. */
  around(points: readonly LonLat[], nearest?: number): void;
  toPlace(id: string): void;
  toFeature(id: string): void;
}

/** What a single place is flown to. */
const PLACE_ZOOM = 8;
const COUNTRY_ZOOM = 4.5;
const FLIGHT = { duration: 0.9, easeLinearity: 0.3 };
/** Pixels between what is gone to and the panels. */
const MARGIN = 12;

export function createFlights(map: Leaflet.Map, stage: Stage, insets: () => Insets): Flights {
  const still = matchMedia('(prefers-reduced-motion: reduce)');

  /** The view in which a position stands in the middle of the free part of the window. */
  const centred = (position: Leaflet.LatLngExpression, zoom: number): Viewport => {
    const { top, right, bottom, left } = insets();
    const shift = L.point(right - left, bottom - top).divideBy(2);
    const { lat, lng } = map.unproject(map.project(position, zoom).add(shift), zoom);
    return { lat, lon: lng, zoom };
  };

  const fitted = (bounds: Leaflet.LatLngBounds, nearest = Infinity): Viewport => {
    const { top, right, bottom, left } = insets();
    const padding = L.point(left + right + 2 * MARGIN, top + bottom + 2 * MARGIN);
    const zoom = Math.min(nearest, map.getBoundsZoom(bounds, false, padding));
    // The middle of the picture: Web Mercator's lies north of the middle of the latitudes.
    const middle = map.project(bounds.getSouthWest(), zoom).add(map.project(bounds.getNorthEast(), zoom)).divideBy(2);
    return centred(map.unproject(middle, zoom), zoom);
  };

  const go = ({ lat, lon, zoom }: Viewport, flying = true) => {
    map.stop();
    if (flying && !still.matches) map.flyTo([lat, lon], zoom, FLIGHT);
    else map.setView([lat, lon], zoom, { animate: false });
  };

  const around = (points: readonly LonLat[], nearest = PLACE_ZOOM) => {
    if (points.length) go(fitted(L.latLngBounds(points.map(([lon, lat]) => L.latLng(lat, lon))), nearest));
  };

  const toPlace = (id: string) => {
    const place = stage.places.get(id);
    if (!place) return;
    const country = place.precision === 'country';
    const outline = country || place.radius !== null ? null : (place.outline?.flat(2) as LonLat[] | undefined);
    around(outline ?? [place.point], country ? COUNTRY_ZOOM : Math.max(PLACE_ZOOM, map.getZoom()));
  };

  return {
    centred: ({ lat, lon, zoom }) => centred([lat, lon], zoom),
    go,
    around,
    toPlace,
    viewport: () => {
      const { lat, lng } = map.getCenter();
      return { lat, lon: lng, zoom: map.getZoom() };
    },
    home: (flying) => {
      const [west, south, east, north] = stage.document.home;
      go(fitted(L.latLngBounds([south, west], [north, east])), flying);
    },
    toFeature: (id) => {
      const feature = stage.features.get(id);
      if (feature?.line) around(feature.line);
      else if (feature) toPlace(feature.place ?? feature.destination ?? feature.origin ?? feature.about[0] ?? '');
    },
  };
}
