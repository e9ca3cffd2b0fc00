/** Drawing, step by step: a tool, the positions set so far, and when they are enough. Nothing here knows of a map. */

import type { LonLat } from '../document';
import { leg } from './geodesy';
import { POSITIONS_OF, RADII_OF, type Draftable, type Path, type Role, type Shape } from './model';

export interface Tool {
  readonly id: ToolName;
  readonly shape: Shape;
  readonly role: Role;
}

const ALL = {
  'select-polygon': ['polygon', 'selection'],
  'select-rectangle': ['rectangle', 'selection'],
  'select-circle': ['circle', 'selection'],
  'select-corridor': ['corridor', 'selection'],
  'measure-distance': ['line', 'measure'],
  'measure-area': ['polygon', 'measure'],
  'measure-rings': ['rings', 'measure'],
  'note-point': ['point', 'note'],
  'note-line': ['line', 'note'],
  'note-area': ['polygon', 'note'],
  'note-text': ['text', 'note'],
} as const satisfies Record<string, readonly [Shape, Role]>;

export type ToolName = keyof typeof ALL;

export const TOOLS: readonly Tool[] = (Object.keys(ALL) as ToolName[]).map((id) => ({ id, shape: ALL[id][0], role: ALL[id][1] }));

export function toolOf(name: ToolName): Tool {
  return { id: name, shape: ALL[name][0], role: ALL[name][1] };
}

/** What is being drawn. */
export interface Draft {
  readonly tool: Tool;
  readonly points: Path;
  /** Where the pointer is: the position that a click would set. */
  readonly cursor: LonLat | null;
  /** Metres, from which radii of what has some are made until others are typed. */
  readonly radius: number;
}

export function begun(tool: Tool, radius: number): Draft {
  return { tool, points: [], cursor: null, radius };
}

export function pointed(draft: Draft, cursor: LonLat | null): Draft {
  return { ...draft, cursor };
}

/** Set a position; `near` tells whether two cannot be told apart on the screen, as of a double click. */
export function clicked(draft: Draft, at: LonLat, near: (a: LonLat, b: LonLat) => boolean): Draft {
  const last = draft.points.at(-1);
  return last && near(last, at) ? { ...draft, cursor: null } : { ...draft, points: [...draft.points, at], cursor: null };
}

/** Take back the last position. */
export function undone(draft: Draft): Draft {
  return { ...draft, points: draft.points.slice(0, -1) };
}

/** Positions that are set by clicks: those of a circle are its centre and one on it. */
function clicks({ shape }: Tool): readonly [number, number] {
  return shape === 'circle' ? [2, 2] : POSITIONS_OF[shape];
}

/** Whether there are enough positions to finish. */
export function isEnough({ tool, points }: Draft): boolean {
  return points.length >= clicks(tool)[0];
}

/** Whether no more positions can be set. */
export function isFull({ tool, points }: Draft): boolean {
  return points.length >= clicks(tool)[1];
}

/** What is drawn so far, the pointer's position with it; null where that is nothing yet. */
export function preview(draft: Draft): Draftable | null {
  const points = draft.cursor && !isFull(draft) ? [...draft.points, draft.cursor] : draft.points;
  const { shape } = draft.tool;
  if (points.length === 0) return null;
  if (shape === 'circle' && points.length < 2) return made({ ...draft, points }, 'point');
  if (shape === 'corridor' && points.length < 2) return made({ ...draft, points }, 'point');
  if ((shape === 'polygon' && points.length < 3) || shape === 'line' || (shape === 'rectangle' && points.length < 2)) {
    return made({ ...draft, points }, points.length < 2 ? 'point' : 'line');
  }
  return made({ ...draft, points }, shape);
}

/** The drawing; null where there are too few positions. */
export function finished(draft: Draft): Draftable | null {
  return isEnough(draft) ? made(draft, draft.tool.shape) : null;
}

function made({ tool, points, radius }: Draft, shape: Shape): Draftable {
  const [centre, edge] = points;
  const drawn = { shape, role: tool.role, only: false, name: '', note: '' };
  if (shape === 'circle' && centre && edge) return { ...drawn, paths: [[centre]], radii: [Math.max(1, leg(centre, edge).metres)] };
  return { ...drawn, paths: [points], radii: RADII_OF[shape] === 0 ? [] : shape === 'rings' ? [1, 2, 3].map((n) => n * radius) : [radius] };
}
