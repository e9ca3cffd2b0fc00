/** A feature: what it is, where, when, who took part, who says so, what is not known, what it is tied to. */

import type { VNode } from 'preact';
import type { Feature, When } from '../document';
import type { MessageKey } from '../i18n';
import { asKnown } from '../selection';
import { ClaimCard } from './claim-card';
import { Cite } from './cite';
import { useApp } from './context';
import { Heading } from './heading';
import { Later } from './later';
import { OpenPoints } from './notes';
import { Aside, Fact, Facts, ObjectLink, Section } from './parts';
import { PlaceFact } from './place-evidence';
import { FeatureRow } from './row';
import { FeatureSymbol, LayerSymbol } from './symbol';

/** Days in a month, near enough to say how old a confirmation is. */
const MONTH = 30.44;
const MOST_RELATED = 8;

export function FeatureEvidence({ id }: { readonly id: string }): VNode | null {
  const { drawnById, lookup, selection, speech } = useApp();
  const { t, of } = speech.value;
  const curated = lookup.features.get(id);
  if (!curated) return null;
  const item = selection.value.items.find((one) => one.id === id);
  const feature = asKnown(curated, item);
  const drawn = drawnById.value.get(id);
  const layer = lookup.layers.get(feature.layer);
  const mark = drawn ? <FeatureSymbol drawn={drawn} /> : <LayerSymbol layer={feature.layer} />;
  return (
    <>
      <Heading name={feature.title} mark={mark}>
        {layer && of(layer.title)} · {t(`web.kind.${feature.kind}` as MessageKey)}
      </Heading>
      {!drawn && <p class="ly-hint">{t('web.evidence.hidden')}</p>}
      {drawn && !drawn.certain && <p class="ly-hint">{t('web.evidence.possible')}</p>}
      {item?.known && <p class="ly-hint">{t('web.evidence.as-known')}</p>}
      <Facts>
        <Where feature={feature} />
        <Fact name="web.fact.when">
          {feature.when ? <Date when={feature.when} /> : <span class="ly-unknown">{t('web.fact.no-date')}</span>}
        </Fact>
        {feature.collection === 'presence' && <Confirmed feature={feature} />}
        {feature.strength && <Strength feature={feature} />}
        {feature.declared !== null && <Fact name="web.fact.status">{t(feature.declared ? 'web.fact.declared' : 'web.fact.undeclared')}</Fact>}
        {feature.actors.length > 0 && <Parts feature={feature} />}
      </Facts>
      <OpenPoints ids={[...feature.notes, ...(lookup.places.get(feature.place ?? '')?.notes ?? [])]} />
      <Claims feature={feature} kept={drawn?.claims ?? null} />
      <Related feature={feature} />
      <Cite id={id} title={feature.title} claims={feature.claims} />
    </>
  );
}

export function Date({ when }: { readonly when: When }): VNode {
  const { speech } = useApp();
  const { of } = speech.value;
  return (
    <>
      <strong>{of(when.text)}</strong>
      <Aside>{of(when.precision)}</Aside>
    </>
  );
}

function Where({ feature }: { readonly feature: Feature }): VNode {
  const { lookup, speech } = useApp();
  const { t, of } = speech.value;
  const end = (id: string | null) =>
    id === null ? <span class="ly-unknown">{t('web.fact.not-stated')}</span> : <ObjectLink id={id} fly>{of(lookup.places.get(id)?.name ?? { ar: id, en: id })}</ObjectLink>;
  if (feature.collection === 'movements') {
    return (
      <>
        <Fact name="web.fact.from">{end(feature.origin)}</Fact>
        <Fact name="web.fact.to">
          {end(feature.destination)}
          {feature.schematic && <Aside>{t('web.fact.schematic')}</Aside>}
        </Fact>
        <Later panel="Length" with={{ feature }} />
      </>
    );
  }
  const about = feature.about.flatMap((id) => lookup.places.get(id) ?? []);
  return (
    <>
      {feature.place ? <PlaceFact id={feature.place} /> : <Fact name="web.fact.place"><span class="ly-unknown">{t('web.fact.no-place')}</span></Fact>}
      {about.length > 0 && (
        <Fact name="web.fact.about">
          {about.map(({ id, name }, index) => (
            <span key={id}>
              {index > 0 && ' · '}
              <ObjectLink id={id} fly>
                {of(name)}
              </ObjectLink>
            </span>
          ))}
        </Fact>
      )}
    </>
  );
}

