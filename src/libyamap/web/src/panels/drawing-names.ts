/** What drawings are called, and the icons of their kinds. */

import type { Drawing } from '../drawing/model';
import type { ToolName } from '../drawing/tools';
import type { Speech } from '../i18n';
import type { IconName } from './icon';

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
