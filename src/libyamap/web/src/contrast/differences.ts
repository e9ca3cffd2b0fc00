/** What two sides show differently; the library's `contrast.py` is its twin. */

import type { How } from '../map/differing';
import type { Drawn } from '../selection';

/** In what a feature that both sides show may be drawn otherwise. */
export const ASPECTS = ['certainty', 'assertion', 'age', 'progress', 'dates', 'strength'] as const;
export type Aspect = (typeof ASPECTS)[number];

/** A feature that both sides show, each in its way. */
export interface Otherwise {
  readonly first: Drawn;
  readonly second: Drawn;
  readonly aspects: readonly Aspect[];
}

export interface Differences {
  readonly onlyFirst: readonly Drawn[];
  readonly onlySecond: readonly Drawn[];
  readonly otherwise: readonly Otherwise[];
}

/** The least difference in age (0 fresh, 1 faded) or in progress that a reader sees on the map. */
const SEEN = 0.1;

const DIFFERS: Readonly<Record<Aspect, (one: Drawn, other: Drawn) => boolean>> = {
  certainty: (one, other) => one.certain !== other.certain,
  assertion: (one, other) => one.assertion !== other.assertion,
  age: (one, other) => Math.abs(one.age - other.age) >= SEEN,
  progress: (one, other) => Math.abs(one.progress - other.progress) >= SEEN,
  dates: ({ feature: one }, { feature: other }) => one.days.some((day, index) => day !== other.days[index]),
  strength: ({ feature: one }, { feature: other }) => one.strength !== other.strength && JSON.stringify(one.strength) !== JSON.stringify(other.strength),
};

export function differences(first: readonly Drawn[], second: readonly Drawn[]): Differences {
  const [here, there] = [byId(first), byId(second)];
  return {
    onlyFirst: first.filter(({ feature }) => !there.has(feature.id)),
    onlySecond: second.filter(({ feature }) => !here.has(feature.id)),
    otherwise: first.flatMap((one): Otherwise[] => {
      const other = there.get(one.feature.id);
      const aspects = other ? ASPECTS.filter((aspect) => DIFFERS[aspect](one, other)) : [];
      return other && aspects.length > 0 ? [{ first: one, second: other, aspects }] : [];
    }),
  };
}

/** What stands out on one of the two maps. */
export function differingOn(side: 'first' | 'second', { onlyFirst, onlySecond, otherwise }: Differences): Map<string, How> {
  const only = side === 'first' ? onlyFirst : onlySecond;
  return new Map([...only.map(({ feature }): [string, How] => [feature.id, 'only']), ...otherwise.map(({ first }): [string, How] => [first.feature.id, 'otherwise'])]);
}

function byId(drawn: readonly Drawn[]): ReadonlyMap<string, Drawn> {
  return new Map(drawn.map((one) => [one.feature.id, one]));
}
