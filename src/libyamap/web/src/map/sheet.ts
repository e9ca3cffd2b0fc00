/**
 * One canvas over the viewport and somewhat beyond, in a pane of its own, as a Leaflet layer.
 *
 * While the map moves the picture moves and scales with it, and stays until the next one is painted, so that
 * nothing flashes. The global `L` is Leaflet's.
 */

import type * as Leaflet from 'leaflet';
import type { LonLat } from '../document';
import { magnification } from '../magnification';
import { projected, unprojected, zoomScale, type Bounds, type Box, type Point } from './projection';

declare const L: typeof Leaflet;

/** What is being painted. Lengths are CSS pixels of the canvas. */
export interface Frame {
  readonly zoom: number;
  /** Canvas pixels per pixel of zoom 0. */
  readonly scale: number;
  readonly size: { readonly width: number; readonly height: number };
  /** World pixels, at this zoom, of the canvas's top left corner. */
  readonly origin: Point;
  /** The part that the map's container shows; the rest is there to be panned into view. */
  readonly window: Box;
  readonly bounds: Bounds;
  project(lonlat: LonLat): Point;
}

export type Painter = (context: CanvasRenderingContext2D, frame: Frame) => void;

/** Share of the container that is painted beyond each of its edges. */
const PADDING = 0.25;
/** Pixels beyond which browsers refuse a canvas, or give it too much memory. */
const MOST_PIXELS = 16_000_000;
/** Difference in zoom from which a picture in flight is painted anew. */
const COARSE = 0.35;

export class Sheet {
  readonly element: HTMLCanvasElement;
  readonly layer: Leaflet.Layer;
  private readonly context: CanvasRenderingContext2D;
  private frame: Frame | null = null;
  private pending = 0;
  private zooming = false;
  private tight = false;
  private unwatch: () => void = () => undefined;

  constructor(
    private readonly map: Leaflet.Map,
    pane: string,
    private readonly paint: Painter,
  ) {
    this.element = L.DomUtil.create('canvas', 'leaflet-zoom-animated ly-sheet') as HTMLCanvasElement;
    this.element.style.pointerEvents = 'none';
    const context = this.element.getContext('2d');
    if (!context) throw new Error('This browser cannot draw on a canvas.');
    this.context = context;
    this.layer = this.createLayer(pane).addTo(map);
  }

  /** Paint again before the screen's next frame, however often it is asked for. */
  repaint(): void {
    if (!this.pending && !this.zooming) this.pending = requestAnimationFrame(() => this.update());
  }

  /** Paint no more than is seen, as what follows soon will be painted anyway; or again what lies beyond. */
  tighten(tight: boolean): void {
    if (tight === this.tight) return;
    this.tight = tight;
    this.repaint();
  }

  /** The frame that was painted last; null before the first. */
  painted(): Frame | null {
    return this.frame;
  }

  /** Canvas pixels of a point of the map's container, wherever the picture was moved since it was painted. */
  fromContainer(point: Point): Point {
    const { corner, scale } = this.standing();
    return { x: (point.x - corner.x) / scale, y: (point.y - corner.y) / scale };
  }

  /** Container pixels of a point of the canvas. */
  toContainer(point: Point): Point {
    const { corner, scale } = this.standing();
    return { x: corner.x + point.x * scale, y: corner.y + point.y * scale };
  }

  remove(): void {
    this.layer.remove();
  }

  private createLayer(pane: string): Leaflet.Layer {
    const layer = new L.Layer();
    layer.onAdd = () => {
      this.map.getPane(pane)?.append(this.element);
      this.zooming = false;
      // With the screen's next frame, when there is something to show: a picture of nothing would cost as much.
      this.repaint();
      this.watchDensity();
      return layer;
    };
    layer.onRemove = () => {
      cancelAnimationFrame(this.pending);
      this.pending = 0;
      this.unwatch();
      this.element.remove();
      return layer;
    };
    const events: Record<string, Leaflet.LeafletEventHandlerFn> = {
      zoomanim: (event) => this.animate(event as Leaflet.ZoomAnimEvent),
      zoomend: () => this.settle(),
      viewreset: () => this.settle(),
      moveend: () => this.settle(),
      resize: () => this.settle(),
      zoom: () => this.follow(),
      move: () => this.follow(),
    };
    layer.getEvents = () => events;
    return layer;
  }

  /** Paint again where the window moves to a screen of another density. */
  private watchDensity(): void {
    const query = matchMedia(`(resolution: ${window.devicePixelRatio || 1}dppx)`);
    const changed = () => {
      this.unwatch();
      this.watchDensity();
      this.repaint();
    };
    query.addEventListener('change', changed);
    this.unwatch = () => query.removeEventListener('change', changed);
  }

  /**
   * Leaflet's own transition takes the picture to the view it zooms to. Zooming out, the picture would shrink and
   * leave the edges bare: the next one is painted at once, and shrinks from what the window shows of it now.
   */
  private animate({ center, zoom }: Leaflet.ZoomAnimEvent): void {
    cancelAnimationFrame(this.pending);
    this.pending = 0;
    if (this.frame && zoom < this.frame.zoom) {
      this.element.style.transition = 'none';
      this.update(center, zoom);
      this.transform(this.map.getCenter(), this.map.getZoom());
      this.element.getBoundingClientRect(); // The browser has to take note of where the transition starts.
      this.element.style.transition = '';
    }
    this.zooming = true;
    this.transform(center, zoom);
  }

