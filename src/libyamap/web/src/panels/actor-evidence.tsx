/** An actor: names, roles with their claims, what it takes part in, what is said of it. */

import type { VNode } from 'preact';
import type { Feature } from '../document';
import type { MessageKey } from '../i18n';
import { ClaimCard } from './claim-card';
import { useApp } from './context';
import { Heading } from './heading';
import { Later } from './later';
import { Notes } from './notes';
import { Aside, Fact, Facts, ObjectLink, Section } from './parts';
import { FeatureRow } from './row';

const COLLECTIONS = ['presence', 'movements', 'events', 'assessments'] as const;

export function ActorEvidence({ id }: { readonly id: string }): VNode | null {
  const { actions, host, lookup, speech } = useApp();
  const { t, of, lang, other } = speech.value;
  const actor = lookup.actors.get(id);
  if (!actor) return null;
  const group = lookup.actorGroups.get(actor.group);
  const names = [...actor.aliases[lang], ...actor.aliases[other]];
  const claims = lookup.claimsAbout.get(id) ?? [];
  return (
    <>
      <Heading name={actor.name}>
        {t(`web.actor.${actor.kind}` as MessageKey)}
        {group && ` · ${of(group.name)}`}
      </Heading>
      {actor.description && <p class="ly-lead">{of(actor.description)}</p>}
      <Facts>
        {actor.roles.map((role) => (
          <Fact key={role.title.en} name={`web.role-kind.${role.kind}` as MessageKey}>
            {role.claims[0] ? <ObjectLink id={role.claims[0]}>{of(role.title)}</ObjectLink> : of(role.title)}
            {role.of && (
              <Aside>
                <ObjectLink id={role.of}>{of(lookup.actors.get(role.of)?.name ?? { ar: role.of, en: role.of })}</ObjectLink>
              </Aside>
            )}
          </Fact>
        ))}
        {names.length > 0 && (
          <Fact name="web.fact.aliases">
            {names.map((name, index) => (
              <span key={name}>
                {index > 0 && ' · '}
                <bdi>{name}</bdi>
              </span>
            ))}
          </Fact>
        )}
      </Facts>
      {host.filters && (
        <button type="button" class="ly-button" onClick={() => actions.onlyActor(id)}>
          {t('web.actor-panel.only')}
        </button>
      )}
      <Notes ids={actor.notes} />
      <Later panel="ActorTimeline" with={{ features: lookup.featuresOf.get(id) ?? [] }} />
      <Taken features={lookup.featuresOf.get(id) ?? []} />
      {claims.length > 0 && (
        <Section title={t('web.actor-panel.said')} count={claims.length}>
          <details class="ly-left-out">
            <summary>{t('web.actor-panel.show-claims')}</summary>
            {claims.map((claim) => (
              <ClaimCard key={claim.id} claim={claim} />
            ))}
          </details>
        </Section>
      )}
    </>
  );
}

/** What it takes part in, by sort, in the order of time. */
function Taken({ features }: { readonly features: readonly Feature[] }): VNode {
  const { speech } = useApp();
  const { t } = speech.value;
  return (
    <>
      {COLLECTIONS.map((collection) => {
        const here = features.filter((feature) => feature.collection === collection).sort((a, b) => a.days[0] - b.days[0]);
        if (here.length === 0) return null;
        return (
          <Section key={collection} title={t(`web.collection.${collection}`)} count={here.length}>
            <ul class="ly-rows">
              {here.map((feature) => (
                <li key={feature.id}>
                  <FeatureRow feature={feature} fly />
                </li>
              ))}
            </ul>
          </Section>
        );
      })}
    </>
  );
}
