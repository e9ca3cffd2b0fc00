/** The network as a picture: actors by their side's shape and colour, a line for all that two of them share. */

import type { VNode } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useApp } from '../context';
import { usePointing } from '../pointing';
import { placeAndTime } from '../row';
import { layout, type Spot } from './layout';
import type { Edge, Network, Node } from './network';
import { useSides } from './sides';

/** Height of the field for its width, and its bounds in CSS pixels. */
const ASPECT = 0.78;
const LOWEST = 300;
const HIGHEST = 720;
/** Height that each actor takes of a field of many. */
const EACH = 30;

export function Diagram({ network }: { readonly network: Network }): VNode {
  const { chrome, speech } = useApp();
  const { relation } = chrome.workbench;
  const [box, width] = useWidth();
  const height = Math.round(Math.min(HIGHEST, Math.max(LOWEST, width * ASPECT, network.nodes.length * EACH)));
  const spots = useMemo(() => layout(network, width, height), [network, width, height]);
  const lit = useLit();
  return (
    <div class="ly-network" ref={box}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={speech.value.t('web.relations.picture')}>
        {network.edges.map((edge) => (
          <Line key={edge.id} edge={edge} spots={spots} lit={relation.value === edge.id || lit(edge.features)} />
        ))}
        {network.nodes.map((node) => (
          <Dot key={node.id} node={node} spot={spots.get(node.id)} lit={lit(node.features)} />
        ))}
      </svg>
    </div>
  );
}

function Line({ edge, spots, lit }: { readonly edge: Edge; readonly spots: ReadonlyMap<string, Spot>; readonly lit: boolean }): VNode | null {
  const { chrome, speech, lookup } = useApp();
  const pointing = usePointing(() => edge.features.map(({ id }) => id));
  const { relation } = chrome.workbench;
  const [from, to] = edge.ends.map((end) => spots.get(end));
  if (!from || !to) return null;
  const tells = edge.features.map((feature) => `${speech.value.of(feature.title)} · ${placeAndTime(feature, speech.value, lookup)}`).join('\n');
  const ends = { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
  return (
    <g class={lit ? 'ly-edge-lit' : ''} data-relation={edge.id} onClick={() => (relation.value = edge.id)} {...pointing}>
      <title>{tells}</title>
      <line class="ly-edge-line" {...ends} stroke-width={1 + Math.min(edge.features.length, 6) * 0.8} />
      <line class="ly-edge-hit" {...ends} />
    </g>
  );
}

function Dot({ node, spot, lit }: { readonly node: Node; readonly spot: Spot | undefined; readonly lit: boolean }): VNode | null {
  const { actions, lookup, speech } = useApp();
  const pointing = usePointing(() => node.features.map(({ id }) => id));
  const { t, of } = speech.value;
  const side = useSides()(node.side);
  const actor = lookup.actors.get(node.id);
  if (!spot || !actor || !side) return null;
  const scale = 0.75 + Math.min(Math.sqrt(node.features.length), 4) * 0.22;
  const name = of(actor.name);
  return (
    <g class={lit ? 'ly-dot ly-dot-lit' : 'ly-dot'} data-actor={node.id} transform={`translate(${spot.x} ${spot.y})`} onClick={() => actions.open(node.id)} {...pointing}>
      <title>{`${name} · ${t('web.relations.events', { n: node.features.length })}`}</title>
      <path d={side.shape} fill={side.colour} transform={`scale(${scale})`} />
      <text y={12 + 9 * scale} text-anchor="middle">
        {shortened(name)}
      </text>
    </g>
  );
}

/** Whether the pointer is on one of some features, on the map or in a list. */
function useLit(): (features: readonly { readonly id: string }[]) => boolean {
  const { chrome, selected } = useApp();
  const ids = new Set([chrome.hovered.value, selected.value, ...chrome.pointed.value]);
  return (features) => features.some(({ id }) => ids.has(id));
}

const LONGEST_NAME = 20;

function shortened(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1).trimEnd()}…` : name;
}

/** The width that the panel leaves. */
function useWidth() {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(336);
  useLayoutEffect(() => {
    const { current: element } = box;
    if (!element) return;
    const measure = () => setWidth(Math.max(1, Math.round(element.clientWidth)));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, []);
  return [box, width] as const;
}
