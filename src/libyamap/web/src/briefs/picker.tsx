/** Claims or features picked from a list that can be searched: what is chosen in it is chosen at once. */

import type { TargetedKeyboardEvent, VNode } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Icon } from '../panels/icon';
import { useBriefDesk } from './context';
import { useWords, type WordKey } from './words';

/** How many are listed; who seeks a further one types. */
const LISTED = 60;

interface PickerProps {
  readonly label: WordKey;
  readonly sort: 'claim' | 'feature';
  /** What can be picked, in the order in which it is listed while nothing is typed. */
  readonly all: readonly string[];
  readonly chosen: ReadonlySet<string>;
  /** What stands in a row. */
  row(id: string): VNode;
  toggle(id: string): void;
  close(): void;
}

export function Picker(props: PickerProps): VNode {
  const { all, chosen, label, sort, row, toggle, close } = props;
  const t = useWords();
  const search = useBriefDesk().search.value;
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const list = useId();
  const field = useRef<HTMLInputElement>(null);
  const allowed = new Set(all);
  const found = text.trim() && search ? search.among(sort, text).filter((id) => allowed.has(id)) : all;
  const shown = found.slice(0, LISTED);
  const optionId = (id: string) => `${list}-${id}`;
  const current = shown[active];
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    if (current) document.getElementById(optionId(current))?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const press = (event: TargetedKeyboardEvent<HTMLInputElement>) => {
    if (event.isComposing) return;
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined) setActive((active + step + shown.length) % Math.max(shown.length, 1));
    else if (event.key === 'Enter' && current) toggle(current);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="ly-picker-box">
      <div class="ly-search">
        <Icon name="search" />
        <input
          ref={field}
          type="text"
          role="combobox"
          aria-expanded
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={current && optionId(current)}
          aria-label={t(label)}
          placeholder={t(label)}
          autocomplete="off"
          spellcheck={false}
          value={text}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={press}
        />
        <button type="button" class="ly-icon-button" aria-label={t('brief.ui.picker.close')} title={t('brief.ui.picker.close')} onClick={close}>
          <Icon name="check" />
        </button>
      </div>
      <div id={list} class="ly-picker-list" role="listbox" tabIndex={-1} aria-multiselectable="true" aria-label={t(label)}>
        {shown.map((id, index) => (
          // The field keeps the focus: a click chooses before it could be lost.
          <div key={id} id={optionId(id)} role="option" class="ly-pick" aria-selected={chosen.has(id)} data-active={index === active} data-pick={id} onPointerDown={(event) => (event.preventDefault(), setActive(index), toggle(id))}>
            <Icon name={chosen.has(id) ? 'check' : 'plus'} />
            <span>{row(id)}</span>
          </div>
        ))}
      </div>
      <p class="ly-hint" role="status">
        {shown.length === 0 ? t('brief.ui.picker.none') : found.length > shown.length ? t('brief.ui.picker.more', { n: found.length - shown.length }) : ''}
      </p>
    </div>
  );
}
