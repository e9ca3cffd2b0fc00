/** The table's columns: what a feature's cell says, and by what it is sorted. */

import type { Claim } from '../../document';
import type { MessageKey, Speech } from '../../i18n';
import { FIRST_DAY, LAST_DAY } from '../../interval';
import type { Lookup } from '../../lookup';
import type { Drawn } from '../../selection';
import { placeNames } from '../row';

export type Column = 'title' | 'layer' | 'kind' | 'place' | 'when' | 'actors' | 'assertion' | 'grade' | 'origins' | 'precision' | 'confirmed' | 'strength';

/** In the order in which they stand; the first is always there. */
export const COLUMNS: readonly Column[] = ['title', 'layer', 'kind', 'place', 'when', 'actors', 'assertion', 'grade', 'origins', 'precision', 'confirmed', 'strength'];

/** Widths in CSS pixels. */
export const WIDTHS: Readonly<Record<Column, number>> = {
  title: 210,
  layer: 140,
  kind: 92,
  place: 124,
  when: 158,
  actors: 210,
  assertion: 86,
  grade: 64,
  origins: 72,
  precision: 150,
  confirmed: 150,
  strength: 150,
};

export interface Order {
  readonly column: Column;
  readonly descending: boolean;
}

export interface Cell {
  readonly text: string;
  /** What it is sorted by; null stands last in either direction. */
  readonly rank: number | string | null;
}

/** In whose words, and with what at hand, cells are written. */
export interface Writing {
  readonly speech: Speech;
  readonly lookup: Lookup;
}

const ASSERTIONS = ['stated', 'reported', 'assessed', 'forecast', 'requested', 'denied'];
const PRECISIONS = ['exact', 'vicinity', 'locality', 'area', 'sea', 'country'];
const RELIABILITIES = 'ABCDEF';
/** Credibility that cannot be judged: not the worst, but no rank. */
const UNGRADED = 6;
const NOTHING: Cell = { text: '', rank: null };

type Writer = (one: Drawn, writing: Writing) => Cell;

const CELLS: Readonly<Record<Column, Writer>> = {
  title: ({ feature }, { speech }) => words(speech.of(feature.title)),
  layer: ({ feature }, { speech, lookup }) => {
    const layer = lookup.layers.get(feature.layer);
    return layer ? words(speech.of(layer.title)) : NOTHING;
  },
  kind: ({ feature }, { speech }) => words(speech.t(`web.kind.${feature.kind}` as MessageKey)),
  place: ({ feature }, { speech, lookup }) => words(placeNames(feature, speech, lookup)),
  when: ({ feature }, { speech }) => {
    const { when, days } = feature;
    return when ? { text: speech.of(when.text), rank: days[0] > FIRST_DAY ? days[0] : days[3] < LAST_DAY ? days[3] : null } : NOTHING;
  },
  actors: ({ feature }, { speech, lookup }) =>
    words(feature.actors.flatMap(({ actor }) => lookup.actors.get(actor)?.name[speech.lang] ?? []).join(speech.t('web.sentence.joint'))),
  assertion: ({ assertion }, { speech }) => ({ text: speech.t(`web.assertion.${assertion}`), rank: ASSERTIONS.indexOf(assertion) }),
  grade: (one, { lookup }) => grade(claimsOf(one, lookup)),
  origins: (one, { speech, lookup }) => {
    const supporting = claimsOf(one, lookup).filter(({ assertion }) => assertion !== 'denied');
    const { size } = new Set(supporting.map(({ origin }) => origin));
    return { text: speech.number(size), rank: size };
  },
  precision: ({ feature }, { speech, lookup }) => {
    const ends = [feature.place, feature.origin, feature.destination].flatMap((id) => lookup.places.get(id ?? '')?.precision ?? []);
    const worst = PRECISIONS.findLast((one) => ends.some((end) => end === one));
    return worst ? { text: speech.t(`web.precision.${worst}` as MessageKey), rank: PRECISIONS.indexOf(worst) } : NOTHING;
  },
  confirmed: ({ feature }, { speech }) => (feature.confirmed ? { text: speech.of(feature.confirmed.text), rank: feature.confirmed.days[3] } : NOTHING),
  strength: ({ feature }, { speech }) => (feature.strength ? words(speech.of(feature.strength.text)) : NOTHING),
};

/** What stands in a column for a feature. */
export function cellOf(column: Column, one: Drawn, writing: Writing): Cell {
  return CELLS[column](one, writing);
}

/** The best grade among claims, as `B2`; what cannot be judged has no rank. */
export function grade(claims: readonly Claim[]): Cell {
  const ranked = claims.map((claim) => ({ claim, rank: claim.credibility * RELIABILITIES.length + RELIABILITIES.indexOf(claim.reliability) }));
  const best = ranked.sort((a, b) => a.rank - b.rank)[0];
  if (!best) return NOTHING;
  const { reliability, credibility } = best.claim;
  return { text: `${reliability}${credibility}`, rank: credibility === UNGRADED ? null : best.rank };
}

function claimsOf({ claims }: Drawn, lookup: Lookup): Claim[] {
  return claims.flatMap((id) => lookup.claims.get(id) ?? []);
}

function words(text: string): Cell {
  return { text, rank: text || null };
}
