/** All that an actor takes part in, on one line of time: a bar for each, over all days that may be meant. */

import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Feature } from '../document';
import { isPlaced } from '../lookup';
import { spanOf, ticks, timeScale, type Span, type TimeScale } from '../time-scale';
import { useApp } from './context';
import { ObjectLink, Section } from './parts';
import { placeAndTime } from './row';

/** How many bars are shown before one asks for more. */
const FEW = 14;
const MOST_TICKS = 4;

export function ActorTimeline({ features }: { readonly features: readonly Feature[] }): VNode | null {
  const { speech } = useApp();
  const { t } = speech.value;
  const [all, setAll] = useState(false);
  const dated = features.filter(({ when }) => when !== null).sort((a, b) => a.days[0] - b.days[0] || a.days[3] - b.days[3]);
  const rest = dated.length - FEW;
  const shown = all || rest <= 2 ? dated : dated.slice(-FEW);
  const scale = timeScale(shown.map(({ days }) => days));
  if (!scale) return null;
  const undated = features.length - dated.length;
  return (
    <Section title={t('web.actor-timeline.title')} count={dated.length}>
      <div class="ly-actor-timeline">
        <Years scale={scale} />
        <ol>
          {shown.map((feature) => (
            <li key={feature.id}>
              <Bar feature={feature} span={spanOf(feature.days, scale)} />
            </li>
          ))}
        </ol>
      </div>
      {rest > 2 && (
        <button type="button" class="ly-text-button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('web.actor-timeline.fewer') : t('web.actor-timeline.earlier', { n: rest })}
        </button>
      )}
      {undated > 0 && <p class="ly-hint">{t('web.actor-timeline.undated', { n: undated })}</p>}
    </Section>
  );
}

function Years({ scale }: { readonly scale: TimeScale }): VNode {
  const { speech } = useApp();
  const { month } = speech.value;
  return (
    <div class="ly-actor-timeline-axis" aria-hidden="true">
      <div>
        {ticks(scale, MOST_TICKS).map(({ day, unit }) => (
          <span key={day} style={{ insetInlineStart: share(scale.at(day)) }}>
            {unit === 'year' ? new Date(day * 86_400_000).getUTCFullYear() : month(day)}
          </span>
        ))}
      </div>
    </div>
  );
}

function Bar({ feature, span }: { readonly feature: Feature; readonly span: Span }): VNode {
  const { document, lookup, speech, theme } = useApp();
  const symbol = document.symbols[lookup.layers.get(feature.layer)?.symbol ?? ''];
  const between = (start: number, end: number) => ({ insetInlineStart: share(start), inlineSize: share(end - start) });
  const open = [span.openStart && 'ly-open-start', span.openEnd && 'ly-open-end'].filter(Boolean).join(' ');
  return (
    <ObjectLink id={feature.id} className="ly-actor-timeline-row" fly={isPlaced(feature)}>
      <span class="ly-actor-timeline-title">{speech.value.of(feature.title)}</span>
      <span class="ly-unseen">{placeAndTime(feature, speech.value, lookup)}</span>
      <span class="ly-actor-timeline-track" aria-hidden="true" title={placeAndTime(feature, speech.value, lookup)} style={{ color: symbol?.colour[theme.value] }}>
        <span class={`ly-span-possible ${open}`} style={between(span.start, span.end)} />
        {span.certain && <span class={`ly-span-certain ${open}`} style={between(span.certain.start, span.certain.end)} />}
      </span>
    </ObjectLink>
  );
}

function share(value: number): string {
  return `${(value * 100).toFixed(2)}%`;
}
