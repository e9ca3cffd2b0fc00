/** One change: what became of it, what it is called, and each of its fields, old and new. */

import type { VNode } from 'preact';
import type { Change, Difference, How } from '../comparing';
import { isPlaced } from '../lookup';
import { useApp } from './context';
import { ObjectLink } from './parts';
import { LayerSymbol, PLAIN } from './symbol';

const SIGNS: Readonly<Record<How, string>> = { added: '+', changed: '≠', affected: '○', removed: '−' };

/** Letters of an old and a new value that stand on one line; longer ones stand under one another. */
const ONE_LINE = 44;

/** The sign of what became of something, read out where no word stands beside it. */
export function Sign({ how, alone = false }: { readonly how: How; readonly alone?: boolean }): VNode {
  const { t } = useApp().speech.value;
  const told = alone ? { role: 'img' as const, 'aria-label': t(`web.comparison.how.${how}`), title: t(`web.comparison.help.${how}`) } : { 'aria-hidden': true };
  return (
    <span class={`ly-sign ly-sign-${how}`} {...told}>
      {SIGNS[how]}
    </span>
  );
}

export function ChangeRow({ change }: { readonly change: Change }): VNode {
  const { drawnById, lookup, speech } = useApp();
  const { of } = speech.value;
  const { id, how } = change;
  const feature = lookup.features.get(id);
  const open = how !== 'removed' && lookup.sort(id) !== null;
  const title = of(change.title);
  return (
    <li class="ly-change" data-change={id} data-how={how}>
      <p class="ly-change-title">
        <Sign how={how} alone />
        {feature && how !== 'removed' && <LayerSymbol layer={feature.layer} look={drawnById.value.get(id) ?? PLAIN} />}
        {open ? (
          <ObjectLink id={id} fly={feature ? isPlaced(feature) : true}>
            {title}
          </ObjectLink>
        ) : (
          <span>{title}</span>
        )}
      </p>
      {(change.fields.length > 0 || change.effects.length > 0) && (
        <dl class="ly-differences">
          {change.effects.map((one) => (
            <DifferenceRow key={one.field} difference={one} drawn />
          ))}
          {change.fields.map((one) => (
            <DifferenceRow key={one.field} difference={one} />
          ))}
        </dl>
      )}
      <Because ids={change.because} />
    </li>
  );
}

function DifferenceRow({ difference, drawn = false }: { readonly difference: Difference; readonly drawn?: boolean }): VNode {
  const { t, lang } = useApp().speech.value;
  const { label, old, new: now } = difference.told[lang];
  const apart = (old?.length ?? 0) + (now?.length ?? 0) > ONE_LINE;
  return (
    <div data-field={difference.field}>
      <dt>{drawn ? t('web.comparison.on-map', { what: label }) : label}</dt>
      <dd class={apart ? 'ly-apart' : undefined}>
        {old !== null && <del dir="auto">{old}</del>}
        {old !== null && now !== null && !apart && <span class="ly-becomes"> {t('web.comparison.becomes')} </span>}
        {now !== null && <ins dir="auto">{now}</ins>}
      </dd>
    </div>
  );
}

/** The changed claims and places that a feature rests on. */
function Because({ ids }: { readonly ids: readonly string[] }): VNode | null {
  const { lookup, speech } = useApp();
  const { t, of } = speech.value;
  const name = (id: string) => lookup.claims.get(id)?.text ?? lookup.places.get(id)?.name;
  const known = ids.flatMap((id) => {
    const text = name(id);
    return text ? [{ id, text }] : [];
  });
  if (known.length === 0) return null;
  return (
    <details class="ly-because">
      <summary>{t('web.comparison.because', { n: known.length })}</summary>
      <ul class="ly-plain">
        {known.map(({ id, text }) => (
          <li key={id}>
            <ObjectLink id={id} fly>
              {of(text)}
            </ObjectLink>
          </li>
        ))}
      </ul>
    </details>
  );
}
