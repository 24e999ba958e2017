const HAN_OR_KANA = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const LATIN_WORD = /[\p{Script=Latin}]+/gu;
const DIGITS = /\d/g;
const OTHER = /[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Latin}\d\s]/gu;

/**
 * About how many tokens a model counts in a text, on the high side. Byte-pair vocabularies of
 * multilingual models give a Chinese character 0.6 to 1.1 tokens and an English word some 1.3
 * (one for each four letters); digits go in threes at best, marks one by one.
 */
export function approximateTokens(text: string): number {
  const han = text.match(HAN_OR_KANA)?.length ?? 0;
  const words = text.match(LATIN_WORD) ?? [];
  const latin = words.reduce((sum, word) => sum + Math.ceil(word.length / 5), 0);
  const digits = text.match(DIGITS)?.length ?? 0;
  const other = text.match(OTHER)?.length ?? 0;
  return Math.ceil(han * 1.1 + latin * 1.1 + digits * 0.7 + other);
}
