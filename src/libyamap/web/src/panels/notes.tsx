/** What the sources leave open, on what it touches. */

import type { VNode } from 'preact';
import { useApp } from './context';

/** Many notes under one line, so that they don't keep the claims out of sight. */
export function OpenPoints({ ids }: { readonly ids: readonly string[] }): VNode | null {
  const { speech } = useApp();
  const count = new Set(ids).size;
  if (count <= 1) return <Notes ids={ids} />;
  return (
    <details class="ly-open-points">
      <summary>{speech.value.t('web.note.open-points', { n: count })}</summary>
      <Notes ids={ids} />
    </details>
  );
}

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
