/** What every panel can reach. */

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { App } from '../app';
import type { Desk } from '../drawing/desk';
import type { Speech } from '../i18n';

export const AppContext = createContext<App | null>(null);

/** What the marks of a legend need to look as they do on the map. */
export type Look = Pick<App, 'document' | 'lookup' | 'theme'>;

/** Given by hosts that show a map without the panels of the application. */
export const LookContext = createContext<Look | null>(null);

export function useLook(): Look {
  const look = useContext(LookContext);
  const app = useContext(AppContext);
  if (!look && !app) throw new Error('A mark stands where nothing is drawn.');
  return (look ?? app) as Look;
}

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
