/** The bar at the top: what this is, what is shown, in which language and light, and a link to it. */

import type { VNode } from 'preact';
import type { Lang } from '../document';
import type { Imprint } from '../host';
import { useApp } from './context';
import { IconButton } from './parts';
import { Icon } from './icon';
import { saidOf } from './said';

const NAMES: Readonly<Record<Lang, string>> = { ar: 'العربية', en: 'English' };

export function TopBar(): VNode {
  const { actions, briefing, chrome, comparing, exporting, speech, theme } = useApp();
  const { t, lang, of } = speech.value;
  const { document, host } = useApp();
  const { imprint } = host;
  return (
    <header class="ly-topbar">
      <a class="ly-wordmark" href="?" onClick={(event) => (event.preventDefault(), (chrome.dialog.value = 'about'))} title={of(document.title)}>
        <Logo />
        <span>{t('web.name')}</span>
      </a>
      {imprint ? <Headline imprint={imprint} /> : <Sentence />}
      <div class="ly-topbar-end">
        <div class="ly-choice ly-languages" role="group" aria-label={t('web.language.label')}>
          {(['ar', 'en'] as const).map((one) => (
            <button type="button" key={one} lang={one} aria-pressed={one === lang} onClick={() => actions.setLang(one)}>
              {NAMES[one]}
            </button>
          ))}
        </div>
        <IconButton
          icon={theme.value === 'dark' ? 'sun' : 'moon'}
          label={theme.value === 'dark' ? 'web.theme.light' : 'web.theme.dark'}
          shortcut="D"
          onClick={() => actions.setTheme(theme.value === 'dark' ? 'light' : 'dark')}
        />
        {comparing.possible && <IconButton icon="history" label="web.comparison.open" onClick={comparing.start} />}
        {briefing.possible && <IconButton icon="brief" label="web.brief.open" shortcut="B" onClick={briefing.toggle} />}
        <IconButton icon="keyboard" label="web.shortcuts.title" shortcut="?" className="ly-icon-button ly-wide-only" onClick={() => (chrome.dialog.value = 'shortcuts')} />
        <IconButton icon="about" label="web.about.open" onClick={() => (chrome.dialog.value = 'about')} />
        {exporting.possible && <IconButton icon="save" label="web.export.open" shortcut="E" onClick={() => void exporting.open()} />}
        <button type="button" class="ly-button" title={`${t('web.share.link')} (S)`} onClick={() => void actions.copy(actions.link(), 'web.share.copied')}>
          <Icon name="share" />
          <span>{t('web.share.link')}</span>
        </button>
      </div>
    </header>
  );
}

/** What a file is called, with what it shows. */
function Headline({ imprint: { title, subtitle } }: { readonly imprint: Imprint }): VNode {
  const { selection, speech } = useApp();
  const { t, of, day } = speech.value;
  return (
    <div class="ly-headline">
      {of(title) && (
        <p class="ly-headline-title" title={[of(title), subtitle].filter(Boolean).join(' · ')}>
          <bdi>{of(title)}</bdi>
          {subtitle && (
            <span>
              {' · '}
              <bdi>{subtitle}</bdi>
            </span>
          )}
        </p>
      )}
      <p class="ly-headline-as-of">{t('web.file.as-of', { date: day(selection.value.asOf) })}</p>
      <Sentence />
    </div>
  );
}

/** What is shown, in a sentence that follows filters, layers and interval. */
function Sentence(): VNode {
  const { drawn, interval, moving, selection, speech, view, chrome } = useApp();
  const { t } = speech.value;
  const counts = t('web.sentence.shown', { n: drawn.value.length, total: selection.value.total });
  const said = saidOf({ ...view.value, ...interval.value }, selection.value.filters, speech.value);
  return (
    <p class="ly-sentence" role="status" aria-live={moving.told.value ? 'off' : 'polite'} data-waiting={chrome.waiting.value} title={said}>
      <strong>{counts}</strong> <span>{said}</span>
    </p>
  );
}

function Logo(): VNode {
  return (
    <svg class="ly-logo" viewBox="0 0 24 24" aria-hidden="true">
      <path class="ly-logo-ground" d="M12 1.500 21.100 6.750v10.500L12 22.500 2.900 17.250V6.750Z" />
      <path class="ly-logo-mark" d="M6.500 14.500c1.800-3.600 3.400-4.600 5-3 1.700 1.700 3.500.8 6-3.200" />
    </svg>
  );
}
