/** The lines of a scene's text, each with the claims that it rests on. */

import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Claim } from '../document';
import { useApp, useSpeech } from '../panels/context';
import { Icon } from '../panels/icon';
import { ObjectLink } from '../panels/parts';
import { useBriefDesk } from './context';
import { withLine, withLineAt } from './editing';
import { BothField } from './fields';
import { UNWRITTEN, type Line, type Scene } from './model';
import { Picker } from './picker';
import { useWords, type WordKey } from './words';

export function Lines({ scene }: { readonly scene: Scene }): VNode {
  const desk = useBriefDesk();
  const t = useWords();
  const list = useRef<HTMLOListElement>(null);
  const add = () => {
    desk.editScene(scene.id, (one) => withLine(one, one.lines.length, { text: UNWRITTEN, claims: [] }));
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(':scope > :last-child textarea')?.focus());
  };
  return (
    <section class="ly-brief-lines">
      <h4>{t('brief.ui.lines')}</h4>
      <ol ref={list}>
        {scene.lines.map((line, index) => (
          <LineForm key={index} scene={scene} line={line} index={index} />
        ))}
      </ol>
      <button type="button" class="ly-text-button ly-brief-add" data-does="add-line" onClick={add}>
        <Icon name="plus" />
        {t('brief.ui.line.add')}
      </button>
    </section>
  );
}

function LineForm(props: { readonly scene: Scene; readonly line: Line; readonly index: number }): VNode {
  const { scene, line, index } = props;
  const desk = useBriefDesk();
  const t = useWords();
  const edit = (next: Line | null, step?: string) => desk.editScene(scene.id, (one) => withLine(one, index, next), step);
  const move = (place: number) => desk.editScene(scene.id, (one) => withLineAt(one, index, place));
  return (
    <li>
      <div class="ly-brief-line-head">
        <span class="ly-count">{t('brief.ui.line', { n: index + 1 })}</span>
        <Small icon="raise" label="brief.ui.line.raise" able={index > 0} onClick={() => move(index - 1)} />
        <Small icon="lower" label="brief.ui.line.lower" able={index < scene.lines.length - 1} onClick={() => move(index + 1)} />
        <Small icon="remove" label="brief.ui.line.remove" onClick={() => edit(null)} />
      </div>
      <BothField
        label="brief.ui.line.text"
        field={`lines.${index}`}
        rows={3}
        text={line.text}
        set={(lang, text) => edit({ ...line, text: { ...line.text, [lang]: text } }, `line.${index}.${lang}`)}
      />
      <Claims scene={scene} line={line} edit={(claims) => edit({ ...line, claims })} />
    </li>
  );
}

function Small(props: { readonly icon: 'raise' | 'lower' | 'remove'; readonly label: WordKey; readonly able?: boolean; onClick(): void }): VNode {
  const label = useWords()(props.label);
  return (
    <button type="button" class="ly-row-button" aria-label={label} title={label} aria-disabled={props.able === false} onClick={() => props.able !== false && props.onClick()}>
      <Icon name={props.icon} />
    </button>
  );
}

/** The claims that a line rests on, and the list from which they are picked. */
function Claims(props: { readonly scene: Scene; readonly line: Line; edit(claims: readonly string[]): void }): VNode {
  const { scene, line, edit } = props;
  const { document: dataset, lookup } = useApp();
  const t = useWords();
  const [picking, pick] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const chosen = new Set(line.claims);
  const toggle = (id: string) => edit(chosen.has(id) ? line.claims.filter((one) => one !== id) : [...line.claims, id]);
  return (
    <div class="ly-brief-claims">
      {line.claims.length > 0 && (
        <ul aria-label={t('brief.ui.claims')}>
          {line.claims.map((id) => (
            <ClaimChip key={id} scene={scene} id={id} remove={() => toggle(id)} />
          ))}
        </ul>
      )}
      {picking ? (
        <Picker
          label="brief.ui.claims.find"
          sort="claim"
          all={dataset.claims.map(({ id }) => id)}
          chosen={chosen}
          row={(id) => <ClaimRow claim={lookup.claims.get(id)} />}
          toggle={toggle}
          close={() => {
            pick(false);
            requestAnimationFrame(() => button.current?.focus());
          }}
        />
      ) : (
        <button ref={button} type="button" class="ly-text-button ly-brief-add" data-does="pick-claims" onClick={() => pick(true)}>
          <Icon name="plus" />
          {t('brief.ui.claims.pick')}
        </button>
      )}
    </div>
  );
}

function ClaimChip(props: { readonly scene: Scene; readonly id: string; remove(): void }): VNode {
  const { scene, id, remove } = props;
  const { lookup } = useApp();
  const { of } = useSpeech();
  const desk = useBriefDesk();
  const t = useWords();
  const claim = lookup.claims.get(id);
  const [was, is] = [scene.made_of[id], desk.shelf.value?.claims[id]];
  const changed = was !== undefined && is !== undefined && was !== is;
  const name = claim ? of(claim.text) : id;
  const label = t('brief.ui.claims.remove', { claim: `\u2068${name}\u2069` });
  return (
    <li class="ly-brief-claim" data-claim={id} data-field={`made_of.${id}`}>
      {claim ? (
        <ObjectLink id={id} className="ly-brief-claim-text">
          {name}
        </ObjectLink>
      ) : (
        <span class="ly-brief-claim-text ly-brief-lost">{t('brief.ui.claims.gone', { id: `\u2068${id}\u2069` })}</span>
      )}
      {changed && (
        <button type="button" class="ly-text-button" data-does="reread" title={t('brief.ui.claims.changed')} onClick={() => desk.reread(scene.id, id)}>
          {t('brief.ui.claims.reread')}
        </button>
      )}
      <button type="button" class="ly-row-button" aria-label={label} title={label} onClick={remove}>
        <Icon name="close" />
      </button>
    </li>
  );
}

/** A claim in the list: what it says, who says so, and where. */
function ClaimRow({ claim }: { readonly claim: Claim | undefined }): VNode | null {
  const { of } = useSpeech();
  if (!claim) return null;
  return (
    <>
      <span class="ly-row-title">{of(claim.text)}</span>
      <span class="ly-row-meta">{of(claim.wording)}</span>
    </>
  );
}
