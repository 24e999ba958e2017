import { replaceRadicals } from './radicals.ts';

/**
 * Characters without a shape that only mislead a reader or break a comparison: controls other than
 * tab and line breaks (Unicode's Cc), and format characters (Cf: soft hyphens, zero-width and byte
 * order marks, directional marks and overrides). Joiners inside an emoji shape what is seen, and stay.
 * Tags, with which whole sentences can be hidden, stay only in the three flags that use them:
 * England's, Scotland's and Wales's.
 */
const INVISIBLE =
  /(?![\t\n])\p{Cc}|(?!\u200d|[\u{e0000}-\u{e007f}])\p{Cf}|(?<!\p{Extended_Pictographic}\ufe0f?)\u200d/gu;
const FLAG_OR_TAG =
  /\u{1f3f4}(?<flag>\u{e0067}\u{e0062}(?:\u{e0065}\u{e006e}\u{e0067}|\u{e0073}\u{e0063}\u{e0074}|\u{e0077}\u{e006c}\u{e0073})\u{e007f})|[\u{e0000}-\u{e007f}]/gu;
const LINE_BREAK = /\r\n?|[\v\f\u0085\u2028\u2029]/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;

export interface CleanedText {
  readonly text: string;
  /** Characters taken out or, where they were halves of a pair, replaced by U+FFFD. */
  readonly removed: number;
}

/**
 * Takes invisible characters out of a text, makes every line break a line feed, and writes words
 * where radicals of the same shape stand.
 */
export function cleanCharacters(text: string): CleanedText {
  let removed = 0;
  const drop = (replacement: string) => () => {
    removed++;
    return replacement;
  };
  const cleaned = replaceRadicals(text)
    .replace(LINE_BREAK, '\n')
    .replace(FLAG_OR_TAG, (found, flag: string | undefined) =>
      flag === undefined ? drop('')() : found,
    )
    .replace(INVISIBLE, drop(''))
    .replace(LONE_SURROGATE, drop('\ufffd'));
  return { text: cleaned, removed };
}
