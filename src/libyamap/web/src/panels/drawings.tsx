/** What the analyst draws: tools, what is being drawn, and every drawing with what it measures and holds. */

import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Desk } from '../drawing/desk';
import { areaWords, distanceWords } from '../drawing/measures';
import type { Drawing } from '../drawing/model';
import { areaOf } from '../drawing/region';
import { length } from '../drawing/geodesy';
import type { Speech } from '../i18n';
import { useApp, useDesk } from './context';
import { DraftForm } from './draft';
import { DrawingDetails } from './drawing-details';
import { DrawingFiles } from './drawing-files';
import { kindOf, titleOf, TOOL_ICONS } from './drawing-names';
import { DrawingTools } from './drawing-tools';
import { Icon } from './icon';

export function Drawings(): VNode {
  const { speech, view } = useApp();
  const desk = useDesk();
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
  const { speech } = useApp();
  const desk = useDesk();
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
