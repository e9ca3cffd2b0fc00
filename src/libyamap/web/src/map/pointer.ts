/** The pointer on the map: what it is over, what it clicks, where it is. */

import type * as Leaflet from 'leaflet';
import type { Pointer } from './hit';
import type { Point } from './projection';
import type { MapEvents } from './view';

export interface Pointed {
  /** Id of the feature at a point of the container, or null. */
  under(point: Point, pointer: Pointer): string | null;
  /** The pointer came onto a feature, moved on it, or left it (null). */
  hover(id: string | null, at: Point): void;
}

/** Watch the pointer for as long as there is the map. */
export function watchPointer(map: Leaflet.Map, events: MapEvents, { under, hover }: Pointed): void {
  let hovered: string | null = null;
  const moved = (id: string | null, at: Point) => {
    map.getContainer().style.cursor = id ? 'pointer' : '';
    if (id !== hovered) events.hover(id);
    hovered = id;
    hover(id, at);
  };
  map.on('mousemove', ({ latlng, containerPoint }) => {
    events.pointer([wrapped(latlng.lng), latlng.lat]);
    moved(under(containerPoint, 'mouse'), containerPoint);
  });
  map.on('mouseout', ({ containerPoint }) => {
    events.pointer(null);
    moved(null, containerPoint);
  });
  map.on('click', ({ originalEvent, containerPoint }) => {
    const touch = (originalEvent as PointerEvent).pointerType === 'touch';
    events.select(under(containerPoint, touch ? 'touch' : 'mouse'));
  });
}

/** A longitude in a copy of the world, in the first one. */
function wrapped(lon: number): number {
  return ((((lon + 180) % 360) + 360) % 360) - 180;
}
