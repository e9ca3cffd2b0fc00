/** What is asked of the server: a wish, how far it is, the file. */

import type { Text } from '../document';
import type { Form, Wish } from './wish';

/** How far an export is. */
export type Progress = { readonly state: 'waiting'; readonly ahead: number } | { readonly state: 'making' };

/** What was made; a sketch tells what the page says by itself, a file what its form could not hold. */
export interface Made {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly title?: string;
  readonly subtitle?: string;
  readonly losses?: readonly Text[];
}

/** Why there is no file, and which field is to blame, if one is. */
export class Refusal extends Error {
  readonly text: Text;
  readonly field: string | null;

  constructor(text: Text, field: string | null) {
    super(text.en);
    this.text = text;
    this.field = field;
  }
}

interface Told {
  readonly state: 'waiting' | 'making' | 'done' | 'failed' | 'forgotten';
  readonly ahead: number;
  readonly error?: Text;
}

export interface Client {
  forms(): Promise<readonly Form[]>;
  /** Have something made; aborting the signal gives it up on the server too. */
  make(wish: Wish, signal: AbortSignal, told?: (progress: Progress) => void): Promise<Made>;
  /** Where the file is to be fetched. */
  address(made: Made): string;
  file(made: Made, signal?: AbortSignal): Promise<Blob>;
}

export function createClient(root: string): Client {
  const job = (id: string) => `${root}/jobs/${id}`;
  const watch = async (id: string, signal: AbortSignal, told: (progress: Progress) => void): Promise<Made> => {
    for (let seen = ''; ; ) {
      const answer = await fetch(`${job(id)}?seen=${seen}`, { signal });
      const now = (await answer.json()) as Told;
      if (now.state === 'done') return { ...(now as unknown as Made), id };
      if (now.error) throw new Refusal(now.error, null);
      if (!answer.ok) throw new Error(`${root}: ${answer.status}`);
      told(now.state === 'waiting' ? { state: 'waiting', ahead: now.ahead } : { state: 'making' });
      seen = `${now.state}-${now.ahead}`;
    }
  };
  return {
    forms: async () => {
      const answer = await fetch(`${root}/forms`);
      if (!answer.ok) throw new Error(`${root}: ${answer.status}`);
      return answer.json() as Promise<readonly Form[]>;
    },
    make: async (wish, signal, told = () => undefined) => {
      const asked = { method: 'POST', body: JSON.stringify(wish), headers: { 'content-type': 'application/json' } };
      // Not by the signal: what was put in line is given up by its id, which the answer tells.
      const answer = await fetch(`${root}/jobs`, asked);
      const started = (await answer.json()) as { readonly id: string; readonly error?: Text; readonly field?: string };
      if (started.error) throw new Refusal(started.error, started.field ?? null);
      if (!answer.ok) throw new Error(`${root}: ${answer.status}`);
      const giveUp = () => void fetch(job(started.id), { method: 'DELETE', keepalive: true }).catch(() => undefined);
      if (signal.aborted) giveUp();
      signal.throwIfAborted();
      signal.addEventListener('abort', giveUp);
      try {
        return await watch(started.id, signal, told);
      } finally {
        signal.removeEventListener('abort', giveUp);
      }
    },
    address: ({ id }) => `${job(id)}/file`,
    file: async ({ id }, signal) => {
      const answer = await fetch(`${job(id)}/file`, signal ? { signal } : {});
      if (!answer.ok) throw new Error(`${root}: ${answer.status}`);
      return answer.blob();
    },
  };
}

/** Have the browser save what an address gives, under the name that it gives. */
export function fetchTo(address: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  link.click();
}
