/** The pack: a brief to be handed over, made by the server from what stands in the panel, saved or not. */

import { batch, signal, type ReadonlySignal } from '@preact/signals';
import type { Text } from '../document';
import { createClient, fetchTo, Refusal, type Progress } from '../exports/client';
import type { Brief } from './model';

/** How it ended; `failed` has words of the server's where it gave any. */
export type PackOutcome = { readonly kind: 'saved' | 'cancelled' } | { readonly kind: 'failed'; readonly text: Text | null };

export interface Packing {
  /** How far it is; null while nothing is packed. */
  readonly progress: ReadonlySignal<Progress | null>;
  readonly outcome: ReadonlySignal<PackOutcome | null>;
  pack(brief: Brief): Promise<void>;
  cancel(): void;
}

export function createPacking(address: string): Packing {
  const client = createClient(address);
  const progress = signal<Progress | null>(null);
  const outcome = signal<PackOutcome | null>(null);
  let working: AbortController | null = null;
  return {
    progress,
    outcome,
    pack: async (brief) => {
      if (progress.peek()) return;
      const own = (working = new AbortController());
      batch(() => {
        progress.value = { state: 'making' };
        outcome.value = null;
      });
      try {
        const made = await client.make({ form: 'pack', brief }, own.signal, (now) => (progress.value = now));
        fetchTo(client.address(made));
        outcome.value = { kind: 'saved' };
      } catch (problem) {
        outcome.value = own.signal.aborted ? { kind: 'cancelled' } : { kind: 'failed', text: problem instanceof Refusal ? problem.text : null };
      } finally {
        progress.value = null;
      }
    },
    cancel: () => working?.abort(),
  };
}
