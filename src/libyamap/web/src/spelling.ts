/**
 * Text as a reader searches for it: spelling differences that do not matter are taken away. The library's
 * `text.py` is its twin.
 */

const ARABIC: Readonly<Record<string, string>> = {
  أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ى: 'ي', ی: 'ي', ئ: 'ي', ؤ: 'و', ة: 'ه', ک: 'ك', ڤ: 'ف', ء: '', ـ: '',
};
const FOLDED = /[أإآٱىیئؤةکڤءـ]/g;
const ARABIC_DIGITS = /[٠-٩۰-۹]/g;
const MARKS = /\p{M}/gu;
const APOSTROPHES = /['’ʼ]/g;
const NOT_WORD = /[^\p{L}\p{N}_]+/gu;
const ARTICLE = /(^| )(?:وال|بال|كال|فال|ال|لل)(?=[\p{L}\p{N}_]{2})/gu;

/** `text` in the form that is compared: folded spelling, single spaces, no punctuation. */
export function normalised(text: string): string {
  return text
    .normalize('NFKC')
    .replace(FOLDED, (letter) => ARABIC[letter] ?? letter)
    .replace(ARABIC_DIGITS, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .normalize('NFD')
    .replace(MARKS, '')
    .normalize('NFC')
    .replace(APOSTROPHES, '')
    .replace(NOT_WORD, ' ')
    .trim()
    .toLowerCase();
}

/** `normalised`, without the Arabic article, so that فاغنر finds الفاغنر. */
export function stemmed(text: string): string {
  return normalised(text).replace(ARTICLE, '$1');
}
