/** How to cite what is open: what, from which source and paragraphs, in which dataset, under which address. */

import type { VNode } from 'preact';
import type { Text } from '../document';
import { useApp } from './context';
import { CopyButton, Section } from './parts';

const DIGEST_SHOWN = 12;

export function Cite(props: { readonly id: string; readonly title: Text; readonly claims: readonly string[] }): VNode {
  const { actions, document, lookup, speech } = useApp();
  const { t, of, lang } = speech.value;
  const claims = props.claims.flatMap((id) => lookup.claims.get(id) ?? []);
  const paragraphs = [...new Set(claims.flatMap(({ locator }) => locator))].sort((a, b) => a - b);
  const sources = [...new Set(claims.map(({ source }) => source))].flatMap((id) => lookup.sources.get(id) ?? []);
  const text = t('web.cite.text', {
    title: of(props.title),
    sources: sources.map((source) => of(source.title)).join(lang === 'ar' ? '؛ ' : '; '),
    paragraphs: t('web.claim.paragraphs', { n: paragraphs.length, list: paragraphs.map(String).join(lang === 'ar' ? '، ' : ', ') }),
    dataset: of(document.title),
    version: document.version,
    digest: document.digest.slice(0, DIGEST_SHOWN),
    licence: document.licence,
    id: props.id,
  });
  return (
    <Section title={t('web.cite.title')}>
      <div class="ly-cite">
        <p>
          <bdi>{text}</bdi>
        </p>
        <CopyButton text={`${text} ${actions.reference(props.id)}`} what="web.cite.copy" said="web.cite.copied" />
      </div>
    </Section>
  );
}
