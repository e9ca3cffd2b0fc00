/** Briefs: listed, opened, edited, checked and saved, in a panel at the end side. */

import '../first';
import type { FunctionComponent } from 'preact';
import type { App } from '../app';
import { stylesheet } from '../stylesheet';
// It is here by then: what both need is one file with it, and so one less for the first screen to wait for.
import '../equipment';
import { DeskContext } from './context';
import { createDesk } from './desk';
import { openLibrary } from './library';
import { createPacking } from './packing';
import { BriefPanel } from './panel';

export interface Briefs {
  readonly Panel: FunctionComponent;
}

export async function createBriefs(app: App): Promise<Briefs> {
  const { briefs: address } = app.host;
  await stylesheet('briefs.css');
  const { exporter } = app.host;
  const desk = createDesk(app, address ? openLibrary(address) : null, exporter ? createPacking(exporter.address) : null);
  void desk.list();
  return {
    Panel: () => (
      <DeskContext.Provider value={desk}>
        <BriefPanel />
      </DeskContext.Provider>
    ),
  };
}