  private settle(): void {
    this.zooming = false;
    this.transform(this.map.getCenter(), this.map.getZoom());
    this.repaint();
  }

  /** Keep up with a drag, a pinch or a flight; paint again, and at once, only where the picture no longer serves. */
  private follow(): void {
    if (this.zooming || !this.frame) return;
    const zoom = this.map.getZoom();
    this.transform(this.map.getCenter(), zoom);
    if (Math.abs(zoom - this.frame.zoom) > COARSE || !this.covers()) this.update();
  }

  /** Whether the moved picture still covers the container. */
  private covers(): boolean {
    if (!this.frame) return false;
    const { width, height } = this.frame.size;
    const [start, end] = [this.toContainer({ x: 0, y: 0 }), this.toContainer({ x: width, y: height })];
    const size = this.map.getSize();
    return start.x <= 0 && start.y <= 0 && end.x >= size.x && end.y >= size.y;
  }

  /** Where the picture's top left corner stands in the container, and how much it is enlarged. */
  private standing(): { readonly corner: Point; readonly scale: number } {
    const { map, frame } = this;
    if (!frame) return { corner: { x: 0, y: 0 }, scale: 1 };
    const scale = zoomScale(map.getZoom() - frame.zoom);
    const { x, y } = map.getPixelOrigin();
    return { corner: map.layerPointToContainerPoint([frame.origin.x * scale - x, frame.origin.y * scale - y]), scale };
  }

  /** Set the picture, whichever view it was painted for, where it belongs in this one. */
  private transform(center: Leaflet.LatLng, zoom: number): void {
    if (!this.frame) return;
    const scale = zoomScale(zoom - this.frame.zoom);
    const { x, y } = this.frame.origin;
    L.DomUtil.setTransform(this.element, L.point(x, y).multiplyBy(scale).subtract(this.pixelOrigin(center, zoom)), scale);
  }

  /** World pixels of the map pane's top left corner in a view, which need not be the present one. */
  private pixelOrigin(center: Leaflet.LatLng, zoom: number): Leaflet.Point {
    const dragged = this.map.layerPointToContainerPoint([0, 0]);
    return this.map.project(center, zoom).subtract(this.map.getSize().divideBy(2)).add(dragged).round();
  }

  private update(center = this.map.getCenter(), zoom = this.map.getZoom()): void {
    cancelAnimationFrame(this.pending);
    this.pending = 0;
    if (!this.element.isConnected) return;
    const { map, element, context } = this;
    const density = (window.devicePixelRatio || 1) * magnification(map.getContainer());
    const size = map.getSize();
    const margin = size.multiplyBy(this.tight ? 0 : padding(size, density)).round();
    const corner = map.containerPointToLayerPoint(margin.multiplyBy(-1)).round();
    const [width, height] = [size.x + 2 * margin.x, size.y + 2 * margin.y];
    resize(element, width, height, density);
    const origin = this.pixelOrigin(center, zoom).add(corner);
    this.frame = createFrame(zoom, origin, { x: margin.x, y: margin.y, width: size.x, height: size.y });
    this.transform(center, zoom);
    context.setTransform(element.width / width, 0, 0, element.height / height, 0, 0);
    context.clearRect(0, 0, width, height);
    context.save();
    this.paint(context, this.frame);
    context.restore();
  }
}

/** A frame whose container's part is `window`, with as much round it. */
export function createFrame(zoom: number, origin: Point, window: Box): Frame {
  const scale = zoomScale(zoom);
  const size = { width: window.width + 2 * window.x, height: window.height + 2 * window.y };
  const [west, north] = unprojected({ x: origin.x / scale, y: origin.y / scale });
  const [east, south] = unprojected({ x: (origin.x + size.width) / scale, y: (origin.y + size.height) / scale });
  return {
    zoom,
    scale,
    size,
    origin: { x: origin.x, y: origin.y },
    window,
    bounds: { west, south, east, north },
    project: (lonlat) => {
      const { x, y } = projected(lonlat);
      return { x: x * scale - origin.x, y: y * scale - origin.y };
    },
  };
}

/** Canvas pixels of a point in pixels of zoom 0. */
export function onCanvas({ scale, origin }: Frame, { x, y }: Point): Point {
  return { x: x * scale - origin.x, y: y * scale - origin.y };
}

/** As much as is wished, less where the canvas would grow too large. */
function padding(size: Point, density: number): number {
  const most = Math.sqrt(MOST_PIXELS / Math.max(1, size.x * size.y * density * density));
  return Math.max(0, Math.min(PADDING, (most - 1) / 2));
}

/** Setting a canvas's size empties it and costs time: only where it changed. */
function resize(element: HTMLCanvasElement, width: number, height: number, density: number): void {
  const [wide, high] = [Math.round(width * density), Math.round(height * density)];
  if (element.width === wide && element.height === high) return;
  element.width = wide;
  element.height = high;
  element.style.width = `${width}px`;
  element.style.height = `${height}px`;
}
