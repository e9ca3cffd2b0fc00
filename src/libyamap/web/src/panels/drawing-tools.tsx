/** The tools to draw with, by what they are for. */

import type { TargetedMouseEvent, VNode } from 'preact';
import { SHEET_WIDTH, type Chrome } from '../chrome';
import type { Desk } from '../drawing/desk';
import { pixelsPerMetre } from '../map/projection';
import { TOOLS, type ToolName } from '../drawing/tools';
import { useApp, useDesk } from './context';
import { TOOL_ICONS } from './drawing-names';
import { Icon } from './icon';

const GROUPS = ['select', 'measure', 'note'] as const;
/** Pixels that a first radius takes. */
const RADIUS = 60;

export function DrawingTools(): VNode {
  const { speech } = useApp();
  const { t } = speech.value;
  return (
    <>
      {GROUPS.map((group) => (
        <fieldset key={group} class="ly-tools">
          <legend>{t(`web.drawing.group.${group}`)}</legend>
          {TOOLS.filter(({ id }) => id.startsWith(group)).map(({ id }) => (
            <ToolButton key={id} tool={id} />
          ))}
        </fieldset>
      ))}
    </>
  );
}

function ToolButton({ tool }: { readonly tool: ToolName }): VNode {
  const { chrome, speech } = useApp();
  const desk = useDesk();
  const take = (event: TargetedMouseEvent<HTMLButtonElement>) => takeTool(desk, chrome, tool, event.detail === 0);
  return (
    <button type="button" class="ly-tool" data-tool={tool} onClick={take}>
      <Icon name={TOOL_ICONS[tool]} />
      <span>{speech.value.t(`web.drawing.tool.${tool}`)}</span>
    </button>
  );
}

/** Take a tool: with the pointer one goes on drawing on the map, with keys one types coordinates. */
function takeTool(desk: Desk, chrome: Chrome, tool: ToolName, byKey: boolean): void {
  const viewport = chrome.viewport.peek();
  desk.begin(tool, suitable(viewport?.lat ?? 0, viewport?.zoom ?? 5));
  if (byKey) setTimeout(() => document.getElementById(COORDINATES_FIELD)?.focus());
  else {
    document.getElementById('map_libyamap')?.focus({ preventScroll: true });
    if (innerWidth < SHEET_WIDTH) chrome.startOpen.value = false;
  }
}

/** Where coordinates of what is being drawn are typed. */
export const COORDINATES_FIELD = 'ly-draft-coordinates';

/** A round radius, in metres, that is well seen in a view. */
function suitable(lat: number, zoom: number): number {
  const metres = RADIUS / (pixelsPerMetre(lat) * 2 ** zoom);
  const power = 10 ** Math.floor(Math.log10(metres));
  return Math.max(1, Math.round(([5, 2, 1].find((step) => step * power <= metres) ?? 1) * power));
}
