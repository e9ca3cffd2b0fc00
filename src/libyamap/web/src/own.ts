/** Data of the reader's own on the map: the door to what reads and draws them, fetched when somebody asks for it. */

import { signal, type ReadonlySignal } from '@preact/signals';
import type { App } from './app';
import { door } from './door';
import type { Overlays } from './overlays/overlays';

export interface Own {
  /** Null until somebody asked for it. */
  readonly overlays: ReadonlySignal<Overlays | null>;
  /** Let the reader add a file: the one given, or one to be chosen. */
  add(file?: File): Promise<void>;
}

export function createOwn(app: () => App): Own {
  const overlays = signal<Overlays | null>(null);
  const fetched = door(
    async () => {
      const { createOverlays } = await import('./overlays/overlays');
      return (overlays.value = await createOverlays(app()));
    },
    () => app().chrome.warn('web.own.failed'),
  );
  return { overlays, add: async (file) => (await fetched())?.add(file) };
}

/** A file that is dropped anywhere on the page is one to be added. */
export function takeDrops({ chrome, host, own }: App): void {
  if (!host.overlay) return;
  const isFile = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false;
  addEventListener('dragover', (event) => {
    if (!isFile(event)) return;
    event.preventDefault();
    chrome.dropping.value = true;
  });
  addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) chrome.dropping.value = false;
  });
  addEventListener('drop', (event) => {
    chrome.dropping.value = false;
    if (!isFile(event)) return;
    event.preventDefault();
    const [file] = event.dataTransfer?.files ?? [];
    if (file) void own.add(file);
  });
}
