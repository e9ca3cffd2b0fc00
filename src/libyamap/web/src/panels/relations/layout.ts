/** Where the actors of a network stand: forces run to rest at once, and the same network always looks the same. */

import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationNodeDatum } from 'd3-force';
import type { Network } from './network';

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A node as the forces move it. */
interface Body extends SimulationNodeDatum {
  readonly id: string;
}

const STEPS = 300;
/** Room that a name takes on either side of its node, in pixels. */
const NAME_WIDTH = 54;
const MARGIN = { side: 66, top: 22, bottom: 34 };
/** Length of a line at the least, and for each neighbour of whom has most of them, in pixels. */
const LINE = { least: 90, each: 18 };

/** Positions in a field of `width` by `height` pixels, by actor. */
export function layout(network: Network, width: number, height: number): ReadonlyMap<string, Spot> {
  const { nodes, edges } = network;
  const bodies: Body[] = nodes.map(({ id }) => ({ id }));
  const links = edges.map(({ ends: [source, target] }) => ({ source, target }));
  const length = Math.max(LINE.least, LINE.each * busiest(network));
  const simulation = forceSimulation(bodies)
    .force('link', forceLink<Body, { source: string | Body; target: string | Body }>(links).id(({ id }) => id).distance(length))
    .force('charge', forceManyBody().strength(-420))
    .force('collide', forceCollide(NAME_WIDTH))
    .force('x', forceX(0).strength(0.07 * (height / width)))
    .force('y', forceY(0).strength(0.07 * (width / height)))
    .stop();
  simulation.tick(STEPS);
  return fitted(bodies, width, height);
}

/** How many neighbours an actor has at the most. */
function busiest({ nodes, edges }: Network): number {
  return Math.max(0, ...nodes.map(({ id }) => edges.filter(({ ends }) => ends.includes(id)).length));
}

/** Positions stretched to fill the field, never to more than they need. */
function fitted(bodies: readonly Body[], width: number, height: number): ReadonlyMap<string, Spot> {
  const along = (values: readonly number[], from: number, to: number) => {
    const least = Math.min(...values);
    const extent = Math.max(...values) - least;
    return (value: number) => (extent < 1 ? (from + to) / 2 : from + ((value - least) / extent) * (to - from));
  };
  const x = along(bodies.map((body) => body.x ?? 0), MARGIN.side, width - MARGIN.side);
  const y = along(bodies.map((body) => body.y ?? 0), MARGIN.top, height - MARGIN.bottom);
  return new Map(bodies.map((body) => [body.id, { x: x(body.x ?? 0), y: y(body.y ?? 0) }]));
}
