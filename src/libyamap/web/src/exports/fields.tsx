/** What can be said of a file; only what its form takes is asked. */

import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useApp, useSpeech } from '../panels/context';
import { Choice } from '../panels/parts';
import { useExport } from './context';
import { SIZES, type Option } from './wish';
import { useWords, wordsOf, type WordKey } from './words';

/** The marks of the Traffic Light Protocol, which many organisations mark by, in any language. */
const COMMON_MARKINGS = ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:RED'];
const OWN_MARKINGS = ['internal', 'restricted', 'draft'] as const;
const OWN = 'own';
const MARKINGS = 'ly-export-markings';

export function Fields(): VNode {
  const { form } = useExport();
  const takes = (option: Option) => form.value?.options.includes(option) ?? false;
  return (
    <>
      {takes('size') && <Size />}
      {takes('title') && <Heading name="title" />}
      {takes('subtitle') && <Heading name="subtitle" />}
      <div class="ly-export-pair">
        {takes('lang') && <Language />}
        {takes('style') && <Colours />}
      </div>
      {takes('marking') && <Marking />}
    </>
  );
}

/** A field with its label, and under it what is wrong with it. */
function Field(props: { readonly name: Option; readonly group?: boolean; readonly hint?: string; readonly children: ComponentChildren }): VNode {
  const speech = useSpeech();
  const t = useWords();
  const wrong = useWrong(props.name);
  const Tag = props.group ? 'div' : 'label';
  return (
    <div class="ly-export-field" data-field={props.name}>
      <Tag>
        <span aria-hidden={props.group}>{t(`export.field.${props.name}`)}</span>
        {props.children}
      </Tag>
      {wrong ? (
        <p class="ly-problem" role="alert">
          {speech.of(wrong)}
        </p>
      ) : (
        props.hint && <p class="ly-hint">{props.hint}</p>
      )}
    </div>
  );
}

/** What the server says of a field that it refused. */
function useWrong(name: Option) {
  const { trouble } = useExport();
  return trouble.value?.field === name ? trouble.value.text : null;
}

function Size(): VNode {
  const { choice, choose } = useExport();
  const t = useWords();
  const { size } = choice.value;
  const [isOwn, setOwn] = useState(!(size in SIZES));
  const pick = (value: string) => {
    setOwn(value === OWN);
    // A size of one's own begins with the one that was chosen.
    choose({ size: value === OWN ? (SIZES[size] ?? [1920, 1080]).join('x') : value });
  };
  return (
    <Field name="size">
      <select value={isOwn ? OWN : size} onChange={(event) => pick(event.currentTarget.value)}>
        {[...Object.keys(SIZES), OWN].map((name) => (
          <option key={name} value={name}>
            {t(`export.size.${name}` as WordKey)}
          </option>
        ))}
      </select>
      {isOwn && <OwnSize />}
    </Field>
  );
}

function OwnSize(): VNode {
  const { choice, choose } = useExport();
  const t = useWords();
  const isWrong = useWrong('size') !== null;
  const [width = '', height = ''] = choice.value.size.split('x');
  const side = (value: string, label: WordKey, said: (typed: string) => string) => (
    <input
      type="text"
      inputMode="numeric"
      dir="ltr"
      aria-label={t(label)}
      title={t(label)}
      aria-invalid={isWrong}
      value={value}
      onInput={(event) => choose({ size: said(event.currentTarget.value) })}
    />
  );
  return (
    <div class="ly-export-sides" dir="ltr">
      {side(width, 'export.size.width', (typed) => `${typed}x${height}`)}
      <span aria-hidden="true">×</span>
      {side(height, 'export.size.height', (typed) => `${width}x${typed}`)}
    </div>
  );
}

/** A line that is suggested, and can be written anew. */
function Heading({ name }: { readonly name: 'title' | 'subtitle' }): VNode {
  const { choice, choose, preview } = useExport();
  const t = useWords();
  const { [name]: own } = choice.value;
  const props = {
    dir: 'auto' as const,
    value: own ?? preview.value?.[name] ?? '',
    'aria-invalid': useWrong(name) !== null,
    onInput: (event: { readonly currentTarget: { readonly value: string } }) => choose({ [name]: event.currentTarget.value }),
  };
  return (
    <div class="ly-export-heading">
      <Field name={name}>{name === 'title' ? <input type="text" autocomplete="off" {...props} /> : <textarea rows={3} {...props} />}</Field>
      <button type="button" class="ly-text-button" hidden={own === null} onClick={() => choose({ [name]: null })}>
        {t('export.ui.suggested')}
      </button>
    </div>
  );
}

function Language(): VNode | null {
  const { choice, choose, form } = useExport();
  const speech = useSpeech();
  const t = useWords();
  const langs = form.value?.langs ?? [];
  return (
    <Field name="lang" group>
      <Choice
        label={t('export.field.lang')}
        value={choice.value.lang ?? speech.lang}
        options={langs.map((lang) => ({ value: lang, text: t(`export.lang.${lang}`), ...(lang !== 'both' && { lang }) }))}
        choose={(lang) => choose({ lang })}
      />
    </Field>
  );
}

function Colours(): VNode {
  const { choice, choose, form } = useExport();
  const { theme } = useApp();
  const t = useWords();
  return (
    <Field name="style" group>
      <Choice
        label={t('export.field.style')}
        value={choice.value.style ?? theme.value}
        options={(form.value?.styles ?? []).map((style) => ({ value: style, text: t(`export.style.${style}`) }))}
        choose={(style) => choose({ style })}
      />
    </Field>
  );
}

function Marking(): VNode {
  const { choice, choose } = useExport();
  const speech = useSpeech();
  const t = useWords();
  const suggested = [...OWN_MARKINGS.map((one) => wordsOf(speech)(`export.marking.${one}`)), ...COMMON_MARKINGS];
  return (
    <Field name="marking" hint={t('export.ui.marking-help')}>
      <input
        type="text"
        dir="auto"
        autocomplete="off"
        list={MARKINGS}
        placeholder={t('export.ui.marking-none')}
        value={choice.value.marking}
        aria-invalid={useWrong('marking') !== null}
        onInput={(event) => choose({ marking: event.currentTarget.value })}
      />
      <datalist id={MARKINGS}>
        {suggested.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
    </Field>
  );
}
