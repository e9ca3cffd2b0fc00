/** What was found in a file: its form, how many rows are shown and why others are not, and its first rows. */

import type { VNode } from 'preact';
import { useSpeech } from '../panels/context';
import type { Mapping, Overlay } from './overlay';
import { useWords, type WordKey } from './words';

/** Sentences that stand in sight; the others are unfolded. */
const IN_SIGHT = 4;
const ROLES: readonly (keyof Mapping)[] = ['lon', 'lat', 'title', 'start', 'end'];

export function Findings({ overlay }: { readonly overlay: Overlay }): VNode {
  const speech = useSpeech();
  const t = useWords();
  const { kind, encoding, crs, read, shown, rejected, faults } = overlay;
  const facts = [t(`overlay.ui.kind.${kind}`), encoding, crs].filter(Boolean).join(' · ');
  const [first, rest] = [faults.slice(0, IN_SIGHT), faults.slice(IN_SIGHT)];
  return (
    <section class="ly-findings" aria-live="polite">
      <p>
        <bdi>{facts}</bdi>
      </p>
      <p class="ly-tally">
        <strong>{t('overlay.ui.read', { n: read })}</strong> {t('overlay.ui.tally', { shown, rejected })}
      </p>
      {first.length > 0 && <Faults texts={first.map(speech.of)} />}
      {rest.length > 0 && (
        <details>
          <summary>{t('overlay.ui.more', { n: rest.length })}</summary>
          <Faults texts={rest.map(speech.of)} />
        </details>
      )}
    </section>
  );
}

function Faults({ texts }: { readonly texts: readonly string[] }): VNode {
  return (
    <ul class="ly-plain ly-faults">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

export function Preview({ overlay }: { readonly overlay: Overlay }): VNode {
  const t = useWords();
  const { columns, mapping, preview } = overlay;
  const roleOf = (column: string) => ROLES.find((role) => mapping[role] === column);
  return (
    <div class="ly-preview" role="region" tabIndex={0} aria-label={t('overlay.ui.preview')}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => {
              const role = roleOf(column);
              return (
                <th key={column} scope="col" data-role={role}>
                  <bdi>{column}</bdi>
                  {role && <small>{t(`overlay.ui.column.${role}` satisfies WordKey)}</small>}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {preview.map((row, at) => (
            <tr key={at}>
              {row.map((text, column) => (
                <td key={column} dir="auto" data-role={roleOf(columns[column] ?? '')}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
