/** A file on its way to becoming a layer: what it holds, as the server reads it, under what the reader says of it. */

import { batch, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Host } from '../host';
import { Refusal, unpacked, type Overlay } from './overlay';
import { nextStyle, type Style } from './style';

/** What is said of a file; what is not said is recognised. A column named "" is none. */
export interface Wish {
  readonly encoding?: string | undefined;
  readonly part?: string | undefined;
  readonly lon?: string | undefined;
  readonly lat?: string | undefined;
  readonly title?: string | undefined;
  readonly start?: string | undefined;
  readonly end?: string | undefined;
}

export type Trouble = { readonly kind: 'refused'; readonly text: Refusal['text'] } | { readonly kind: 'large' | 'unreachable' };

export interface Reading {
  readonly file: ReadonlySignal<File | null>;
  readonly wish: ReadonlySignal<Wish>;
  /** What was read last; it stays while the file is read anew. */
  readonly overlay: ReadonlySignal<Overlay | null>;
  readonly trouble: ReadonlySignal<Trouble | null>;
  readonly isBusy: ReadonlySignal<boolean>;
  readonly style: Signal<Style>;
  take(file: File): void;
  /** Say something else of the file, and have it read so. */
  say(wish: Wish): void;
  /** Forget the file. */
  leave(): void;
}

/** Bytes that a file may have; the library's own limit. */
export const MOST_BYTES = 50_000_000;

export function createReading(host: Host, taken: () => readonly Style[]): Reading {
  const file = signal<File | null>(null);
  const wish = signal<Wish>({});
  const overlay = signal<Overlay | null>(null);
  const trouble = signal<Trouble | null>(null);
  const isBusy = signal(false);
  const style = signal(nextStyle([]));
  let asking: AbortController | null = null;

  const read = async () => {
    const { value: asked } = file;
    if (!asked || !host.overlay) return;
    asking?.abort();
    const mine = (asking = new AbortController());
    isBusy.value = true;
    try {
      const found = unpacked(await host.overlay(asked, wish.value, mine.signal));
      batch(() => {
        overlay.value = found;
        trouble.value = null;
      });
    } catch (problem) {
      if (mine.signal.aborted) return;
      trouble.value = problem instanceof Refusal ? { kind: 'refused', text: problem.text } : { kind: 'unreachable' };
    }
    if (asking === mine) isBusy.value = false;
  };

  const reset = () => {
    asking?.abort();
    batch(() => {
      file.value = null;
      wish.value = {};
      overlay.value = null;
      trouble.value = null;
      isBusy.value = false;
    });
  };

  return {
    file,
    wish,
    overlay,
    trouble,
    isBusy,
    style,
    take: (chosen) => {
      reset();
      batch(() => {
        file.value = chosen;
        style.value = nextStyle(taken());
        if (chosen.size > MOST_BYTES) trouble.value = { kind: 'large' };
      });
      if (chosen.size <= MOST_BYTES) void read();
    },
    say: (changes) => {
      wish.value = { ...wish.value, ...changes };
      void read();
    },
    leave: reset,
  };
}
