/** A place: how well it is known, where every gazetteer puts it, and what stands there. */

import type { VNode } from 'preact';
import { written } from '../coordinates';
import type { Place } from '../document';
import type { MessageKey } from '../i18n';
import { course } from '../map/projection';
import { ClaimCard } from './claim-card';
import { useApp } from './context';
import { Heading } from './heading';
import { Notes } from './notes';
import { Aside, Code, CopyButton, Fact, Facts, ObjectLink, Section } from './parts';
import { FeatureRow } from './row';

export function PlaceEvidence({ id }: { readonly id: string }): VNode | null {
  const { lookup, speech } = useApp();
  const { t, of } = speech.value;
  const place = lookup.places.get(id);
  if (!place) return null;
  const features = lookup.featuresAt.get(id) ?? [];
  const claims = place.claims.flatMap((claim) => lookup.claims.get(claim) ?? []);
  return (
    <>
      <Heading name={place.name}>{t(`web.place.${place.kind}` as MessageKey)}</Heading>
      {place.description && <p class="ly-lead">{of(place.description)}</p>}
      <Facts>
        <Fact name="web.fact.precision">
          <PrecisionWords place={place} />
        </Fact>
        {place.precision !== 'country' && <CoordinatesFact place={place} />}
        <Names place={place} />
        {place.outlineBasis && <Fact name="web.fact.outline">{of(place.outlineBasis)}</Fact>}
      </Facts>
      <Gazetteers place={place} />
      <Notes ids={place.notes} />
      {features.length > 0 && (
        <Section title={t('web.place-panel.here')} count={features.length}>
          <ul class="ly-rows">
            {features.map((feature) => (
              <li key={feature.id}>
                <FeatureRow feature={feature} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {claims.length > 0 && (
        <Section title={t('web.place-panel.said')} count={claims.length}>
          {claims.map((claim) => (
            <ClaimCard key={claim.id} claim={claim} />
          ))}
        </Section>
      )}
    </>
  );
}

/** Where a feature stands, within the facts on it. */
export function PlaceFact({ id }: { readonly id: string }): VNode | null {
  const { chrome, lookup, speech } = useApp();
  const place = lookup.places.get(id);
  if (!place) return null;
  return (
    <Fact name="web.fact.place">
      <ObjectLink id={id} fly>
        {speech.value.of(place.name)}
      </ObjectLink>
      <Aside>
        <PrecisionWords place={place} />
      </Aside>
      {place.precision !== 'country' && (
        <Aside>
          <Code>{written(place.point, chrome.notation.value)}</Code>
        </Aside>
      )}
    </Fact>
  );
}

function PrecisionWords({ place }: { readonly place: Place }): VNode {
  const { speech } = useApp();
  const { t, number } = speech.value;
  const words = t(`web.precision.${place.precision}`);
  const within = place.radius ? t('web.precision.within', { km: number(place.radius / 1000) }) : '';
  return <>{[words, within].filter(Boolean).join(t('web.sentence.joint'))}</>;
}

function CoordinatesFact({ place }: { readonly place: Place }): VNode {
  const { chrome, speech } = useApp();
  const text = written(place.point, chrome.notation.value);
  return (
    <Fact name="web.fact.coordinates">
      <Code>{text}</Code> <CopyButton text={text} what="web.readout.copy" said="web.readout.copied" />
      {place.outline && place.radius === null && <Aside>{speech.value.t('web.fact.middle')}</Aside>}
    </Fact>
  );
}

function Names({ place }: { readonly place: Place }): VNode | null {
  const { speech } = useApp();
  const names = [...place.aliases[speech.value.lang], ...place.aliases[speech.value.other]];
  if (names.length === 0) return null;
  return (
    <Fact name="web.fact.aliases">
      {names.map((name, index) => (
        <span key={name}>
          {index > 0 && ' · '}
          <bdi>{name}</bdi>
        </span>
      ))}
    </Fact>
  );
}

/** What each register gives, how far it lies from the position that is used. */
function Gazetteers({ place }: { readonly place: Place }): VNode | null {
  const { speech } = useApp();
  const { t, of, number } = speech.value;
  if (place.coordinates.length === 0) return null;
  return (
    <Section title={t('web.place-panel.gazetteers')} count={place.coordinates.length}>
      <ul class="ly-plain ly-gazetteers">
        {place.coordinates.map((one) => (
          <li key={one.gazetteer}>
            <Code>{one.gazetteer}</Code> <Code>{written([one.lon, one.lat], 'decimal')}</Code>{' '}
            <span class="ly-muted">
              {one.used ? t('web.place-panel.used') : t('web.place-panel.off', { km: number(Math.round(course(place.point, [one.lon, one.lat]).km * 100) / 100) })}
            </span>
            {one.note && <Aside>{of(one.note)}</Aside>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
