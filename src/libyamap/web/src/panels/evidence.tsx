/** The evidence of what is open: a feature, a place, an actor or a claim; the overview where nothing is. */

import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { ActorEvidence } from './actor-evidence';
import { ClaimEvidence } from './claim-card';
import { ComparisonPanel } from './comparison';
import { useApp } from './context';
import { FeatureEvidence } from './feature-evidence';
import { Later } from './later';
import { Overview } from './overview';
import { IconButton } from './parts';
import { PlaceEvidence } from './place-evidence';

export function EvidencePanel(): VNode {
  const { actions, chrome, comparing, lookup, selected } = useApp();
  const scroll = useRef<HTMLDivElement>(null);
  const id = selected.value;
  const sort = id === null ? null : lookup.sort(id);
  const before = useRef(id);
  useLayoutEffect(() => {
    const { current: part } = scroll;
    const closed = before.current;
    if (!part || closed === id) return;
    before.current = id;
    part.scrollTop = 0;
    follow(part, id, closed, chrome.stepped.peek());
  }, [id]);
  if ((id === null || sort === null) && comparing.open.value) {
    return (
      <div class="ly-evidence" ref={scroll}>
        <ComparisonPanel />
      </div>
    );
  }
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
        {(chrome.trail.value.length > 0 || comparing.open.value) && (
          <IconButton icon="back" label="web.evidence.back" onClick={actions.back} />
        )}
        <IconButton icon="locate" label="web.evidence.show-on-map" onClick={() => actions.fly(id)} />
        {(sort === 'feature' || sort === 'place') && <Later panel="RingsButton" with={{ id }} />}
        <IconButton icon="link" label="web.evidence.copy-link" onClick={() => void actions.copy(actions.link(id), 'web.share.copied')} />
        <IconButton icon="close" label="web.evidence.close" shortcut="Esc" onClick={actions.close} />
      </div>
      <article>{bodyOf(sort, id)}</article>
    </div>
  );
}

/** The focus goes along with what is opened and closed here; where it is elsewhere on the page, it stays. */
function follow(part: HTMLElement, opened: string | null, closed: string | null, stepped: string | null): void {
  const { activeElement: active } = document;
  if (active !== document.body && !part.contains(active)) return;
  if (opened === null && closed === stepped) return void document.getElementById('map_libyamap')?.focus({ preventScroll: true });
  const row = closed === null ? null : part.querySelector<HTMLElement>(`[data-object="${CSS.escape(closed)}"]`);
  const heading = part.querySelector<HTMLElement>('h2');
  (opened === null ? (row ?? heading) : heading)?.focus();
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
