/** What stands over each of two maps: what it shows, which of them panels lead, and the line between them. */

import type { VNode } from 'preact';
import type { ContrastScreen } from '../../contrast/screen';
import type { Layout } from '../../contrast/layout';
import type { Selection } from '../../document';
import type { MessageKey, Speech } from '../../i18n';
import type { Box } from '../../map/projection';
import type { Side } from '../../view';
import { useApp } from '../context';
import { Icon } from '../icon';
import { IconButton } from '../parts';
import { saidOf } from '../said';

export function Headings({ screen }: { readonly screen: ContrastScreen }): VNode | null {
  const { interval, selection, speech, view, drawn } = useApp();
  const { layout, other } = screen;
  const { versus } = view.value;
  if (!versus) return null;
  const { first, second, divider } = layout.value;
  const mine = { side: { ...view.value, ...interval.value }, left: selection.value, shown: drawn.value.length };
  const its = { side: versus, left: other.left.value, shown: other.drawn.value.length };
  const [one, two] = versus.standsFirst ? [its, mine] : [mine, its];
  const names = placesOf(layout.value, speech.value);
  return (
    <div class="ly-headings">
      <div class="ly-divider" style={boxStyle(divider)} />
      <Heading {...one} box={first.heading} place={names.first} active={!versus.standsFirst} />
      <Heading {...two} box={second.heading} place={names.second} active={versus.standsFirst} />
    </div>
  );
}

interface HeadingProps {
  readonly side: Side;
  readonly left: Selection | null;
  readonly shown: number;
  readonly box: Box;
  readonly place: Place;
  readonly active: boolean;
}

function Heading({ side, left, shown, box, place, active }: HeadingProps): VNode {
  const { actions, contrast, lookup, speech, stack } = useApp();
  const { t, list, of } = speech.value;
  const named = (layers: readonly string[]) => {
    const known = stack.value.order.filter((layer) => layers.includes(layer)).flatMap((layer) => lookup.layers.get(layer) ?? []);
    return known.length === 0 || known.length > MOST_NAMED ? t('web.sentence.layers', { n: layers.length }) : list(known.map(({ title }) => of(title)));
  };
  const said = saidOf(side, left?.filters ?? [], speech.value, named) || t('web.contrast.everything');
  const total = left?.total ?? 0;
  const close = () => {
    // What is closed is this side, and the other one stays.
    if (active) contrast.swap();
    actions.compareWith(null);
  };
  const words = (
    <>
      <span class="ly-side-count">
        {active && <b class="ly-side-active">{t('web.contrast.active')}</b>}
        <strong>{t('web.sentence.shown', { n: shown, total })}</strong>
      </span>
      <span class="ly-side-said">{said}</span>
    </>
  );
  return (
    <section class="ly-side" data-place={place} data-active={active} style={boxStyle(box)} aria-label={t(`web.contrast.place.${place}`)} title={said}>
      {active ? (
        <div class="ly-side-words">{words}</div>
      ) : (
        <button type="button" class="ly-side-words" title={`${said}\n${t('web.contrast.swap')} (X)`} aria-description={t('web.contrast.swap')} onClick={contrast.swap}>
          {words}
        </button>
      )}
      {!active && (
        <button type="button" class="ly-icon-button" aria-label={t('web.contrast.swap')} title={`${t('web.contrast.swap')} (X)`} onClick={contrast.swap}>
          <Icon name="swap" />
        </button>
      )}
      <IconButton icon="close" label="web.contrast.close" onClick={close} />
    </section>
  );
}

/** Layers that are named in a heading, rather than counted. */
const MOST_NAMED = 3;

/** Where a side stands on the screen. */
export type Place = 'left' | 'right' | 'top' | 'bottom';

export function placesOf({ beside }: Layout, { dir }: Speech): { readonly first: Place; readonly second: Place } {
  if (!beside) return { first: 'top', second: 'bottom' };
  return dir === 'rtl' ? { first: 'right', second: 'left' } : { first: 'left', second: 'right' };
}

/** A message about a side by where it stands. */
export function placed(what: 'place' | 'only', place: Place): MessageKey {
  return `web.contrast.${what}.${place}`;
}

function boxStyle({ x, y, width, height }: Box): Record<string, string> {
  return { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` };
}
