/** What the analyst draws: tools, what is being drawn, and every drawing with what it measures and holds. */

import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Desk } from '../drawing/desk';
import { areaWords, distanceWords } from '../drawing/measures';
import type { Drawing } from '../drawing/model';
import { areaOf } from '../drawing/region';
import { length } from '../drawing/geodesy';
import type { ToolName } from '../drawing/tools';
import type { Speech } from '../i18n';
import { useApp } from './context';
import { DraftForm } from './draft';
import { DrawingDetails } from './drawing-details';
import { DrawingFiles } from './drawing-files';
import { DrawingTools } from './drawing-tools';
import { Icon, type IconName } from './icon';

/** The tool of which a drawing looks as if it were made, by which it is named where it has no name. */
export function kindOf({ shape, role }: Drawing): ToolName {
  if (shape === 'rectangle' || shape === 'circle' || shape === 'corridor') return `select-${shape}`;
  if (shape === 'rings') return 'measure-rings';
  if (shape === 'line') return role === 'measure' ? 'measure-distance' : 'note-line';
  if (shape === 'polygon') return role === 'selection' ? 'select-polygon' : role === 'measure' ? 'measure-area' : 'note-area';
  return shape === 'text' ? 'note-text' : 'note-point';
}

export const TOOL_ICONS: Readonly<Record<ToolName, IconName>> = {
  'select-polygon': 'polygon',
  'select-rectangle': 'rectangle',
  'select-circle': 'circle',
  'select-corridor': 'corridor',
  'measure-distance': 'ruler',
  'measure-area': 'area',
  'measure-rings': 'rings',
  'note-point': 'point',
  'note-line': 'line',
  'note-area': 'polygon',
  'note-text': 'text',
};

/** What a drawing is called: its name, or its kind and number. */
export function titleOf(drawing: Drawing, { t }: Speech): string {
  return drawing.name || t('web.drawing.unnamed', { kind: t(`web.drawing.tool.${kindOf(drawing)}`), number: String(Number.parseInt(drawing.id, 36)) });
}

export function Drawings(): VNode {
  const { desk, speech, view } = useApp();
  const { t } = speech.value;
  const { drawings } = view.value;
  return (
    <div class="ly-drawings">
      {desk.draft.value ? <DraftForm /> : <DrawingTools />}
      {drawings.length > 0 && (
        <ul class="ly-drawing-list" aria-label={t('web.drawing.list')}>
          {drawings.map((drawing) => (
            <Row key={drawing.id} drawing={drawing} />
          ))}
        </ul>
      )}
      {drawings.length === 0 && !desk.draft.value && <p class="ly-hint">{t('web.drawing.none')}</p>}
      <DrawingFiles />
    </div>
  );
}

function Row({ drawing }: { readonly drawing: Drawing }): VNode {
  const { desk, speech } = useApp();
  const open = desk.chosen.value === drawing.id;
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (open) row.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  return (
    <li ref={row} class={open ? 'ly-drawing ly-chosen' : 'ly-drawing'} data-drawing={drawing.id}>
      <button type="button" class={`ly-drawing-head ly-drawing-${drawing.role}`} aria-expanded={open} onClick={() => desk.choose(open ? null : drawing.id)}>
        <Icon name={TOOL_ICONS[kindOf(drawing)]} />
        <span class="ly-drawing-title">{titleOf(drawing, speech.value)}</span>
        <span class="ly-drawing-tells">{tells(drawing, desk, speech.value)}</span>
      </button>
      {open && <DrawingDetails drawing={drawing} />}
    </li>
  );
}

/** The one thing that a drawing is for. */
function tells(drawing: Drawing, desk: Desk, speech: Speech): string {
  const { shape, role, paths, radii } = drawing;
  if (role === 'selection') return speech.t('web.drawing.inside', { n: desk.held.value.get(drawing.id)?.length ?? 0 });
  if (role !== 'measure') return '';
  if (shape === 'rings') return distanceWords(radii.at(-1) ?? 0, speech);
  return shape === 'polygon' ? areaWords(areaOf(drawing) ?? 0, speech) : distanceWords(length(paths[0] ?? []), speech);
}
