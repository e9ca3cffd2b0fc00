/** What the reader can say of a file: which column is what, which sheet or layer it is, how its text is encoded. */

import type { VNode } from 'preact';
import { useOverlays } from './context';
import type { Mapping, Overlay } from './overlay';
import { useWords } from './words';

const WITHOUT_SHAPES: readonly (keyof Mapping)[] = ['lon', 'lat', 'title', 'start', 'end'];
const WITH_SHAPES: readonly (keyof Mapping)[] = ['title', 'start', 'end'];
/** As the library calls them. */
const ENCODINGS = [
  ['utf-8', 'UTF-8'],
  ['cp1256', 'Windows-1256'],
  ['iso8859_6', 'ISO 8859-6'],
  ['cp1252', 'Windows-1252'],
  ['utf-16', 'UTF-16'],
] as const;
const ENCODED: readonly Overlay['kind'][] = ['csv', 'shapefile', 'geojson'];

export function Fields({ overlay }: { readonly overlay: Overlay }): VNode {
  const { reading } = useOverlays();
  const t = useWords();
  const { columns, hasShapes, kind, mapping, part, parts } = overlay;
  const wish = reading.wish.value;
  const none = { value: '', text: t('overlay.ui.none') };
  const named = columns.map((column) => ({ value: column, text: column }));
  return (
    <fieldset class="ly-overlay-fields">
      <legend>{t('overlay.ui.columns')}</legend>
      {parts.length > 1 && (
        <Select label={t(kind === 'workbook' ? 'overlay.ui.sheet' : 'overlay.ui.layer')} value={part} options={parts.map((one) => ({ value: one, text: one }))} choose={(value) => reading.say({ part: value, lon: undefined, lat: undefined, title: undefined, start: undefined, end: undefined })} />
      )}
      {(hasShapes ? WITH_SHAPES : WITHOUT_SHAPES).map((role) => (
        <Select key={role} label={t(`overlay.ui.column.${role}`)} value={wish[role] ?? mapping[role]} options={[none, ...named]} choose={(value) => reading.say({ [role]: value })} />
      ))}
      {ENCODED.includes(kind) && (
        <Select
          label={t('overlay.ui.encoding')}
          value={wish.encoding ?? ''}
          options={[{ value: '', text: t('overlay.ui.as-recognised', { encoding: overlay.encoding }) }, ...ENCODINGS.map(([value, text]) => ({ value, text }))]}
          choose={(value) => reading.say({ encoding: value || undefined })}
        />
      )}
    </fieldset>
  );
}

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  choose(value: string): void;
}

export function Select({ label, value, options, choose }: SelectProps): VNode {
  return (
    <label class="ly-pick">
      <span>{label}</span>
      <select value={value} onChange={(event) => choose(event.currentTarget.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.text}
          </option>
        ))}
      </select>
    </label>
  );
}
