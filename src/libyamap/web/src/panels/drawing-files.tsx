/** Drawings from files and to a file. */

import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { FileProblem, readDrawings } from '../drawing/reading';
import { download, drawingsFile } from '../drawing/writing';
import { useApp, useDesk } from './context';
import { Icon } from './icon';

export function DrawingFiles(): VNode {
  const { speech, view } = useApp();
  const desk = useDesk();
  const { t } = speech.value;
  const { drawings } = view.value;
  const [problem, setProblem] = useState('');
  const unkept = desk.unkept.value;
  const take = async (file: File, role: 'selection' | 'note') => {
    setProblem('');
    try {
      desk.add(await readDrawings(file, role));
    } catch (error) {
      const known = error instanceof FileProblem ? error : new FileProblem('web.drawing.file.unreadable');
      setProblem(`${file.name}: ${t(known.key, known.params)}`);
    }
  };
  return (
    <section class="ly-drawing-files">
      {unkept > 0 && <p class="ly-callout">{t('web.drawing.unkept', { n: unkept })}</p>}
      <div class="ly-row-of-buttons">
        <OpenButton role="selection" take={take} />
        <OpenButton role="note" take={take} />
        {drawings.length > 0 && (
          <button type="button" class="ly-button" data-does="keep" onClick={() => download('libyamap-drawings.geojson', 'application/geo+json', drawingsFile(drawings))}>
            <Icon name="save" />
            {t('web.drawing.keep')}
          </button>
        )}
        {drawings.length > 1 && (
          <button type="button" class="ly-button" data-does="clear" onClick={desk.clear}>
            <Icon name="remove" />
            {t('web.drawing.clear')}
          </button>
        )}
      </div>
      {problem && (
        <p class="ly-problem" role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}

function OpenButton(props: { readonly role: 'selection' | 'note'; take(file: File, role: 'selection' | 'note'): Promise<void> }): VNode {
  const { speech } = useApp();
  const { t } = speech.value;
  const field = useRef<HTMLInputElement>(null);
  const label = t(props.role === 'selection' ? 'web.drawing.open-outline' : 'web.drawing.open-notes');
  return (
    <>
      <button type="button" class="ly-button" data-opens={props.role} onClick={() => field.current?.click()}>
        <Icon name="open" />
        {label}
      </button>
      <input
        ref={field}
        type="file"
        hidden
        accept=".geojson,.json,.kml,application/geo+json,application/vnd.google-earth.kml+xml"
        aria-label={label}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file) void props.take(file, props.role);
        }}
      />
    </>
  );
}
