/** Words of this part, which the first screen does without. */

import arabic from '../../../locale/editor.ar.json';
import english from '../../../locale/editor.en.json';
import type { Params, Speech } from '../i18n';
import { useSpeech } from '../panels/context';

export type WordKey = keyof typeof english;
export type Words = (key: WordKey, params?: Params) => string;

const MESSAGES = { ar: arabic, en: english };

export function wordsOf(speech: Speech): Words {
  return speech.topic(MESSAGES);
}

export function useWords(): Words {
  return wordsOf(useSpeech());
}
