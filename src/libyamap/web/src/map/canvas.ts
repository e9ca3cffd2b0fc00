/**
 * One canvas over the viewport and somewhat beyond, in a pane of its own, as a Leaflet layer.
 *
 * While the map moves the picture moves and scales with it, and stays until the next is painted: nothing flashes.
 * The global `L` is Leaflet's.
 */

import type * as Leaflet from 'leaflet';
import { WORLD, type Box, type Point } from './mercator';

declare const L: typeof Leaflet;

/** What is being painted: everything in CSS pixels of the canvas. */
export interface Frame {
  readonly zoom: number;
  /** Canvas pixels per pixel of zoom 0. */
  readonly scale: number;
  /** World pixels (at this zoom) of the canvas's top left corner. */
  readonly corner: Point;
  readonly width: number;
  readonly height: number;
  readonly density: number;
  /** The part that the window shows, before the map is panned. */
  readonly window: Box;
}

export type Paint = (context: CanvasRenderingContext2D, frame: Frame) => void;

/** Canvas pixels of a point in pixels of zoom 0. */
export function placed(frame: Frame, point: Point): Point {
  return { x: point.x * frame.scale - frame.corner.x, y: point.y * frame.scale - frame.corner.y };
}

/** Share of the window that is painted beyond each of its edges. */
const PADDING = 0.25;
/** Difference in zoom from which a picture in flight is painted anew. */
const COARSE = 0.35;
/** Denser screens get no more pixels than this per CSS pixel. */
const DENSEST = 3;

export class Canvas {
  readonly element: HTMLCanvasElement;
  readonly layer: Leaflet.Layer;
  private readonly context: CanvasRenderingContext2D;
  private pending = 0;
  private center: Leaflet.LatLng;
  private zoom: number;
  private frame: Frame | null = null;

  constructor(
    private readonly map: Leaflet.Map,
    pane: string,
    private readonly paint: Paint,
  ) {
    const element = L.DomUtil.create('canvas', 'leaflet-zoom-animated ly-canvas') as HTMLCanvasElement;
    const context = element.getContext('2d');
    if (!context) throw new Error('This browser has no canvas.');
    this.element = element;
    this.context = context;
    this.center = map.getCenter();
    this.zoom = map.getZoom();
    const events: Leaflet.LeafletEventHandlerFnMap = {
      viewreset: () => this.update(),
      moveend: () => this.update(),
      resize: () => this.update(),
      move: () => this.follow(),
      zoom: () => this.follow(),
      zoomanim: (event) => this.transform(event.center, event.zoom),
    };
    const layer = new L.Layer({ pane });
    layer.onAdd = () => {
      layer.getPane()?.append(element);
      this.update();
      return layer;
    };
    layer.onRemove = () => {
      cancelAnimationFrame(this.pending);
      element.remove();
      return layer;
    };
    layer.getEvents = () => events as Record<string, Leaflet.LeafletEventHandlerFn>;
    this.layer = layer.addTo(map);
  }

  /** Paint again before the next frame of the screen. */
  repaint(): void {
    if (!this.pending) this.pending = requestAnimationFrame(() => this.update());
  }

  /** The frame that was painted last. */
  painted(): Frame | null {
    return this.frame;
  }

  /** Canvas pixels of a point of the map's container. */
  inside(point: Point): Point {
    const layer = this.map.containerPointToLayerPoint([point.x, point.y]);
    const corner = L.DomUtil.getPosition(this.element);
    return { x: layer.x - corner.x, y: layer.y - corner.y };
  }

  /** Container pixels of a point of the canvas. */
  outside(point: Point): Point {
    const corner = L.DomUtil.getPosition(this.element);
    const container = this.map.layerPointToContainerPoint([point.x + corner.x, point.y + corner.y]);
    return { x: container.x, y: container.y };
  }

  private update(): void {
    cancelAnimationFrame(this.pending);
    this.pending = 0;
    const { map, element, context } = this;
    const size = map.getSize();
    const corner = map.containerPointToLayerPoint(size.multiplyBy(-PADDING)).round();
    const [width, height] = [Math.round(size.x * (1 + 2 * PADDING)), Math.round(size.y * (1 + 2 * PADDING))];
    const density = Math.min(window.devicePixelRatio || 1, DENSEST);
    const [wide, high] = [Math.round(width * density), Math.round(height * density)];
    if (element.width !== wide || element.height !== high) {
      element.width = wide;
      element.height = high;
      element.style.width = `${width}px`;
      element.style.height = `${height}px`;
    }
    L.DomUtil.setPosition(element, corner);
    this.center = map.getCenter();
    this.zoom = map.getZoom();
    const origin = map.getPixelOrigin();
    this.frame = {
      zoom: this.zoom,
      scale: (256 * 2 ** this.zoom) / WORLD,
      corner: { x: origin.x + corner.x, y: origin.y + corner.y },
      width,
      height,
      density,
      window: { x: Math.round(size.x * PADDING), y: Math.round(size.y * PADDING), width: size.x, height: size.y },
    };
    context.setTransform(density, 0, 0, density, 0, 0);
    context.clearRect(0, 0, width, height);
    this.paint(context, this.frame);
  }

  /** Keep up with a drag or a flight: paint again only when the picture no longer serves. */
  private follow(): void {
    const { map } = this;
    const zoom = map.getZoom();
    if (zoom !== this.zoom) this.transform(map.getCenter(), zoom);
    const shift = map.project(this.center, zoom).distanceTo(map.project(map.getCenter(), zoom));
    const size = map.getSize();
    if (Math.abs(zoom - this.zoom) > COARSE || shift > Math.min(size.x, size.y) * PADDING) this.update();
  }

  private transform(center: Leaflet.LatLng, zoom: number): void {
    const { map } = this;
    const scale = map.getZoomScale(zoom, this.zoom);
    const half = map.getSize().multiplyBy(0.5 + PADDING);
    const size = map.getSize();
    const origin = map.project(center, zoom).subtract(size.divideBy(2)).add(panned(map)).round();
    const corner = half.multiplyBy(-scale).add(map.project(this.center, zoom)).subtract(origin);
    L.DomUtil.setTransform(this.element, corner, scale);
  }
}

/** How far the map's pane was dragged: Leaflet's pixel origin is counted from it. */
function panned(map: Leaflet.Map): Leaflet.Point {
  const pane = map.getPane('mapPane');
  return (pane ? L.DomUtil.getPosition(pane) : undefined) ?? L.point(0, 0);
}
