/** Fields of a form: a text in both languages side by side, a marking, and what each is called. */

import type { ComponentChildren, TargetedEvent, VNode } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Lang, Text } from '../document';
import { direction, LANGUAGES } from '../i18n';
import { useSpeech } from '../panels/context';
import { useBriefDesk } from './context';
import { MOST_LETTERS, MOST_MARKING } from './model';
import { useWords, type WordKey } from './words';

/** A text in Arabic and in English, the reader's own language first. */
export function BothField(props: {
  readonly label: WordKey;
  /** What the field is known by in findings. */
  readonly field: string;
  readonly text: Text;
  readonly rows?: number;
  readonly disabled?: boolean;
  set(lang: Lang, text: string): void;
}): VNode {
  const { lang: own } = useSpeech();
  const t = useWords();
  const { text, rows = 1 } = props;
  const name = t(props.label);
  const type = (lang: Lang) => (event: TargetedEvent<HTMLTextAreaElement>) => props.set(lang, event.currentTarget.value.replace(/\s*\n\s*/g, ' '));
  return (
    <fieldset class="ly-both" data-field={props.field}>
      <legend>{name}</legend>
      {[...LANGUAGES].sort((one) => (one === own ? -1 : 1)).map((lang) => (
        <label key={lang}>
          <span>{t(`brief.ui.in.${lang}`)}</span>
          <textarea
            lang={lang}
            dir={direction(lang)}
            rows={rows}
            maxLength={MOST_LETTERS}
            aria-label={t(`brief.ui.named.${lang}`, { field: name })}
            data-lacking={text[lang].trim() === '' && text[lang === 'ar' ? 'en' : 'ar'].trim() !== ''}
            disabled={props.disabled}
            value={text[lang]}
            onInput={type(lang)}
          />
        </label>
      ))}
    </fieldset>
  );
}

/** A single field with its name above. */
export function Field(props: { readonly label: WordKey; readonly field: string; readonly children: ComponentChildren }): VNode {
  return (
    <label class="ly-field" data-field={props.field}>
      <span>{useWords()(props.label)}</span>
      {props.children}
    </label>
  );
}

/** Fields that are folded away; `open` at first. */
export function Folded(props: { readonly label: WordKey; readonly className: string; readonly open: boolean; readonly children: ComponentChildren }): VNode {
  const [open, set] = useState(props.open);
  return (
    <details class={props.className} open={open} onToggle={(event) => set(event.currentTarget.open)}>
      <summary>{useWords()(props.label)}</summary>
      {props.children}
    </details>
  );
}

/** A handling marking: free text, with the known ones offered. */
export function MarkingField(props: { readonly value: string | null; set(marking: string | null): void }): VNode {
  const { of } = useSpeech();
  const t = useWords();
  const list = useId();
  const known = useBriefDesk().shelf.value?.markings ?? [];
  return (
    <Field label="brief.ui.marking" field="marking">
      <input
        type="text"
        list={list}
        dir="auto"
        maxLength={MOST_MARKING}
        autocomplete="off"
        placeholder={t('brief.ui.marking.none')}
        value={props.value ?? ''}
        onInput={(event) => props.set(event.currentTarget.value.trimStart() || null)}
      />
      <datalist id={list}>
        {known.map((one) => (
          <option key={one.en} value={of(one)} />
        ))}
      </datalist>
    </Field>
  );
}
