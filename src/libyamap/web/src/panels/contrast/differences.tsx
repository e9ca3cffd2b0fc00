/** What two sides show differently: a list whose rows lead to the evidence, and stand out on both maps. */

import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Aspect, Otherwise } from '../../contrast/differences';
import { OFFERS, offered, WITHIN_FILTERS } from '../../contrast/offers';
import type { ContrastScreen } from '../../contrast/screen';
import type { Speech } from '../../i18n';
import type { How } from '../../map/differing';
import type { Drawn } from '../../selection';
import { useApp } from '../context';
import { IconButton, Section } from '../parts';
import { usePointing } from '../pointing';
import { FeatureRow } from '../row';
import { placed, placesOf, type Place } from './headings';

/** How many rows of a sort are shown before one asks for more. */
const PAGE = 40;

export function Differences({ screen }: { readonly screen: ContrastScreen }): VNode {
  const { contrast, speech } = useApp();
  const { t } = speech.value;
  const differences = screen.other.differences.value;
  const { first, second } = placesOf(screen.layout.value, speech.value);
  const { onlyFirst = [], onlySecond = [], otherwise = [] } = differences ?? {};
  const number = onlyFirst.length + onlySecond.length + otherwise.length;
  return (
    <div class="ly-scroll ly-contrast">
      <div class="ly-evidence-tools">
        <IconButton icon="swap" label="web.contrast.swap" shortcut="X" onClick={contrast.swap} />
        <IconButton icon="close" label="web.contrast.end" shortcut="V" onClick={contrast.toggle} />
      </div>
      <header class="ly-heading">
        <p class="ly-eyebrow">{t('web.contrast.eyebrow')}</p>
        <h2 tabIndex={-1}>{t('web.contrast.title')}</h2>
      </header>
      <p class="ly-lead" role="status" data-differences={differences ? number : undefined}>
        {differences === null ? t('web.contrast.waiting') : number === 0 ? t('web.contrast.same') : t('web.contrast.count', { n: number })}
      </p>
      <p class="ly-hint">{t('web.contrast.hint')}</p>
      <Only place={first} drawn={onlyFirst} />
      <Only place={second} drawn={onlySecond} />
      {otherwise.length > 0 && (
        <Listing how="otherwise" title={t('web.contrast.otherwise')} count={otherwise.length} ids={() => otherwise.map(({ first: one }) => one.feature.id)}>
          {otherwise.map((one) => (
            <OtherwiseRow key={one.first.feature.id} one={one} places={[first, second]} />
          ))}
        </Listing>
      )}
      <Offers />
    </div>
  );
}

function Only({ place, drawn }: { readonly place: Place; readonly drawn: readonly Drawn[] }): VNode | null {
  const { t } = useApp().speech.value;
  if (drawn.length === 0) return null;
  return (
    <Listing how="only" title={t(placed('only', place))} count={drawn.length} ids={() => drawn.map(({ feature }) => feature.id)}>
      {drawn.map((one) => (
        <li key={one.feature.id} data-difference={one.feature.id}>
          <FeatureRow feature={one.feature} drawn={one} fly />
        </li>
      ))}
    </Listing>
  );
}

function Listing(props: { readonly how: How; readonly title: string; readonly count: number; readonly ids: () => readonly string[]; readonly children: readonly ComponentChildren[] }): VNode {
  const { t } = useApp().speech.value;
  const [pages, setPages] = useState(1);
  const pointing = usePointing(props.ids);
  const rest = props.children.length - pages * PAGE;
  return (
    <div class="ly-listing" data-how={props.how}>
      <span class="ly-listing-ring" title={t(`web.contrast.ring.${props.how}`)} {...pointing}>
        <Ring how={props.how} />
      </span>
      <Section title={props.title} count={props.count}>
        <ul class="ly-rows">{props.children.slice(0, pages * PAGE)}</ul>
        {rest > 0 && (
          <button type="button" class="ly-text-button" onClick={() => setPages(pages + 1)}>
            {t('web.overview.more', { n: rest })}
          </button>
        )}
      </Section>
    </div>
  );
}

/** The ring that stands round such features on the maps. */
function Ring({ how }: { readonly how: How }): VNode {
  return (
    <svg class="ly-ring" viewBox="0 0 18 18" aria-hidden="true">
      <circle cx="8" cy="10" r="6.500" stroke-dasharray={how === 'only' ? undefined : '3.200 2.600'} />
      {how === 'only' && <path class="ly-stone" d="M12.600 1 17 5.400 12.600 9.800 8.200 5.400Z" />}
    </svg>
  );
}

function OtherwiseRow({ one, places }: { readonly one: Otherwise; readonly places: readonly [Place, Place] }): VNode {
  const { speech } = useApp();
  const { t } = speech.value;
  return (
    <li data-difference={one.first.feature.id}>
      <FeatureRow feature={one.first.feature} drawn={one.first} fly />
      <dl class="ly-aspects">
        {one.aspects.map((aspect) => (
          <div key={aspect} data-aspect={aspect}>
            <dt>{t(`web.contrast.aspect.${aspect}`)}</dt>
            <dd>
              {[one.first, one.second].map((drawn, index) => (
                <span key={index}>
                  <small>{t(`web.contrast.place.${places[index] as Place}`)}</small> {told(aspect, drawn, speech.value)}
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

/** How a feature stands in an aspect, in words. */
function told(aspect: Aspect, { age, assertion, certain, feature, progress }: Drawn, { of, percent, t }: Speech): string {
  const unknown = t('web.contrast.unknown');
  switch (aspect) {
    case 'certainty':
      return t(certain ? 'web.contrast.certain' : 'web.contrast.possible');
    case 'assertion':
      return t(`web.assertion.${assertion}`);
    case 'age':
      return feature.confirmed ? t('web.contrast.age', { n: Math.round(age * MONTHS) }) : unknown;
    case 'progress':
      return percent(progress);
    case 'dates':
      return feature.when ? of(feature.when.text) : unknown;
    case 'strength':
      return feature.strength ? of(feature.strength.text) : unknown;
  }
}

/** Months after which a confirmation has faded as far as it will. */
const MONTHS = 24;

/** Sides that are put beside the active one by one click. */
function Offers(): VNode {
  const { actions, document, host, speech, view } = useApp();
  const { t } = speech.value;
  const asOf = view.value.filters.asOf ?? document.asOf;
  return (
    <Section title={t('web.contrast.offers')}>
      <ul class="ly-offers">
        {(host.filters ? OFFERS : WITHIN_FILTERS).map((offer) => {
          const versus = offered(offer, view.value, asOf);
          return (
            <li key={offer}>
              <button type="button" class="ly-button" data-offer={offer} disabled={versus === null} title={versus === null ? t('web.contrast.needs-interval') : undefined} onClick={() => versus && actions.compareWith(versus)}>
                {t(`web.contrast.offer.${offer}`)}
              </button>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
