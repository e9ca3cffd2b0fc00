/** What every part of the presenting page can reach. */

import type { ReadonlySignal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Speech } from '../i18n';
import type { Ink } from './ink';
import type { Show } from './show';
import { wordsOf, type Words } from './words';

/** How this window stands to others that show the same brief. */
export interface Company {
  readonly role: 'leading' | 'following';
  /** Null before it was first tried. */
  readonly connected: ReadonlySignal<boolean | null>;
  rejoin(): void;
}

export interface Stage {
  readonly show: Show;
  readonly ink: Ink;
  readonly company: Company | null;
  /** The address of the whole map with a scene's view; null where there is none to go to. */
  wholeMap(): string | null;
}

export const StageContext = createContext<Stage | null>(null);

export function useStage(): Stage & { readonly speech: Speech; readonly words: Words } {
  const stage = useContext(StageContext);
  if (!stage) throw new Error('A part stands outside the presentation.');
  const speech = stage.show.state.speech.value;
  return { ...stage, speech, words: wordsOf(speech) };
}
