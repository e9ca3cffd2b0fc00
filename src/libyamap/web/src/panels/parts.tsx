/** Small parts that all panels are made of. */

import type { ComponentChildren, TargetedMouseEvent, VNode } from 'preact';
import type { Lang, Text } from '../document';
import { direction, type MessageKey, type Params } from '../i18n';
import { useApp, useSpeech } from './context';
import { Icon, type IconName } from './icon';

/** A message whose parameters are more than text. */
export function Rich(props: {
  readonly k: MessageKey;
  readonly n?: number;
  readonly with: Readonly<Record<string, ComponentChildren>>;
}): VNode {
  const parts = useSpeech().parts(props.k, props.n);
  return <>{parts.map((part) => ('text' in part ? part.text : props.with[part.param]))}</>;
}

/** A button with an icon; its label is read out, and shown on hover with the key that does the same. */
export function IconButton(props: {
  readonly icon: IconName;
  readonly label: MessageKey;
  readonly params?: Params;
  readonly shortcut?: string;
  readonly pressed?: boolean;
  readonly className?: string;
  onClick(): void;
}): VNode {
  const label = useSpeech().t(props.label, props.params);
  return (
    <button
      type="button"
      class={props.className ?? 'ly-icon-button'}
      aria-label={label}
      aria-pressed={props.pressed}
      title={props.shortcut ? `${label} (${props.shortcut})` : label}
      onClick={props.onClick}
    >
      <Icon name={props.icon} />
    </button>
  );
}

/** Text in a language that may be other than the interface's. */
export function Foreign(props: { readonly text: string; readonly lang: Lang; readonly className: string }): VNode {
  return (
    <p class={props.className} lang={props.lang} dir={direction(props.lang)}>
      <bdi>{props.text}</bdi>
    </p>
  );
}

/** A run of Latin letters and digits: coordinates, grades, digests. */
export function Code({ children }: { readonly children: string }): VNode {
  return (
    <bdi class="ly-code" dir="ltr">
      {children}
    </bdi>
  );
}

export function Section(props: {
  readonly title: string;
  readonly count?: number;
  readonly children: ComponentChildren;
}): VNode {
  return (
    <section class="ly-section">
      <h3>
        {props.title}
        {props.count !== undefined && <span class="ly-count">{useSpeech().number(props.count)}</span>}
      </h3>
      {props.children}
    </section>
  );
}

/** Pairs of what is asked and what is known. */
export function Facts({ children }: { readonly children: ComponentChildren }): VNode {
  return <dl class="ly-facts">{children}</dl>;
}

export function Fact(props: { readonly name: MessageKey; readonly children: ComponentChildren }): VNode {
  return (
    <div>
      <dt>{useSpeech().t(props.name)}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

/** What stands under a fact, to say how well it is known. */
export function Aside({ children }: { readonly children: ComponentChildren }): VNode {
  return <small class="ly-aside">{children}</small>;
}

/** Copies `text`; `what` names it for those who hear the page. */
export function CopyButton(props: { readonly text: string; readonly what: MessageKey; readonly said: MessageKey }): VNode {
  const { actions } = useApp();
  return <IconButton icon="copy" label={props.what} onClick={() => void actions.copy(props.text, props.said)} />;
}

/** A link to an object of the dataset: opens it in the panel, and is a real address for a new tab. */
export function ObjectLink(props: {
  readonly id: string;
  readonly fly?: boolean;
  readonly className?: string;
  readonly children: ComponentChildren;
}): VNode {
  const { actions, chrome } = useApp();
  const { id, fly = false } = props;
  const follow = (event: TargetedMouseEvent<HTMLAnchorElement>) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    chrome.pointed.value = [];
    actions.open(id, { fly });
  };
  const point = (ids: readonly string[]) => () => {
    chrome.pointed.value = ids;
  };
  return (
    <a
      class={props.className ?? 'ly-link'}
      data-object={id}
      href={actions.link(id)}
      onClick={follow}
      onPointerEnter={point([id])}
      onPointerLeave={point([])}
      onFocus={point([id])}
      onBlur={point([])}
    >
      {props.children}
    </a>
  );
}

/** Names in a row, each a link. */
export function ObjectLinks(props: { readonly objects: readonly { readonly id: string; readonly name: Text }[] }): VNode {
  const speech = useSpeech();
  return (
    <ul class="ly-names">
      {props.objects.map(({ id, name }) => (
        <li key={id}>
          <ObjectLink id={id} className="ly-chip">
            {speech.of(name)}
          </ObjectLink>
        </li>
      ))}
    </ul>
  );
}

/** One of a few choices, all in sight. */
export function Choice<T extends string>(props: {
  readonly label: string;
  readonly value: T | null;
  readonly options: readonly { readonly value: T; readonly text: string; readonly lang?: Lang }[];
  choose(value: T): void;
}): VNode {
  return (
    <div class="ly-choice" role="group" aria-label={props.label}>
      {props.options.map(({ value, text, lang }) => (
        <button type="button" key={value} aria-pressed={value === props.value} lang={lang} onClick={() => props.choose(value)}>
          {text}
        </button>
      ))}
    </div>
  );
}

/** A switch with its label. */
export function Switch(props: { readonly on: boolean; readonly label: string; set(on: boolean): void }): VNode {
  return (
    <label class="ly-switch">
      <input type="checkbox" role="switch" checked={props.on} onChange={(event) => props.set(event.currentTarget.checked)} />
      <span>{props.label}</span>
    </label>
  );
}
