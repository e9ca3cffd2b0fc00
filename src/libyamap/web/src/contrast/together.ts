/**
 * Two maps that move as one: whichever a hand or a flight moves leads, the other follows at every step, through drags
 * and through Leaflet's own transitions. What Leaflet offers for it (`setView`) comes to rest at each step, which would
 * paint both maps anew each time; its own inner steps do not.
 */

import type * as Leaflet from 'leaflet';
import type { Point } from '../map/projection';

declare const L: typeof Leaflet;

/** Leaflet's own steps, as of the release that `package.json` pins. */
interface Steps {
  _move(center: Leaflet.LatLng, zoom: number): void;
  _moveEnd(zoomed: boolean): void;
  _animateZoom(center: Leaflet.LatLng, zoom: number, starts: boolean, isStill?: boolean): void;
  _stop(): void;
  readonly _animatingZoom?: boolean;
}

export interface Together {
  /** Have the second map look where the first one does. */
  align(): void;
  /** Whether either of them is on its way. */
  moving(): boolean;
  /** Do something to the maps of which neither is told. */
  apart(deed: () => void): void;
  end(): void;
}

type Map = Leaflet.Map;

/** Keep two maps together; `shift` tells how many pixels the second one's middle lies from where the first one's is. */
export function keepTogether(first: Map, second: Map, shift: () => Point, rested: () => void): Together {
  let leader: Map | null = null;
  let apart = false;

  const alone = (deed: () => void) => {
    const before = apart;
    apart = true;
    deed();
    apart = before;
  };
  const beside = (map: Map, center: Leaflet.LatLng, zoom: number): Leaflet.LatLng => {
    const { x, y } = shift();
    const sign = map === first ? 1 : -1;
    return map.unproject(map.project(center, zoom).add(L.point(x * sign, y * sign)), zoom);
  };
  const stepsOf = (map: Map) => map as unknown as Steps;
  const other = (map: Map) => (map === first ? second : first);
  const follow = (map: Map) => {
    const follower = stepsOf(other(map));
    if (!follower._animatingZoom) alone(() => follower._move(beside(map, map.getCenter(), map.getZoom()), map.getZoom()));
  };
  const rest = (map: Map) => {
    follow(map);
    const follower = stepsOf(other(map));
    if (!follower._animatingZoom) alone(() => follower._moveEnd(true));
  };

  const handlers = [first, second].map((map) => {
    const heard: Record<string, Leaflet.LeafletEventHandlerFn> = {
      movestart: () => {
        if (apart) return;
        if (leader === other(map)) stepsOf(other(map))._stop();
        leader = map;
      },
      move: () => {
        if (!apart && leader === map) follow(map);
      },
      zoomanim: (event) => {
        if (apart || leader !== map) return;
        const { center, zoom, noUpdate } = event as Leaflet.ZoomAnimEvent & { readonly noUpdate?: boolean };
        alone(() => stepsOf(other(map))._animateZoom(beside(map, center, zoom), zoom, true, noUpdate));
      },
      moveend: () => {
        if (apart || (leader !== null && leader !== map)) return;
        leader = null;
        rest(map);
        rested();
      },
    };
    map.on(heard);
    return { map, heard };
  });

  return {
    align: () => rest(first),
    moving: () => leader !== null,
    apart: alone,
    end: () => handlers.forEach(({ map, heard }) => map.off(heard)),
  };
}
