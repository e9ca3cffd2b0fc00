/** The length of a movement. */

import type { VNode } from 'preact';
import type { Feature } from '../document';
import { leg } from '../drawing/geodesy';
import { bearingWords, distanceWords } from '../drawing/measures';
import { useApp } from './context';
import { Aside, Fact } from './parts';

/** How far a movement went, in a straight line from place to place; nothing where an end is not known. */
export function Length({ feature }: { readonly feature: Feature }): VNode | null {
  const { lookup, speech } = useApp();
  const [from, to] = [feature.origin, feature.destination].map((id) => lookup.places.get(id ?? ''));
  if (!from || !to) return null;
  const { metres, bearing } = leg(from.point, to.point);
  return (
    <Fact name="web.drawing.length">
      {distanceWords(metres, speech.value)} · {bearingWords(bearing)}
      <Aside>{speech.value.t('web.drawing.straight')}</Aside>
    </Fact>
  );
}
