/** One feature in a list: its symbol, its title, when and where. */

import type { VNode } from 'preact';
import type { Feature } from '../document';
import type { Speech } from '../i18n';
import { placesOf, type Lookup } from '../lookup';
import type { Drawn } from '../selection';
import { useApp } from './context';
import { ObjectLink } from './parts';
import { LayerSymbol, PLAIN } from './symbol';

interface RowProps {
  readonly feature: Feature;
  /** How it is shown; found out if not given. */
  readonly drawn?: Drawn;
  /** What stands under its title; its place and date if not given. */
  readonly tells?: string;
  readonly fly?: boolean;
}

/** A feature as a link. */
export function FeatureRow(props: RowProps): VNode {
  const { speech, lookup, drawnById, selected } = useApp();
  const { feature } = props;
  const drawn = props.drawn ?? drawnById.value.get(feature.id);
  const open = selected.value === feature.id;
  const className = ['ly-row', open && 'ly-open', !drawn && 'ly-absent'].filter(Boolean).join(' ');
  return (
    <ObjectLink id={feature.id} className={className} fly={props.fly ?? false}>
      <LayerSymbol layer={feature.layer} look={drawn ?? PLAIN} />
      <span class="ly-row-text">
        <span class="ly-row-title">{speech.value.of(feature.title)}</span>
        <span class="ly-row-meta">{props.tells ?? placeAndTime(feature, speech.value, lookup)}</span>
      </span>
    </ObjectLink>
  );
}

/** "Kharruba air base · since about 2020". */
export function placeAndTime(feature: Feature, speech: Speech, lookup: Lookup): string {
  const { when } = feature;
  return [placeNames(feature, speech, lookup), when && speech.of(when.text)].filter(Boolean).join(' · ');
}

/** Names of where a feature is, or of the ends of a movement, an unknown end as a dash. */
export function placeNames(feature: Feature, speech: Speech, lookup: Lookup): string {
  const name = (id: string | null) => {
    const place = id === null ? undefined : lookup.places.get(id);
    return place && speech.of(place.name);
  };
  if (feature.origin ?? feature.destination) {
    const from = name(feature.origin);
    const to = name(feature.destination);
    if (from && to) return speech.t('web.row.from-to', { from, to });
    return from ? speech.t('web.row.from', { from }) : speech.t('web.row.to', { to: to ?? '' });
  }
  return name(feature.place) ?? speech.list(placesOf(feature).flatMap((id) => name(id) ?? []));
}