function Confirmed({ feature }: { readonly feature: Feature }): VNode {
  const { moment, speech } = useApp();
  const { t, of } = speech.value;
  const { confirmed } = feature;
  if (!confirmed) return <Fact name="web.fact.confirmed"><span class="ly-unknown">{t('web.fact.never-confirmed')}</span></Fact>;
  const months = Math.round((moment.value - confirmed.days[0]) / MONTH);
  return (
    <Fact name="web.fact.confirmed">
      <strong>{of(confirmed.text)}</strong>
      {months > 0 && <Aside>{t('web.fact.age', { n: months })}</Aside>}
    </Fact>
  );
}

function Strength({ feature }: { readonly feature: Feature }): VNode | null {
  const { lookup, speech } = useApp();
  const { t, of } = speech.value;
  const { strength } = feature;
  const place = strength && lookup.places.get(strength.of);
  if (!strength || !place) return null;
  return (
    <Fact name="web.fact.strength">
      <strong>{of(strength.text)}</strong>
      <Aside>{t('web.fact.strength-of', { place: of(place.name) })}</Aside>
    </Fact>
  );
}

function Parts({ feature }: { readonly feature: Feature }): VNode {
  const { lookup, speech } = useApp();
  const { t, of } = speech.value;
  return (
    <Fact name="web.fact.who">
      <ul class="ly-plain">
        {feature.actors.map(({ actor, role }) => (
          <li key={actor}>
            <ObjectLink id={actor}>{of(lookup.actors.get(actor)?.name ?? { ar: actor, en: actor })}</ObjectLink>
            {role !== 'subject' && <span class="ly-muted"> · {t(`web.role.${role}` as MessageKey)}</span>}
          </li>
        ))}
      </ul>
    </Fact>
  );
}

/** Claims as cards; those that the filters leave out are told and stay to be opened. */
function Claims({ feature, kept }: { readonly feature: Feature; readonly kept: readonly string[] | null }): VNode {
  const { lookup, speech } = useApp();
  const { t } = speech.value;
  const claims = feature.claims.flatMap((id) => lookup.claims.get(id) ?? []);
  const shown = claims.filter(({ id }) => kept === null || kept.includes(id));
  const left = claims.filter((claim) => !shown.includes(claim));
  return (
    <Section title={t('web.evidence.who-says-so')} count={claims.length}>
      {shown.map((claim) => (
        <ClaimCard key={claim.id} claim={claim} />
      ))}
      {left.length > 0 && (
        <details class="ly-left-out">
          <summary>{t('web.evidence.left-out', { n: left.length })}</summary>
          {left.map((claim) => (
            <ClaimCard key={claim.id} claim={claim} />
          ))}
        </details>
      )}
    </Section>
  );
}

function Related({ feature }: { readonly feature: Feature }): VNode | null {
  const { lookup, speech } = useApp();
  const { t } = speech.value;
  const relation = (name: string, back = false) => t(`web.relation.${back ? 'back-' : ''}${name}` as MessageKey);
  const ties = [
    ...feature.ties.map(({ feature: other, relation: name }) => ({ other: lookup.features.get(other), tells: relation(name) })),
    ...(lookup.tiedTo.get(feature.id) ?? []).map(({ feature: other, relation: name }) => ({ other, tells: relation(name, true) })),
  ];
  const known = new Set([feature.id, ...ties.flatMap(({ other }) => other?.id ?? [])]);
  const here = [...(feature.place ? (lookup.featuresAt.get(feature.place) ?? []) : [])].filter(({ id }) => !known.has(id)).slice(0, MOST_RELATED);
  if (ties.length + here.length === 0) return null;
  return (
    <Section title={t('web.evidence.related')}>
      <ul class="ly-rows">
        {ties.map(({ other, tells }) => other && <li key={`${other.id}${tells}`}><FeatureRow feature={other} tells={tells} fly /></li>)}
        {here.map((other) => (
          <li key={other.id}>
            <FeatureRow feature={other} tells={t('web.relation.same-place')} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
