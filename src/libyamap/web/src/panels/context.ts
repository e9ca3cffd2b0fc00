/** What every panel can reach. */

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { App } from '../app';
import type { Desk } from '../drawing/desk';
import type { Speech } from '../i18n';

export const AppContext = createContext<App | null>(null);

export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error('A panel stands outside the application.');
  return app;
}

/** The reader's language; a panel that uses it is drawn again when the language changes. */
export function useSpeech(): Speech {
  return useApp().speech.value;
}

/** What is drawn and edited, for panels that come with it. */
export function useDesk(): Desk {
  const equipment = useApp().later.equipment.value;
  if (!equipment) throw new Error('A panel of drawing stands where nothing can be drawn.');
  return equipment.desk;
}
