/** What is looked at as a file: the door to the panel that makes one, fetched when somebody asks for it. */

import type { App } from './app';
import { door } from './door';

export interface Exporting {
  /** Whether there is a server that makes files. */
  readonly possible: boolean;
  open(): Promise<void>;
}

export function createExporting(app: () => App): Exporting {
  const exports = door(
    async () => (await import('./exports/exports')).createExports(app()),
    () => app().chrome.warn('web.export.failed'),
  );
  return {
    get possible() {
      return app().host.exporter !== null;
    },
    open: async () => (await exports())?.open(),
  };
}
