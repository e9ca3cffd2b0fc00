/**
 * What the application uses of Streamlit's own page. These are internals, pinned to one minor release; the tests of
 * the dashboard fail in plain words when an upgrade moves them.
 */

import type { Theme } from './document';
import type { Palette } from './theme';

/** Streamlit reads its theme from here before its first paint; the version is its cache's. */
export function rememberTheme(theme: Theme): void {
  try {
    localStorage.setItem(`stActiveTheme-${location.pathname}-v2`, JSON.stringify(theme === 'dark' ? 'Dark' : 'Light'));
  } catch {
    // Storage is closed in some private windows; the theme then arrives with the first message.
  }
}

/** What Back and Forward are told as once Streamlit cannot hear them. */
export const RETURNED = 'libyamap-returned';

/**
 * Keep Back and Forward from Streamlit, which would run its script with what the widgets hold at that moment: the
 * filters that the view just left, which then came back as if somebody had chosen them. Listeners of the window are
 * called in the order in which they were added, so this one has to be the first.
 */
export function keepHistory(): void {
  addEventListener('popstate', (event) => {
    event.stopImmediatePropagation();
    dispatchEvent(new Event(RETURNED));
  });
}

/** Give Streamlit's widgets the theme at once, without a run of the script, as a page that hosts it would. */
export function tellTheme(theme: Theme, palette: Palette): void {
  const themeInfo = {
    base: theme === 'dark' ? 1 : 0,
    primaryColor: palette.accent,
    backgroundColor: palette.paper,
    secondaryBackgroundColor: palette.field,
    textColor: palette.ink,
    borderColor: palette.line,
    bodyFont: 'Vazirmatn',
    headingFont: 'Vazirmatn',
    baseFontSize: 13,
    baseRadius: '7px',
    showWidgetBorder: true,
  };
  const message = { stCommVersion: 1, type: 'SET_CUSTOM_THEME_CONFIG', themeName: 'libyamap', themeInfo };
  window.postMessage(message, window.location.origin);
}

/** Tell when Streamlit's connection to the server comes and goes. */
export function watchConnection(tell: (connected: boolean) => void): void {
  const ATTRIBUTE = 'data-test-connection-state';
  let app: Element | null = null;
  let was: boolean | null = null;
  const read = () => {
    const state = app?.getAttribute(ATTRIBUTE);
    if (!state) return;
    const lost = state === 'PINGING_SERVER' || state === 'DISCONNECTED_FOREVER';
    const connected = state === 'CONNECTED';
    if (connected !== was && (connected || (lost && was !== null))) tell((was = connected));
  };
  const root = document.getElementById('root');
  if (!root) return;
  const found = new MutationObserver(() => {
    app = root.querySelector('[data-testid=stApp]');
    if (!app) return;
    found.disconnect();
    new MutationObserver(read).observe(app, { attributeFilter: [ATTRIBUTE] });
    read();
  });
  found.observe(root, { childList: true, subtree: true });
}

/**
 * Close Streamlit's own dialog on a lost connection before it is painted: in English it would cover the page and make
 * all of it inert, where the application says the same in the reader's language and goes on.
 */
export function dismissConnectionError(): void {
  const TITLE = 'Connection error';
  new MutationObserver(() => {
    for (const dialog of document.querySelectorAll('body > [data-testid=stDialog]')) {
      if (dialog.querySelector('h2')?.textContent === TITLE) dialog.querySelector<HTMLElement>('section > button')?.click();
    }
  }).observe(document.body, { childList: true });
}

/** Keep Tab from stopping at the part that Streamlit scrolls, of which nothing is seen but the filters. */
export function passStreamlitsOwnPart(): void {
  document.querySelector('#root [data-testid=stMain]')?.setAttribute('tabindex', '-1');
}

/** Whether a key event belongs to one of Streamlit's widgets, or to any field that is typed into. */
export function isTyping(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select, [role=combobox], [role=slider]:not(.ly-handle)');
}
