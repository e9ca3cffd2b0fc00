/** Charts that filter: a bar for each choice, as long as what it would leave. A click makes the choice, or takes it back. */

import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { choose } from '../../choices';
import { useApp } from '../context';
import { EmptyReason } from '../empty-reason';
import { Presets } from '../presets';
import { barsOf, CHARTS, type Bar, type Chart } from './bars';

/** How many bars a chart shows before one asks for more. */
const FEW = 7;

export function Charts(): VNode {
  const { chrome, offered, speech } = useApp();
  const { t } = speech.value;
  useEffect(() => offered.watch(), [offered]);
  return (
    <div class="ly-evidence ly-charts" aria-busy={chrome.waiting.value}>
      <EmptyReason />
      <Presets />
      <p class="ly-hint">{t('web.charts.hint')}</p>
      <div class="ly-chart-grid">
        {CHARTS.map((chart) => (
          <BarChart key={chart} chart={chart} />
        ))}
      </div>
    </div>
  );
}

function BarChart({ chart }: { readonly chart: Chart }): VNode | null {
  const { actions, lookup, offered, speech, view } = useApp();
  const { t } = speech.value;
  const [all, setAll] = useState(false);
  const { filters } = view.value;
  const bars = barsOf(chart, { filters, lookup, offered, speech: speech.value });
  if (bars.length === 0) return null;
  const longest = Math.max(...bars.map(({ left }) => left), 1);
  const rest = bars.length - FEW;
  return (
    <section class="ly-chart" aria-labelledby={`ly-chart-${chart}`}>
      <h3 id={`ly-chart-${chart}`}>{t(`web.charts.${chart}`)}</h3>
      <ul>
        {(all || rest <= 1 ? bars : bars.filter(({ chosen }, index) => chosen || index < FEW)).map((bar) => (
          <li key={bar.value}>
            <BarButton chart={chart} bar={bar} share={bar.left / longest} choose={() => actions.filter(choose(filters, chart, bar.value))} />
          </li>
        ))}
      </ul>
      {rest > 1 && (
        <button type="button" class="ly-text-button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('web.charts.fewer') : t('web.charts.more', { n: rest })}
        </button>
      )}
    </section>
  );
}

function BarButton(props: { readonly chart: Chart; readonly bar: Bar; readonly share: number; choose(): void }): VNode {
  const { speech } = useApp();
  const { t, number } = speech.value;
  const { chart, bar } = props;
  return (
    <button
      type="button"
      class="ly-bar"
      data-choice={`${chart}:${bar.value}`}
      aria-pressed={bar.chosen}
      title={t(bar.chosen ? 'web.charts.chosen' : 'web.charts.leaves', { what: bar.name, n: bar.left })}
      onClick={props.choose}
    >
      <span class="ly-bar-fill" style={{ inlineSize: `${props.share * 100}%` }} />
      <span class="ly-bar-name">{bar.name}</span>
      <span class="ly-count">{number(bar.left)}</span>
    </button>
  );
}
