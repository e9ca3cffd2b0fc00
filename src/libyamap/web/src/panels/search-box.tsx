/** The search box: a combobox over places, actors, features and claims. */

import type { TargetedKeyboardEvent, VNode } from 'preact';
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import type { Hit } from '../search';
import type { MessageKey } from '../i18n';
import { magnification } from '../magnification';
import type { Lookup } from '../lookup';
import { whenAsked } from '../when-asked';
import { useApp, useSpeech } from './context';
import { Icon } from './icon';
import { placeAndTime } from './row';
import { LayerSymbol } from './symbol';

/** The field that `/` leads to. */
export const SEARCH_FIELD = 'ly-search';

export function SearchBox(): VNode {
  const { actions, document, later, lookup } = useApp();
  const { t, lang } = useSpeech();
  // Reading every text of a dataset takes time that the start of a page has not.
  const createSearch = later.equipment.value?.createSearch;
  const search = useMemo(() => createSearch && whenAsked(() => createSearch(document, lookup)), [createSearch, document, lookup]);
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const list = useId();
  const field = useRef<HTMLInputElement>(null);
  const groups = useMemo(() => (search && text.trim() ? search().find(text, lang) : []), [search, text, lang]);
  const hits = groups.flat();
  const shown = open && text.trim() !== '' && (search !== undefined || later.failed.value);

  const choose = (hit: Hit | undefined) => {
    if (!hit) return;
    setOpen(false);
    field.current?.blur();
    actions.open(hit.id, { fly: true });
  };
  const press = (event: TargetedKeyboardEvent<HTMLInputElement>) => {
    if (event.isComposing) return;
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setOpen(true);
      setActive((active + step + hits.length) % Math.max(hits.length, 1));
    } else if (event.key === 'Enter') {
      choose(hits[active]);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      if (text) setText('');
      else field.current?.blur();
    }
  };

  return (
    <search class="ly-search">
      <Icon name="search" />
      <input
        ref={field}
        id={SEARCH_FIELD}
        type="text"
        role="combobox"
        aria-expanded={shown}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={shown && hits[active] ? optionId(list, hits[active]) : undefined}
        aria-label={t('web.search.label')}
        placeholder={t('web.search.placeholder')}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setActive(0);
          setOpen(true);
        }}
        onFocus={() => {
          void later.fetch();
          search?.();
          setOpen(true);
        }}
        onBlur={() => setOpen(false)}
        onKeyDown={press}
      />
      {text ? (
        <button type="button" class="ly-icon-button" aria-label={t('web.search.clear')} onClick={() => (setText(''), field.current?.focus())}>
          <Icon name="close" />
        </button>
      ) : (
        <kbd aria-hidden="true">/</kbd>
      )}
      <Results id={list} anchor={field} shown={shown} groups={groups} none={search ? 'web.search.none' : 'web.later.failed'} active={hits[active]} choose={choose} />
    </search>
  );
}

interface ResultsProps {
  readonly id: string;
  readonly anchor: { readonly current: HTMLInputElement | null };
  readonly shown: boolean;
  readonly groups: readonly (readonly Hit[])[];
  /** What is said where there is nothing. */
  readonly none: MessageKey;
  readonly active: Hit | undefined;
  choose(hit: Hit): void;
}

/** The list under the field, in the page's top layer, so that nothing covers it. */
function Results({ id, anchor, shown, groups, none, active, choose }: ResultsProps): VNode {
  const { t, number } = useSpeech();
  const popover = useRef<HTMLDivElement>(null);
  const count = groups.reduce((sum, hits) => sum + hits.length, 0);
  useEffect(() => {
    const { current: list } = popover;
    const box = anchor.current?.parentElement?.getBoundingClientRect();
    if (!list || !box) return;
    if (shown) {
      const scale = magnification(list.parentElement ?? list);
      Object.assign(list.style, { left: `${box.left / scale}px`, top: `${box.bottom / scale + 6}px`, minWidth: `${box.width / scale}px` });
      if (document.dir === 'rtl') Object.assign(list.style, { left: 'auto', right: `${(innerWidth - box.right) / scale}px` });
      else list.style.right = 'auto';
    }
    if (list.matches(':popover-open') !== shown) list.togglePopover(shown);
  });
  useEffect(() => {
    if (active) document.getElementById(optionId(id, active))?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);
  return (
    <>
      <div ref={popover} popover="manual" class="ly-results" id={id} role="listbox" aria-label={t('web.search.results')}>
        {groups.map((hits) => {
          const sort = hits[0]?.sort ?? 'claim';
          return (
            <div key={sort} role="group" aria-label={t(`web.search.${sort}`)}>
              <div class="ly-results-head" role="presentation">
                {t(`web.search.${sort}`)}
              </div>
              {hits.map((hit) => (
                <Option key={hit.id} id={optionId(id, hit)} hit={hit} active={hit === active} choose={choose} />
              ))}
            </div>
          );
        })}
        {count === 0 && (
          <div class="ly-results-none" role="option" aria-selected="false" aria-disabled="true">
            {t(none)}
          </div>
        )}
      </div>
      <span class="ly-unseen" role="status">
        {shown && (count ? t('web.search.found', { n: count }) : number(0))}
      </span>
    </>
  );
}

function Option(props: { readonly id: string; readonly hit: Hit; readonly active: boolean; choose(hit: Hit): void }): VNode {
  const { lookup } = useApp();
  const { hit } = props;
  const speech = useSpeech();
  const layer = lookup.features.get(hit.id)?.layer;
  // The field keeps the focus: a click chooses before it could be lost.
  const take = (event: PointerEvent) => {
    event.preventDefault();
    props.choose(hit);
  };
  return (
    <div id={props.id} role="option" aria-selected={props.active} class="ly-option" onPointerDown={take}>
      {layer ? <LayerSymbol layer={layer} /> : <span class={`ly-sort ly-sort-${hit.sort}`} aria-hidden="true" />}
      <span class="ly-row-text">
        <span class="ly-row-title">{speech.of(hit.name)}</span>
        <span class="ly-row-meta">
          <bdi>{[hit.alias, tells(hit, lookup, speech)].filter(Boolean).join(' · ')}</bdi>
        </span>
      </span>
    </div>
  );
}

/** What a hit is, in a few words. */
function tells(hit: Hit, lookup: Lookup, speech: ReturnType<typeof useSpeech>): string {
  const feature = lookup.features.get(hit.id);
  if (feature) return placeAndTime(feature, speech, lookup);
  const place = lookup.places.get(hit.id);
  if (place) return speech.has(`web.place.${place.kind}`) ? speech.t(`web.place.${place.kind}` as 'web.place.base') : '';
  const actor = lookup.actors.get(hit.id);
  if (actor) return actor.roles[0] ? speech.of(actor.roles[0].title) : '';
  const claim = lookup.claims.get(hit.id);
  return claim ? speech.of(claim.wording) : '';
}

function optionId(list: string, hit: Hit): string {
  return `${list}-${hit.id}`;
}
