/** From this length on V8 makes a slice of a string by pointing into it. */
const MIN_SLICE_LENGTH = 13;

/**
 * The same text in memory of its own, for whoever keeps it: a slice, such as a word, otherwise keeps
 * the whole text that it was cut from in memory, an article or the words of a batch.
 */
export function ownText(text: string): string {
  // A slice of a text that is one character longer.
  return text.length < MIN_SLICE_LENGTH ? text : ` ${text}`.slice(1);
}
