/** What this is: the dataset, how to read it, what is not known, what it must not be used for. */

import type { VNode } from 'preact';
import type { MessageKey } from '../i18n';
import { useApp } from './context';
import { Dialog } from './dialog';
import { Code, Fact, Facts } from './parts';

const ASSERTIONS = ['stated', 'reported', 'assessed', 'forecast', 'requested', 'denied'] as const;
const RELIABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
const CREDIBILITIES = [1, 2, 3, 4, 5, 6] as const;
const PRECISIONS = ['exact', 'vicinity', 'locality', 'area', 'sea', 'country'] as const;

export function AboutDialog(): VNode {
  const { document, speech } = useApp();
  const { t, of, day } = speech.value;
  return (
    <Dialog name="about" title={t('web.about.title')}>
      <p class="ly-lead">{t('web.about.lead')}</p>
      <p>{t('web.disclaimer.use')}</p>
      <h3>{of(document.title)}</h3>
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
        <Fact name="web.about.licence">
          <Code>{document.licence}</Code> · {of(document.attribution)}
        </Fact>
        <Fact name="web.about.digest">
          <Code>{document.digest}</Code>
        </Fact>
        <Fact name="web.about.version">
          <Code>{document.version}</Code>
        </Fact>
      </Facts>
      <h3>{t('web.about.not-known')}</h3>
      <ul>
        {document.notKnown.map((one) => (
          <li key={one.en}>{of(one)}</li>
        ))}
      </ul>
      <h3>{t('web.about.assertions')}</h3>
      <Terms keys={ASSERTIONS.map((name) => [`web.assertion.${name}`, `web.assertion-help.${name}`])} />
      <h3>{t('web.about.grades')}</h3>
      <p>{t('web.about.grades-lead')}</p>
      <Terms keys={RELIABILITIES.map((grade) => [grade, `web.reliability.${grade}`])} />
      <Terms keys={CREDIBILITIES.map((grade) => [String(grade), `web.credibility.${grade}`])} />
      <h3>{t('web.about.precision')}</h3>
      <Terms keys={PRECISIONS.map((name) => [`web.precision.${name}`, `web.precision-help.${name}`])} />
      <h3>{t('web.about.time')}</h3>
      <p>{t('web.about.time-text')}</p>
      <h3>{t('web.about.borders')}</h3>
      <p>{t('web.disclaimer.borders-long')}</p>
    </Dialog>
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
