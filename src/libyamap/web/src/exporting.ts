/** What is looked at as a file: the door to the panel that makes one, fetched when somebody asks for it. */

import type { App } from './app';
import { door } from './door';
import { encode, fitting } from './drawing/codec';
import { markingOf } from './marking';
import { Dialog } from './panels/dialog';
import { writeQuery } from './permalink';

/**
 * What the first screen has anyway. It is handed over: imported by that file too, it would be cut out into further files,
 * which the page would have to fetch before it starts.
 */
const COMMON = { Dialog, encode, fitting, markingOf, writeQuery };
export type Common = typeof COMMON;

export interface Exporting {
  /** Whether there is a server that makes files. */
  readonly possible: boolean;
  open(): Promise<void>;
}

export function createExporting(app: () => App): Exporting {
  const exports = door(
    async () => (await import('./exports/exports')).createExports(app(), COMMON),
    () => app().chrome.warn('web.export.failed'),
  );
  return {
    get possible() {
      return app().host.exporter !== null;
    },
    open: async () => (await exports())?.open(),
  };
}
