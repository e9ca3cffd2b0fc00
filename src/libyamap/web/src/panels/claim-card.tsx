/** A claim: what is said, by whom, where it stands, how strongly, how well it is known, and when. */

import type { VNode } from 'preact';
import type { Claim, When } from '../document';
import type { MessageKey } from '../i18n';
import { Cite } from './cite';
import { useApp } from './context';
import { Heading } from './heading';
import { Notes } from './notes';
import { Aside, Code, CopyButton, Fact, Facts, IconButton, ObjectLink, ObjectLinks, Section } from './parts';
import { FeatureRow } from './row';

export function ClaimCard({ claim, whole = false }: { readonly claim: Claim; readonly whole?: boolean }): VNode {
  const { actions, lookup, speech } = useApp();
  const { t, of, lang } = speech.value;
  const source = lookup.sources.get(claim.source);
  const origin = lookup.origins.get(claim.origin);
  const hedge = claim.hedge ? lookup.hedges.get(claim.hedge) : undefined;
  return (
    <div class="ly-claim" role="group" aria-label={t('web.claim.label')}>
      <p class="ly-claim-marks">
        <span class={`ly-pill ly-pill-${claim.assertion}`}>{t(`web.assertion.${claim.assertion}`)}</span>
        <Grade claim={claim} />
        {hedge && <span class="ly-pill">{of(hedge.name)}</span>}
      </p>
      <p class="ly-claim-text">{of(claim.text)}</p>
      {claim.condition && (
        <p class="ly-condition">
          <b>{t('web.claim.condition')}</b> {of(claim.condition)}
        </p>
      )}
      <p class="ly-attribution-line">
        <strong>{of(claim.wording)}</strong>
        {source && (
          <Aside>
            {of(source.title)} · {t('web.claim.paragraphs', { n: claim.locator.length, list: claim.locator.map(String).join(lang === 'ar' ? '، ' : ', ') })}
          </Aside>
        )}
        {origin && <Aside>{t('web.claim.origin', { origin: of(origin.name) })}</Aside>}
      </p>
      <Dates claim={claim} />
      <Reasons claim={claim} />
      <Notes ids={claim.notes} />
      {!whole && (
        <div class="ly-claim-tools">
          <ObjectLink id={claim.id}>{t('web.claim.open')}</ObjectLink>
          <IconButton icon="link" label="web.claim.link" onClick={() => void actions.copy(actions.link(claim.id), 'web.share.copied')} />
        </div>
      )}
    </div>
  );
}

/** Reliability and credibility as a code and in words, with what the grade rests on. */
function Grade({ claim }: { readonly claim: Claim }): VNode {
  const { speech } = useApp();
  const { t, of } = speech.value;
  const words = t('web.grade.words', { reliability: t(`web.reliability.${claim.reliability}`), credibility: t(`web.credibility.${claim.credibility}` as MessageKey) });
  const basis = [of(claim.basis), claim.basisNote && of(claim.basisNote)].filter(Boolean).join(' ');
  return (
    <details class="ly-grade">
      <summary title={basis}>
        <Code>{`${claim.reliability}${claim.credibility}`}</Code> <span>{words}</span>
      </summary>
      <p>{basis}</p>
    </details>
  );
}

function Dates({ claim }: { readonly claim: Claim }): VNode {
  const { speech } = useApp();
  const { t, of } = speech.value;
  const dates: [MessageKey, When | null][] = [
    ['web.claim.happened', claim.happened],
    ['web.claim.said', claim.said],
    ['web.claim.recorded', claim.recorded],
  ];
  return (
    <dl class="ly-dates-three">
      {dates.map(
        ([key, when]) =>
          when && (
            <div key={key}>
              <dt>{t(key)}</dt>
              <dd>{of(when.text)}</dd>
            </div>
          ),
      )}
      {claim.dating && (
        <div>
          <dt>{t('web.claim.dating')}</dt>
          <dd>{of(claim.dating)}</dd>
        </div>
      )}
    </dl>
  );
}

/** What it is a reason for, and what is given as a reason for it. */
function Reasons({ claim }: { readonly claim: Claim }): VNode | null {
  const { lookup, speech } = useApp();
  const { t, of } = speech.value;
  const lists: [MessageKey, readonly Claim[]][] = [
    ['web.claim.reason-for', claim.reasonFor.flatMap((id) => lookup.claims.get(id) ?? [])],
    ['web.claim.reasons', lookup.reasonsFor.get(claim.id) ?? []],
  ];
  if (lists.every(([, claims]) => claims.length === 0)) return null;
  return (
    <div class="ly-reasons">
      {lists.map(
        ([key, claims]) =>
          claims.length > 0 && (
            <div key={key}>
              <h4>{t(key)}</h4>
              <ul class="ly-plain">
                {claims.map((other) => (
                  <li key={other.id}>
                    <ObjectLink id={other.id}>{of(other.text)}</ObjectLink>
                  </li>
                ))}
              </ul>
            </div>
          ),
      )}
    </div>
  );
}

/** A claim by itself: the card, whom and where it is about, and what rests on it. */
export function ClaimEvidence({ id }: { readonly id: string }): VNode | null {
  const { lookup, speech } = useApp();
  const { t } = speech.value;
  const claim = lookup.claims.get(id);
  if (!claim) return null;
  const about = [...claim.actors.flatMap((one) => lookup.actors.get(one) ?? []), ...claim.places.flatMap((one) => lookup.places.get(one) ?? [])];
  const features = lookup.featuresOn.get(id) ?? [];
  return (
    <>
      <Heading name={claim.text}>{t('web.claim.label')}</Heading>
      <ClaimCard claim={claim} whole />
      <Facts>
        <Fact name="web.claim.id">
          <Code>{claim.id}</Code> <CopyButton text={claim.id} what="web.claim.copy-id" said="web.claim.id-copied" />
        </Fact>
      </Facts>
      {about.length > 0 && (
        <Section title={t('web.claim.about')}>
          <ObjectLinks objects={about} />
        </Section>
      )}
      {features.length > 0 && (
        <Section title={t('web.claim.carries')} count={features.length}>
          <ul class="ly-rows">
            {features.map((feature) => (
              <li key={feature.id}>
                <FeatureRow feature={feature} fly />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Cite id={id} title={claim.text} claims={[id]} />
    </>
  );
}
