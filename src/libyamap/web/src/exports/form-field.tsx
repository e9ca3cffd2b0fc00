/** The forms of file, by kind, and what the chosen one is good for. */

import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useSpeech } from '../panels/context';
import { useExport } from './context';
import { useWords } from './words';

const KINDS = ['picture', 'document', 'data'] as const;

export function FormField(): VNode {
  const { choose, form: chosen, forms } = useExport();
  const speech = useSpeech();
  const t = useWords();
  const place = useRef<HTMLFieldSetElement>(null);
  const isHere = forms.value.length > 0;
  useEffect(() => place.current?.querySelector<HTMLInputElement>('input:checked')?.focus({ preventScroll: true }), [isHere]);
  return (
    <fieldset ref={place} class="ly-export-forms">
      <legend>{t('export.field.form')}</legend>
      {KINDS.map((kind) => {
        const offered = forms.value.filter((form) => form.kind === kind);
        return (
          offered.length > 0 && (
            <div key={kind} class="ly-export-kind">
              <span>{t(`export.kind.${kind}`)}</span>
              <div>
                {offered.map((form) => (
                  <label key={form.id} class="ly-export-form" title={speech.of(form.about)}>
                    <input type="radio" name="form" value={form.id} checked={form.id === chosen.value?.id} onChange={() => choose({ form: form.id })} />
                    <span>{speech.of(form.name)}</span>
                  </label>
                ))}
              </div>
            </div>
          )
        );
      })}
      <p class="ly-hint">{chosen.value && speech.of(chosen.value.about)}</p>
    </fieldset>
  );
}
