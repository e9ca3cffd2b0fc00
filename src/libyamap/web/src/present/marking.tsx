/** A handling marking across the screen, in the colours of its palette. */

import type { VNode } from 'preact';
import type { Marking } from './presentation';

export function MarkingBar({ marking, edge }: { readonly marking: Marking | null; readonly edge: 'top' | 'bottom' }): VNode | null {
  if (!marking) return null;
  return (
    <div class="ly-marking" data-edge={edge} style={{ color: marking.ink, backgroundColor: marking.ground }}>
      <bdi>{marking.text}</bdi>
    </div>
  );
}
