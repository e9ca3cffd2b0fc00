/** What this is: how it was made, how to read it, what is not known, what it must not be used for. */

import type { ComponentChildren, VNode } from 'preact';
import { parseIso } from '../days';
import type { Imprint } from '../host';
import type { MessageKey } from '../i18n';
import { useApp } from './context';
import { Dialog } from './dialog';
import { Icon } from './icon';
import { Code, Fact, Facts } from './parts';

const ASSERTIONS = ['stated', 'reported', 'assessed', 'forecast', 'requested', 'denied'] as const;
const RELIABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
const CREDIBILITIES = [1, 2, 3, 4, 5, 6] as const;
const PRECISIONS = ['exact', 'vicinity', 'locality', 'area', 'sea', 'country'] as const;
const METHOD = ['web.about.method-claims', 'web.about.method-open', 'web.about.method-origins'] as const;
/** The best known of what is in a file and not ours. */
const BUNDLED = ['Leaflet', 'Preact', 'Vazirmatn'];
/** Of the program, and of the names and coordinates of towns on the basemap. */
const PROGRAM_LICENCE = 'MIT';
const TOWNS_LICENCE = 'CC-BY-4.0';

export function AboutDialog(): VNode {
  const { document, host, speech } = useApp();
  const { t, of } = speech.value;
  return (
    <Dialog name="about" title={t('web.about.title')}>
      <p class="ly-lead">{t('web.about.lead')}</p>
      {host.imprint && (
        <Part title="web.about.file">
          <ThisFile imprint={host.imprint} />
        </Part>
      )}
      <Part title="web.about.not-for">
        <NotFor />
      </Part>
      <Part title="web.about.dataset">
        <Dataset />
      </Part>
      <Part title="web.about.method">
        {METHOD.map((key) => (
          <p key={key}>{t(key)}</p>
        ))}
      </Part>
      <Part title="web.about.assertions">
        <Terms keys={ASSERTIONS.map((name) => [`web.assertion.${name}`, `web.assertion-help.${name}`])} />
      </Part>
      <Part title="web.about.grades">
        <p>{t('web.about.grades-lead')}</p>
        <h4>{t('web.about.grade-source')}</h4>
        <Terms keys={RELIABILITIES.map((grade) => [grade, `web.reliability.${grade}`])} />
        <h4>{t('web.about.grade-claim')}</h4>
        <Terms keys={CREDIBILITIES.map((grade) => [String(grade), `web.credibility.${grade}`])} />
      </Part>
      <Part title="web.about.precision">
        <Terms keys={PRECISIONS.map((name) => [`web.precision.${name}`, `web.precision-help.${name}`])} />
      </Part>
      <Part title="web.about.time">
        <p>{t('web.about.time-text')}</p>
      </Part>
      <Part title="web.about.not-known">
        <ul>
          {document.notKnown.map((one) => (
            <li key={one.en}>{of(one)}</li>
          ))}
        </ul>
      </Part>
      <Part title="web.about.borders">
        <p>{t('web.disclaimer.borders-long')}</p>
      </Part>
      <Part title="web.about.licences">
        <Licences />
      </Part>
      <Part title="web.about.report">
        <Report />
      </Part>
    </Dialog>
  );
}

function Part({ title, children }: { readonly title: MessageKey; readonly children: ComponentChildren }): VNode {
  const { speech } = useApp();
  return (
    <section aria-labelledby={`ly-${title}`} class="ly-about-part">
      <h3 id={`ly-${title}`}>{speech.value.t(title)}</h3>
      {children}
    </section>
  );
}

