import { at } from '../core/array.ts';
import type { WordOccurrence } from '../language/segment/word-occurrences.ts';

/** Whether some offset lies in `[from, to]`. */
function holdsOffset(offsets: readonly number[], from: number, to: number): boolean {
  return offsets.some((offset) => offset >= from && offset <= to);
}

/**
 * How much of the question stands together around text of the form asked for: the rarity of its
 * words in the best window with such text in or beside it, as a share of all of it.
 *
 * @param occurrences of the question's words in the passage, in order of their place
 * @param rarities of the question's words
 * @param width of a window in UTF-16 code units, about a sentence; the text of the form may stand
 *   up to half as far before its first word
 * @param formOffsets where text of the form asked for starts
 */
export function answerFormMatch(
  occurrences: readonly WordOccurrence[],
  rarities: readonly number[],
  width: number,
  formOffsets: readonly number[],
): number {
  const total = rarities.reduce((sum, rarity) => sum + rarity, 0);
  if (total === 0 || formOffsets.length === 0) return 0;
  const counts = new Uint16Array(rarities.length);
  let mass = 0;
  let best = 0;
  let next = 0;
  for (const { start: from, word: firstWord } of occurrences) {
    for (let one = occurrences[next]; one !== undefined; one = occurrences[next]) {
      if (one.start > from + width) break;
      const seen = counts[one.word] ?? 0;
      counts[one.word] = seen + 1;
      if (seen === 0) mass += at(rarities, one.word);
      next++;
    }
    if (mass > best && holdsOffset(formOffsets, from - width / 2, from + width)) best = mass;
    const remaining = (counts[firstWord] ?? 1) - 1;
    counts[firstWord] = remaining;
    if (remaining === 0) mass -= at(rarities, firstWord);
  }
  return best / total;
}
