/**
 * Runs in the page's head, before anything is painted: our colours as CSS variables, and Streamlit's theme, so that
 * neither flashes; and before Streamlit listens to anything.
 */

import { keepHistory, rememberTheme } from './streamlit';
import { paint } from './theme';

const page = document.documentElement;
const theme = page.dataset.theme === 'dark' ? 'dark' : 'light';
paint(page, theme);
page.dataset.tab ??= 'layers';
if (!page.dataset.host) rememberTheme(theme);
keepHistory();
