/** How an overlay looks: its colour, size, opacity, and what is written beside it. */

import type { VNode } from 'preact';
import { useSpeech } from '../panels/context';
import { Select } from './fields';
import { COLOURS, SIZES, type Style } from './style';
import { useWords } from './words';

const WHOLE = 100;
const STEP = 5;

export function Look(props: { readonly style: Style; readonly columns: readonly string[]; change(style: Partial<Style>): void }): VNode {
  const { percent } = useSpeech();
  const t = useWords();
  const { style, columns, change } = props;
  return (
    <fieldset class="ly-look">
      <legend>{t('overlay.ui.look')}</legend>
      <div class="ly-colours" role="group" aria-label={t('overlay.ui.colour')}>
        {COLOURS.map((colour, at) => (
          <button
            type="button"
            key={colour}
            aria-pressed={colour === style.colour}
            aria-label={t(`overlay.ui.colour.${at as 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7}`)}
            title={t(`overlay.ui.colour.${at as 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7}`)}
            style={{ '--ly-own-colour': colour }}
            onClick={() => change({ colour })}
          />
        ))}
      </div>
      <label class="ly-opacity">
        <span>{t('overlay.ui.size')}</span>
        <input type="range" min={SIZES.least} max={SIZES.most} value={style.size} onInput={(event) => change({ size: Number(event.currentTarget.value) })} />
        <output>{style.size}</output>
      </label>
      <label class="ly-opacity">
        <span>{t('overlay.ui.opacity')}</span>
        <input type="range" min={STEP} max={WHOLE} step={STEP} value={style.opacity} onInput={(event) => change({ opacity: Number(event.currentTarget.value) })} />
        <output>{percent(style.opacity / WHOLE)}</output>
      </label>
      <Select label={t('overlay.ui.label')} value={style.label} options={[{ value: '', text: t('overlay.ui.none') }, ...columns.map((column) => ({ value: column, text: column }))]} choose={(label) => change({ label })} />
    </fieldset>
  );
}
