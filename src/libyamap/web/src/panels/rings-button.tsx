/** The button that draws range rings about what is open. */

import type { VNode } from 'preact';
import { MOST_NAME, tidied } from '../drawing/model';
import { useApp, useDesk } from './context';
import { IconButton } from './parts';

/** Metres: the first rings about a place, until others are typed. */
const RINGS = [50_000, 100_000, 200_000];

/** Range rings about where a feature or place is; nothing where that is not one position. */
export function RingsButton({ id }: { readonly id: string }): VNode | null {
  const { lookup, speech } = useApp();
  const desk = useDesk();
  const { place: at = null, destination = null } = lookup.features.get(id) ?? { place: id };
  const place = lookup.places.get(at ?? destination ?? '');
  if (!place || place.precision === 'country') return null;
  const rings = () =>
    desk.add([{ shape: 'rings', role: 'measure', only: false, paths: [[place.point]], radii: RINGS, name: tidied(speech.peek().of(place.name), MOST_NAME), note: '' }]);
  return <IconButton icon="rings" label="web.drawing.rings-about" onClick={rings} />;
}
