/** Icons of this part, beside those of the application; and how a marking looks in a list. */

import { BookmarkPlus, Camera, CircleAlert, ExternalLink, FileWarning, Highlighter, ListChecks, Package, Redo2, Save, type IconNode } from 'lucide';
import { h, type VNode } from 'preact';

const ICONS = { capture: Camera, retake: BookmarkPlus, finding: CircleAlert, present: ExternalLink, broken: FileWarning, highlight: Highlighter, check: ListChecks, pack: Package, redo: Redo2, save: Save } satisfies Record<string, IconNode>;

export type MarkName = keyof typeof ICONS;

/** Those that point along the line of reading, and so turn round in Arabic. */
const DIRECTED: ReadonlySet<MarkName> = new Set(['present']);

export function Mark({ name }: { readonly name: MarkName }): VNode {
  const nodes = ICONS[name].map(([tag, attributes]) => h(tag, attributes));
  return h('svg', { class: DIRECTED.has(name) ? 'ly-icon ly-directed' : 'ly-icon', viewBox: '0 0 24 24', 'aria-hidden': 'true' }, nodes);
}

export function Marking({ text }: { readonly text: string | null }): VNode | null {
  return text ? <bdi class="ly-brief-marking">{text}</bdi> : null;
}
