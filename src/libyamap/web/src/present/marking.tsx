/** A handling marking across the screen, in the colours of its palette. */

import type { VNode } from 'preact';
import type { Lang } from '../document';
import type { Marking } from '../marking';

interface MarkingProps {
  readonly marking: Marking | null;
  readonly lang: Lang;
  readonly edge: 'top' | 'bottom';
}

export function MarkingBar({ marking, lang, edge }: MarkingProps): VNode | null {
  if (!marking) return null;
  return (
    <div class="ly-marking" data-edge={edge} style={{ color: marking.ink, backgroundColor: marking.ground }}>
      <bdi>{marking.text[lang]}</bdi>
    </div>
  );
}
