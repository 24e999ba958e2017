const OPENING = '<think>';
const CLOSING = '</think>';

/**
 * Takes out the reasoning that some servers write into the answer, `<think>…</think>` at its
 * very start. Pieces are held back only while they could be part of a tag.
 */
export async function* withoutReasoning(
  pieces: AsyncIterable<string>,
): AsyncGenerator<string, void, void> {
  let state: 'start' | 'reasoning' | 'gap' | 'answer' = 'start';
  let held = '';
  for await (const piece of pieces) {
    if (state === 'answer') {
      yield piece;
      continue;
    }
    held += piece;
    if (state === 'start') {
      const text = held.trimStart();
      if (text.length < OPENING.length && OPENING.startsWith(text)) continue;
      state = text.startsWith(OPENING) ? 'reasoning' : 'answer';
    }
    if (state === 'reasoning') {
      const end = held.indexOf(CLOSING);
      if (end < 0) continue;
      held = held.slice(end + CLOSING.length);
      state = 'gap';
    }
    if (state === 'gap') {
      held = held.trimStart();
      if (held === '') continue;
      state = 'answer';
    }
    yield held;
    held = '';
  }
  if (state === 'start' && held !== '') yield held;
}
