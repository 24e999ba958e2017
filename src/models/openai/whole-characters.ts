/**
 * Re-cuts pieces of text so that none ends within a character: servers cut where their tokens end,
 * and half a surrogate pair cannot be encoded as UTF-8.
 */
export async function* wholeCharacters(
  pieces: AsyncIterable<string>,
): AsyncGenerator<string, void, void> {
  let held = '';
  for await (const piece of pieces) {
    const text = held + piece;
    const whole = /[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text;
    held = text.slice(whole.length);
    if (whole !== '') yield whole;
  }
  // A half that never met its other half is not a character.
  if (held !== '') yield '\uFFFD';
}
