/** The brief that is open: what it is called, its scenes, whether it is saved, and the check before it is shared. */

import type { VNode } from 'preact';
import { download } from '../drawing/writing';
import { useSpeech } from '../panels/context';
import { Icon, type IconName } from '../panels/icon';
import { writeBrief } from './codec';
import { Conflict } from './conflict';
import { useBriefDesk } from './context';
import { BothField, Field, Folded, MarkingField } from './fields';
import { withText } from './editing';
import { FindingsList } from './findings';
import { Mark, Marking, type MarkName } from './marks';
import { inEither, type Brief } from './model';
import { PackButton, PackState } from './pack';
import { Scenes } from './scenes';
import { Troubles } from './troubles';
import { useWords, type WordKey } from './words';

/** Where a brief is presented, beside the page. */
const PRESENT = 'present/';

export function OpenBrief(): VNode | null {
  const desk = useBriefDesk();
  const { lang } = useSpeech();
  const t = useWords();
  const brief = desk.brief.value;
  if (!brief) return null;
  return (
    <>
      <div class="ly-evidence-tools ly-brief-tools">
        <button type="button" class="ly-icon-button" aria-label={t('brief.ui.back')} title={t('brief.ui.back')} onClick={() => (desk.listed.value = true)}>
          <Icon name="back" />
        </button>
        <History />
        <span class="ly-brief-gap" />
        <Kept brief={brief} />
      </div>
      <div class="ly-brief-open">
        <header class="ly-heading">
          <p class="ly-eyebrow">
            {t('brief.ui.brief')} <Marking text={brief.marking} />
          </p>
          <h2 tabIndex={-1}>
            <bdi>{inEither(brief.title, lang) || t('brief.ui.untitled')}</bdi>
          </h2>
          <State />
          <PackState />
        </header>
        <Troubles />
        <Conflict />
        <Details brief={brief} />
        <section class="ly-brief-scenes">
          <h3>
            {t('brief.ui.scenes.list')} <span class="ly-count">{brief.scenes.length}</span>
          </h3>
          {brief.scenes.length === 0 && <p class="ly-hint">{t('brief.ui.scenes.none')}</p>}
          <Scenes brief={brief} />
          <button type="button" class="ly-button ly-primary" data-does="capture" onClick={desk.capture}>
            <Mark name="capture" />
            {t('brief.ui.capture')}
          </button>
        </section>
        {desk.kept && <FindingsList brief={brief} />}
      </div>
    </>
  );
}

function History(): VNode {
  const desk = useBriefDesk();
  const history = desk.sitting.value?.history;
  return (
    <>
      <Tool icon="undo" label="brief.ui.undo" keys="Ctrl+Z" able={(history?.past.length ?? 0) > 0} onClick={desk.undo} />
      <Tool mark="redo" label="brief.ui.redo" keys="Ctrl+Y" able={(history?.future.length ?? 0) > 0} onClick={desk.redo} />
    </>
  );
}

/** A button that stays reachable where it has nothing to do. */
function Tool(props: { readonly icon?: IconName; readonly mark?: MarkName; readonly label: WordKey; readonly keys: string; readonly able: boolean; onClick(): void }): VNode {
  const label = useWords()(props.label);
  return (
    <button type="button" class="ly-icon-button ly-directed-tool" aria-label={label} aria-disabled={!props.able} title={`${label} (${props.keys})`} onClick={() => props.able && props.onClick()}>
      {props.icon && <Icon name={props.icon} />}
      {props.mark && <Mark name={props.mark} />}
    </button>
  );
}

/** What keeps the brief: the dataset, a file of the reader's own; and the way to where it is presented. */
function Kept({ brief }: { readonly brief: Brief }): VNode {
  const desk = useBriefDesk();
  const t = useWords();
  const revision = desk.sitting.value?.revision ?? null;
  const writable = desk.shelf.value?.writable ?? false;
  const keepAsFile = () => {
    download(`${brief.id}.json`, 'application/json', writeBrief(brief));
    desk.savedAsFile();
  };
  const present = t(desk.unsaved.value ? 'brief.ui.present.saved' : 'brief.ui.present');
  return (
    <>
      {revision !== null && (
        <a class="ly-icon-button" data-does="present" href={`${PRESENT}${encodeURIComponent(brief.id)}`} target="_blank" rel="noopener" aria-label={present} title={present}>
          <Mark name="present" />
        </a>
      )}
      <PackButton brief={brief} />
      <IconButtonOf icon="save" label={t('brief.ui.as-file')} onClick={keepAsFile} />
      {writable && (
        <button type="button" class="ly-button ly-primary" data-does="save" title={`${t('brief.ui.save')} (Ctrl+S)`} aria-disabled={desk.saving.value || (!desk.unsaved.value && revision !== null)} onClick={() => void desk.save()}>
          <Mark name="save" />
          {t('brief.ui.save')}
        </button>
      )}
    </>
  );
}

function IconButtonOf(props: { readonly icon: IconName; readonly label: string; onClick(): void }): VNode {
  return (
    <button type="button" class="ly-icon-button" data-does="as-file" aria-label={props.label} title={props.label} onClick={props.onClick}>
      <Icon name={props.icon} />
    </button>
  );
}

/** Whether all is saved, and where. */
function State(): VNode {
  const desk = useBriefDesk();
  const t = useWords();
  const revision = desk.sitting.value?.revision ?? null;
  const writable = desk.shelf.value?.writable ?? false;
  const key = desk.saving.value ? 'saving' : desk.unsaved.value ? 'unsaved' : revision === null ? 'own' : 'saved';
  return (
    <p class="ly-brief-state" role="status" data-state={key}>
      {t(`brief.ui.state.${key}`)}
      {!writable && desk.shelf.value && ` ${t('brief.ui.read-only')}`}
    </p>
  );
}

/** What the brief says of itself. */
function Details({ brief }: { readonly brief: Brief }): VNode {
  const desk = useBriefDesk();
  const edit = (changes: Partial<Brief>, step: string) => desk.edit((one) => ({ ...one, ...changes }), step);
  const isNew = desk.sitting.value?.revision === null;
  return (
    <Folded label="brief.ui.details" className="ly-brief-details" open={brief.title.ar === '' && brief.title.en === ''}>
      {(['title', 'subtitle', 'author'] as const).map((field) => (
        <BothField key={field} label={`brief.ui.details.${field}`} field={field} text={brief[field]} set={(lang, text) => desk.edit((one) => withText(one, field, lang, text), `${field}.${lang}`)} />
      ))}
      <div class="ly-brief-pair">
        <Field label="brief.ui.date" field="date">
          <input type="date" required value={brief.date} onInput={(event) => event.currentTarget.value && edit({ date: event.currentTarget.value }, 'date')} />
        </Field>
        <MarkingField value={brief.marking} set={(marking) => edit({ marking }, 'marking')} />
      </div>
      {isNew && (
        <Field label="brief.ui.id" field="id">
          <input type="text" dir="ltr" spellcheck={false} autocomplete="off" maxLength={80} key={brief.id} defaultValue={brief.id} onChange={(event) => edit({ id: slugOf(event.currentTarget.value) || brief.id }, 'id')} />
        </Field>
      )}
    </Folded>
  );
}

/** A name as the file of a brief may bear it. */
function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '');
}
