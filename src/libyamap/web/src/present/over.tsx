/** What lies over a scene: a blank screen, the end, the list of keys, digits on their way, the date. */

import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { KEYS, type KeyName } from './keys';
import { useStage } from './context';

/** Keys that go the other way where one reads from right to left. */
const MIRRORED: Readonly<Record<string, string>> = { '→': '←', '←': '→' };

export function Blank(): VNode | null {
  const { show, words } = useStage();
  const { value } = show.blank;
  return value && <div class="ly-blank" data-colour={value} role="img" aria-label={words('present.blank')} />;
}

export function Typed(): VNode | null {
  const { show, words } = useStage();
  const { value } = show.typed;
  return value ? <div class="ly-typed" role="status" aria-label={words('present.jump')}>{value}</div> : null;
}

/** The last day of time that is played. */
export function Playhead(): VNode | null {
  const { show, speech } = useStage();
  const interval = show.state.moving.drawn.value;
  return interval?.last == null ? null : <div class="ly-playhead" role="timer">{speech.day(interval.last)}</div>;
}

export function End(): VNode | null {
  const { show, speech, words, wholeMap } = useStage();
  if (!show.ended.value) return null;
  const { title, author, date } = show.presentation.brief;
  const address = wholeMap();
  const by = [speech.of(author), speech.of(date)].filter(Boolean).join(' · ');
  return (
    <div class="ly-end-screen" role="dialog" aria-labelledby="ly-end-title">
      <h2 id="ly-end-title" dir="auto">{speech.of(title)}</h2>
      <p dir="auto">{by}</p>
      <p class="ly-end-hint">{words('present.end')}</p>
      <p>
        <button type="button" onClick={() => show.step(-1)}>{words('present.back')}</button>
        {address && <a href={address}>{words('present.whole-map')}</a>}
      </p>
    </div>
  );
}

export function Help(): VNode | null {
  const { show } = useStage();
  return show.help.value ? <KeyList /> : null;
}

function KeyList(): VNode {
  const { company, show, speech, words } = useStage();
  const dialog = useRef<HTMLDialogElement>(null);
  const close = () => (show.help.value = false);
  useLayoutEffect(() => {
    const { current } = dialog;
    current?.showModal();
    return () => current?.close();
  }, []);
  const names = (Object.keys(KEYS) as KeyName[]).filter((name) => name !== 'follow' || company?.role === 'following');
  const sign = (key: string) => (speech.dir === 'rtl' ? (MIRRORED[key] ?? key) : key);
  return (
    <dialog ref={dialog} class="ly-help" aria-labelledby="ly-help-title" onClose={close} onClick={close}>
      <h2 id="ly-help-title">{words('present.keys')}</h2>
      <dl>
        {names.map((name) => (
          <div key={name}>
            <dt>{KEYS[name].map((key) => <kbd key={key}>{sign(key)}</kbd>)}</dt>
            <dd>{words(`present.key.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <button type="button" onClick={close}>{words('present.close')}</button>
    </dialog>
  );
}
