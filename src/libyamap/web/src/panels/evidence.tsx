/** The evidence of what is open: a feature, a place, an actor or a claim; the overview where nothing is. */

import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { ActorEvidence } from './actor-evidence';
import { ClaimEvidence } from './claim-card';
import { useApp } from './context';
import { FeatureEvidence } from './feature-evidence';
import { Overview } from './overview';
import { IconButton } from './parts';
import { PlaceEvidence } from './place-evidence';

export function EvidencePanel(): VNode {
  const { actions, chrome, lookup, selected } = useApp();
  const scroll = useRef<HTMLDivElement>(null);
  const id = selected.value;
  const sort = id === null ? null : lookup.sort(id);
  useEffect(() => {
    if (scroll.current) scroll.current.scrollTop = 0;
  }, [id]);
  if (id === null || sort === null) {
    return (
      <div class="ly-evidence" ref={scroll}>
        <Overview />
      </div>
    );
  }
  return (
    <div class="ly-evidence" ref={scroll} data-open={id}>
      <div class="ly-evidence-tools">
        {chrome.trail.value.length > 0 && <IconButton icon="back" label="web.evidence.back" onClick={actions.back} />}
        <IconButton icon="locate" label="web.evidence.show-on-map" onClick={() => actions.fly(id)} />
        <IconButton icon="link" label="web.evidence.copy-link" onClick={() => void actions.copy(actions.link(id), 'web.share.copied')} />
        <IconButton icon="close" label="web.evidence.close" shortcut="Esc" onClick={actions.close} />
      </div>
      <article>{bodyOf(sort, id)}</article>
    </div>
  );
}

function bodyOf(sort: 'feature' | 'place' | 'actor' | 'claim', id: string): VNode {
  switch (sort) {
    case 'feature':
      return <FeatureEvidence id={id} />;
    case 'place':
      return <PlaceEvidence id={id} />;
    case 'actor':
      return <ActorEvidence id={id} />;
    case 'claim':
      return <ClaimEvidence id={id} />;
  }
}
