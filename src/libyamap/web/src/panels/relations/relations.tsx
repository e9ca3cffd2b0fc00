/** Relations: who met whom, where and when, as a network and as a list, both linked with the map. */

import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { useApp } from '../context';
import { EmptyReason } from '../empty-reason';
import { useDrawn } from '../listed';
import { Choice, ObjectLink } from '../parts';
import { usePointing } from '../pointing';
import { FeatureRow } from '../row';
import { Diagram } from './diagram';
import { network, type Edge, type Network, type Sort } from './network';
import { useSides } from './sides';

export function Relations(): VNode {
  const { chrome, lookup, speech } = useApp();
  const drawn = useDrawn();
  const { t } = speech.value;
  const { relations } = chrome.workbench;
  const found = useMemo(() => network(drawn, relations.value, lookup), [drawn, relations.value, lookup]);
  const options: { value: Sort; text: string }[] = [
    { value: 'meetings', text: t('web.relations.meetings') },
    { value: 'all', text: t('web.relations.all') },
  ];
  return (
    <div class="ly-evidence ly-relations">
      <EmptyReason />
      <Choice label={t('web.relations.which')} value={relations.value} options={options} choose={(sort) => (relations.value = sort)} />
      <p class="ly-hint">{found.edges.length > 0 ? t('web.relations.hint') : t('web.relations.none')}</p>
      {found.edges.length > 0 && <Diagram network={found} />}
      <SideLegend network={found} />
      <ul class="ly-relation-list">
        {found.edges.map((edge) => (
          <li key={edge.id}>
            <Relation edge={edge} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Relation({ edge }: { readonly edge: Edge }): VNode {
  const { chrome, lookup, speech } = useApp();
  const { of, number } = speech.value;
  const { relation } = chrome.workbench;
  const open = relation.value === edge.id;
  const pointing = usePointing(() => edge.features.map(({ id }) => id));
  const [one, other] = edge.ends.map((end) => lookup.actors.get(end));
  if (!one || !other) return <></>;
  return (
    <>
      <button
        type="button"
        class="ly-relation"
        aria-expanded={open}
        data-relation={edge.id}
        // The one that was chosen in the picture comes into sight.
        ref={(button) => void (open && button?.scrollIntoView({ block: 'nearest' }))}
        onClick={() => (relation.value = open ? null : edge.id)}
        {...pointing}
      >
        <span>
          <bdi>{of(one.name)}</bdi> – <bdi>{of(other.name)}</bdi>
        </span>
        <span class="ly-count">{number(edge.features.length)}</span>
      </button>
      {open && (
        <div class="ly-relation-body">
          <p>
            <ObjectLink id={one.id} className="ly-chip">
              {of(one.name)}
            </ObjectLink>{' '}
            <ObjectLink id={other.id} className="ly-chip">
              {of(other.name)}
            </ObjectLink>
          </p>
          <ul class="ly-rows">
            {edge.features.map((feature) => (
              <li key={feature.id}>
                <FeatureRow feature={feature} fly />
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

/** The sides that are in the picture. */
function SideLegend({ network: { nodes } }: { readonly network: Network }): VNode | null {
  const { document, speech } = useApp();
  const look = useSides();
  const present = new Set(nodes.map(({ side }) => side));
  const sides = document.actorGroups.filter(({ id }) => present.has(id));
  if (sides.length === 0) return null;
  return (
    <ul class="ly-side-legend">
      {sides.map(({ id, name }) => (
        <li key={id}>
          <svg class="ly-symbol" viewBox="-11 -11 22 22" aria-hidden="true">
            <path d={look(id)?.shape} fill={look(id)?.colour} />
          </svg>
          {speech.value.of(name)}
        </li>
      ))}
    </ul>
  );
}
