/** Words of presenting and of the embedded map, which the dashboard does without. */

import arabic from '../../../locale/present.ar.json';
import english from '../../../locale/present.en.json';
import type { Params, Speech } from '../i18n';

export type WordKey = keyof typeof english;
export type Words = (key: WordKey, params?: Params) => string;

export function wordsOf(speech: Speech): Words {
  return speech.topic({ ar: arabic, en: english });
}
