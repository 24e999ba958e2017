/** Characters that fill two columns: Han, kana, Hangul, full-width forms; also emoji and the like. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{10000}-\u{10ffff}]/u;

/**
 * Columns a code point fills on a terminal: 2 for Chinese, 1 for Latin (near enough the wide
 * classes of Unicode's UAX #11), and never fewer than its UTF-16 code units. It also measures
 * content: a Chinese character says about as much as two to three Latin letters.
 */
export function characterWidth(character: string): 1 | 2 {
  return WIDE.test(character) ? 2 : 1;
}

/** Columns a text fills; see {@link characterWidth}. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}
