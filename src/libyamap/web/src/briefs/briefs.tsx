/** Briefs: listed, opened, edited, checked and saved, in a panel at the end side. */

import type { FunctionComponent } from 'preact';
import type { App } from '../app';
// It is here by then: what both need is one file with it, and so one less for the first screen to wait for.
import '../equipment';
import { DeskContext } from './context';
import { createDesk } from './desk';
import { openLibrary } from './library';
import { BriefPanel } from './panel';

export interface Briefs {
  readonly Panel: FunctionComponent;
}

export async function createBriefs(app: App): Promise<Briefs> {
  const { briefs: address } = app.host;
  await style();
  const desk = createDesk(app, address ? openLibrary(address) : null);
  void desk.list();
  return {
    Panel: () => (
      <DeskContext.Provider value={desk}>
        <BriefPanel />
      </DeskContext.Provider>
    ),
  };
}

/** What this part looks like stands beside it, and comes with it. */
function style(): Promise<void> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = new URL('./briefs.css', import.meta.url).href;
  return new Promise((done) => {
    link.onload = link.onerror = () => done();
    document.head.append(link);
  });
}
