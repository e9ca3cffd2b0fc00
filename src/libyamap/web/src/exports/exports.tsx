/** What is looked at as a file: a panel in which it is chosen, seen before it is made, and fetched. */

import '../first';
import { render } from 'preact';
import type { App } from '../app';
import type { Common } from '../exporting';
import { AppContext } from '../panels/context';
import { stylesheet } from '../stylesheet';
import { createClient } from './client';
import { ExportContext } from './context';
import { createDesk } from './desk';
import { ExportDialog } from './dialog';

export interface Exports {
  open(): void;
}

export async function createExports(app: App, common: Common): Promise<Exports> {
  const { exporter } = app.host;
  if (!exporter) throw new Error('Nobody makes files here.');
  await stylesheet('exports.css');
  const desk = createDesk(app, createClient(exporter.address), common);
  const root = document.createElement('div');
  root.className = 'ly-root ly-exports';
  document.getElementById('libyamap')?.append(root);
  render(
    <AppContext.Provider value={app}>
      <ExportContext.Provider value={desk}>
        <ExportDialog dialog={common.Dialog} />
      </ExportContext.Provider>
    </AppContext.Provider>,
    root,
  );
  return {
    open: () => {
      app.chrome.dialog.value = 'export';
    },
  };
}
