/** What the sources leave open, on what it touches. */

import type { VNode } from 'preact';
import { useApp } from './context';

export function Notes({ ids }: { readonly ids: readonly string[] }): VNode | null {
  const { lookup, speech } = useApp();
  const { t, of } = speech.value;
  const notes = [...new Set(ids)].flatMap((id) => lookup.notes.get(id) ?? []);
  if (notes.length === 0) return null;
  return (
    <>
      {notes.map((note) => (
        <aside key={note.id} class="ly-callout">
          <h3>{t(`web.note.${note.kind}` as 'web.note.ambiguity')}</h3>
          <p>{of(note.text)}</p>
        </aside>
      ))}
    </>
  );
}
