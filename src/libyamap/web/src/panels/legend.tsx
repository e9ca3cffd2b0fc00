/** How to read the map: only what is shown now, in sections that fold. */

import { useComputed } from '@preact/signals';
import type { VNode } from 'preact';
import { ageId, AGES, legendOf, SECTIONS, type Entry, type Section } from '../legend';
import type { Speech } from '../i18n';
import type { Lookup } from '../lookup';
import { useApp } from './context';
import { Icon } from './icon';
import { LegendMark } from './legend-mark';
import { usePointing } from './pointing';

export function Legend(): VNode {
  const { chrome, speech } = useApp();
  const open = chrome.legendOpen.value;
  return (
    <section class="ly-legend" aria-labelledby="ly-legend-title">
      <h3>
        <button type="button" id="ly-legend-title" aria-expanded={open} aria-controls="ly-legend-body" onClick={() => (chrome.legendOpen.value = !open)}>
          {speech.value.t('web.legend.title')}
          <Icon name="down" />
        </button>
      </h3>
      {open && <Body />}
    </section>
  );
}

function Body(): VNode {
  const app = useApp();
  const legend = useComputed(() => legendOf(app.onMap.value, app.lookup, app.stack.value)).value;
  const sections = SECTIONS.filter((section) => legend[section].length > 0);
  return (
    <div id="ly-legend-body">
      {sections.map((section) => (
        <Part key={section} section={section} entries={legend[section]} />
      ))}
      {sections.length === 0 && <p class="ly-hint">{app.speech.value.t('web.legend.empty')}</p>}
    </div>
  );
}

function Part({ section, entries }: { readonly section: Section; readonly entries: readonly Entry[] }): VNode {
  const { chrome, speech } = useApp();
  const { t } = speech.value;
  const folded = chrome.legendFolded.value;
  const open = !folded.has(section);
  const steps = new Set<string>(AGES.map(ageId));
  const toggle = () => {
    const next = new Set(folded);
    next[open ? 'add' : 'delete'](section);
    chrome.legendFolded.value = next;
  };
  return (
    <section class="ly-legend-part" data-section={section} data-open={open} aria-labelledby={`ly-legend-${section}`}>
      <h4>
        <button type="button" id={`ly-legend-${section}`} aria-expanded={open} onClick={toggle}>
          <Icon name="down" />
          {t(`web.legend.${section}`)}
        </button>
      </h4>
      {open && <Ages entries={entries.filter(({ id }) => steps.has(id))} />}
      {open && (
        <ul>
          {entries
            .filter(({ id }) => !steps.has(id))
            .map((entry) => (
              <li key={entry.id}>
                <Row section={section} entry={entry} />
              </li>
            ))}
        </ul>
      )}
    </section>
  );
}

/** The filter of each section by its permalink parameter. */
const PARAMETERS: Readonly<Partial<Record<Section, string>>> = { kinds: 'kinds', actors: 'actors', assertions: 'assertion', precisions: 'prec' };

/** What looks alike: pointed at, it stands out on the map; clicked, it is all that is left, and clicked again not. */
function Row({ section, entry }: { readonly section: Section; readonly entry: Entry }): VNode {
  const { actions, host, lookup, speech, view } = useApp();
  const { t, number } = speech.value;
  const { filter } = entry;
  const pointing = usePointing(() => entry.features);
  const name = nameOf(section, entry, speech.value, lookup);
  const content = (
    <>
      <LegendMark section={section} entry={entry} />
      <span class="ly-legend-name">{name}</span>
      <span class="ly-count">{number(entry.features.length)}</span>
    </>
  );
  if (!filter || !host.filters) {
    return (
      <div class="ly-legend-entry" data-entry={entry.id} tabIndex={0} {...pointing}>
        {content}
      </div>
    );
  }
  const alone = Object.entries(filter).every(([field, values]) => String(view.value.filters[field as keyof typeof filter]) === String(values));
  const parameter = PARAMETERS[section] ?? '';
  return (
    <button
      type="button"
      class="ly-legend-entry"
      data-entry={entry.id}
      aria-pressed={alone}
      title={t(alone ? 'web.legend.rest' : 'web.legend.only', { what: name })}
      onClick={() => (alone ? actions.clearFilter(parameter) : actions.filter(filter))}
      {...pointing}
    >
      {content}
      {alone && <Icon name="close" />}
    </button>
  );
}

/** A small scale of how long ago presences were confirmed. */
function Ages({ entries }: { readonly entries: readonly Entry[] }): VNode | null {
  const { t } = useApp().speech.value;
  if (entries.length === 0) return null;
  return (
    <div class="ly-ages" role="group" aria-labelledby="ly-ages-title">
      <p id="ly-ages-title">{t('web.legend.ages')}</p>
      <ol>
        {entries.map((entry, step) => (
          <li key={entry.id}>
            <Age entry={entry} months={AGES[step] ?? 0} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function Age({ entry, months }: { readonly entry: Entry; readonly months: number }): VNode {
  const { t, number } = useApp().speech.value;
  const pointing = usePointing(() => entry.features);
  const count = entry.features.length;
  const text = months === AGES[AGES.length - 1] ? t('web.legend.or-more', { n: months }) : number(months);
  return (
    <div class="ly-age" data-entry={entry.id} data-count={count} tabIndex={count ? 0 : -1} role="img" aria-label={t('web.legend.age', { months: text, n: count })} {...pointing}>
      <span>
        <LegendMark section="confirmation" entry={entry} />
        <span class="ly-count">{number(count)}</span>
      </span>
      <small>{text}</small>
    </div>
  );
}

/** What an entry explains, in words. */
export function nameOf(section: Section, { id }: Entry, { t, has, of }: Speech, lookup: Lookup): string {
  const said = (key: string) => (has(key) ? t(key) : id);
  switch (section) {
    case 'kinds':
      return said(`web.kind.${id}`);
    case 'actors': {
      const group = lookup.actorGroups.get(id);
      return group ? of(group.name) : id;
    }
    case 'assertions':
      return said(`web.assertion.${id}`);
    case 'precisions':
    case 'confirmation':
      return said(`web.legend.${id}`);
  }
}
