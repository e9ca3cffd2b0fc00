/** A row of tabs. Arrow keys turn to the next in the direction of the script, Home and End to the first and last. */

import type { TargetedKeyboardEvent, VNode } from 'preact';
import { useRef } from 'preact/hooks';
import type { MessageKey } from '../i18n';
import { useSpeech } from './context';

export interface TabLook<Name extends string> {
  readonly name: Name;
  readonly label: MessageKey;
  /** Ids of the tab and of what it shows. */
  readonly id: string;
  readonly controls: string;
}

export function Tabs<Name extends string>(props: {
  readonly label: MessageKey;
  readonly tabs: readonly TabLook<Name>[];
  readonly chosen: Name;
  choose(name: Name): void;
}): VNode {
  const { t, dir } = useSpeech();
  const list = useRef<HTMLDivElement>(null);
  const { tabs, chosen, choose } = props;
  const press = (event: TargetedKeyboardEvent<HTMLDivElement>) => {
    const [forward, back] = dir === 'rtl' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
    const at = tabs.findIndex(({ name }) => name === chosen);
    const places: Readonly<Record<string, number>> = { [forward as string]: at + 1, [back as string]: at - 1, Home: 0, End: -1 };
    const place = places[event.key];
    const to = place === undefined ? undefined : tabs.at(place % tabs.length);
    if (!to) return;
    event.preventDefault();
    choose(to.name);
    list.current?.querySelector<HTMLButtonElement>(`#${to.id}`)?.focus();
  };
  return (
    <div ref={list} class="ly-tabs" role="tablist" aria-label={t(props.label)} onKeyDown={press}>
      {tabs.map(({ name, label, id, controls }) => (
        <button type="button" key={name} role="tab" id={id} aria-controls={controls} aria-selected={name === chosen} tabIndex={name === chosen ? 0 : -1} onClick={() => choose(name)}>
          {t(label)}
        </button>
      ))}
    </div>
  );
}