/** What a file holds, when it was made, and how it is to be handled. */
function ThisFile({ imprint: { made, marking, subtitle } }: { readonly imprint: Imprint }): VNode {
  const { selection, speech } = useApp();
  const { t, of, day } = speech.value;
  return (
    <>
      <p>{t('web.about.file-text')}</p>
      <Facts>
        {marking && (
          <Fact name="web.about.file-marking">
            <bdi>{marking}</bdi>
          </Fact>
        )}
        {subtitle && (
          <Fact name="web.about.file-subtitle">
            <bdi>{subtitle}</bdi>
          </Fact>
        )}
        <Fact name="web.about.file-holds">{of(selection.value.sentence)}</Fact>
        <Fact name="web.about.file-made">
          {day(parseIso(made.slice(0, 10)) ?? 0)} <Code>{`${made.slice(11, 16)} UTC`}</Code>
        </Fact>
      </Facts>
    </>
  );
}

function NotFor(): VNode {
  const { document, speech } = useApp();
  const { t, day } = speech.value;
  return (
    <ul>
      <li>
        <strong>{t('web.disclaimer.use')}</strong> {t('web.about.not-for-targeting')}
      </li>
      <li>{t('web.about.not-for-live', { date: day(document.asOf) })}</li>
      <li>{t('web.about.not-for-absence')}</li>
      <li>{t('web.about.not-for-control')}</li>
    </ul>
  );
}

function Dataset(): VNode {
  const { document, speech } = useApp();
  const { of, day } = speech.value;
  return (
    <>
      <p>
        <strong>{of(document.title)}</strong>
      </p>
      <p>{of(document.description)}</p>
      <Facts>
        <Fact name="web.about.as-of">{day(document.asOf)}</Fact>
        <Fact name="web.about.sources">
          {document.sources.map((source) => (
            <p key={source.id}>
              <bdi>{of(source.title)}</bdi>: {of(source.description)} {of(source.reliabilityBasis)}
            </p>
          ))}
        </Fact>
        <Fact name="web.about.digest">
          <Code>{document.digest}</Code>
        </Fact>
        <Fact name="web.about.version">
          <Code>{document.version}</Code>
        </Fact>
      </Facts>
    </>
  );
}

function Licences(): VNode {
  const { document, host, speech } = useApp();
  const { t, of } = speech.value;
  return (
    <Facts>
      <Fact name="web.about.licence-program">
        <Code>{PROGRAM_LICENCE}</Code>
      </Fact>
      <Fact name="web.about.licence-data">
        <Code>{document.licence}</Code> · {of(document.attribution)}
      </Fact>
      <Fact name="web.about.licence-basemap">
        {t('web.about.licence-basemap-text')} <Code>{TOWNS_LICENCE}</Code>
      </Fact>
      {host.imprint && (
        <Fact name="web.about.file-libraries">
          <details>
            <summary>{BUNDLED.join(', ')}</summary>
            <pre class="ly-report" dir="ltr" tabIndex={0}>
              {host.imprint.licences}
            </pre>
          </details>
        </Fact>
      )}
    </Facts>
  );
}

/** What a report has to say, and lines to paste into it that tell exactly what was on the screen. */
function Report(): VNode {
  const { actions, document, speech, theme } = useApp();
  const { t, lang } = speech.value;
  const { version, digest } = document;
  const lines = t('web.about.report-text', { version, digest, lang, theme: theme.value, address: actions.reference() });
  return (
    <>
      <p>{t('web.about.report-lead')}</p>
      <pre class="ly-report" tabIndex={0}>
        {lines}
      </pre>
      <button type="button" class="ly-button ly-primary" onClick={() => void actions.copy(lines, 'web.about.report-copied')}>
        <Icon name="copy" />
        <span>{t('web.about.report-copy')}</span>
      </button>
    </>
  );
}

/** Terms and what they mean; a term that is no message is a grade and stands as it is. */
function Terms({ keys }: { readonly keys: readonly (readonly [string, string])[] }): VNode {
  const { speech } = useApp();
  const { t, has } = speech.value;
  return (
    <dl class="ly-terms">
      {keys.map(([term, meaning]) => (
        <div key={term}>
          <dt>{has(term) ? t(term) : <Code>{term}</Code>}</dt>
          <dd>{t(meaning as MessageKey)}</dd>
        </div>
      ))}
    </dl>
  );
}
