import type { Span } from '../text/span.ts';
import type { WordOccurrence } from '../text/word-occurrences.ts';

/** What a look at a passage's own words tells; shares run from 0 to 1. */
export interface PassageFeatures {
  /** Rarity of the question's words that stand together in the best window, of all of it. */
  readonly proximity: number;
  /** The same for the best window that also holds text of the form asked for. */
  readonly answerForm: number;
}

/** A window of a passage, with the rarity of the question's words in it. */
function bestWindow(
  occurrences: readonly WordOccurrence[],
  rarities: readonly number[],
  width: number,
  holds: (window: Span) => boolean,
): number {
  const counts = new Uint16Array(rarities.length);
  let mass = 0;
  let best = 0;
  let first = 0;
  for (const { start, word } of occurrences) {
    const seen = counts[word] ?? 0;
    counts[word] = seen + 1;
    if (seen === 0) mass += rarities[word] ?? 0;
    for (let left = occurrences[first]; left !== undefined; left = occurrences[first]) {
      if (start - left.start <= width) break;
      const remaining = (counts[left.word] ?? 1) - 1;
      counts[left.word] = remaining;
      if (remaining === 0) mass -= rarities[left.word] ?? 0;
      first++;
    }
    const windowStart = occurrences[first]?.start ?? start;
    if (mass > best && holds({ start: windowStart, end: windowStart + width })) best = mass;
  }
  return best;
}

/**
 * @param occurrences of the question's words in the passage, in order of their place
 * @param rarities of the question's words
 * @param width of a window in UTF-16 code units, about a sentence
 * @param formOffsets where text of the form asked for starts, ascending; null when none is asked
 */
export function passageFeatures(
  occurrences: readonly WordOccurrence[],
  rarities: readonly number[],
  width: number,
  formOffsets: readonly number[] | null,
): PassageFeatures {
  const total = rarities.reduce((sum, rarity) => sum + rarity, 0);
  if (total === 0 || occurrences.length === 0) return { proximity: 0, answerForm: 0 };
  // The form may stand up to half a window before or after the words.
  const nearForm = ({ start, end }: Span) =>
    formOffsets?.some((offset) => offset >= start - width / 2 && offset <= end) ?? false;
  return {
    proximity: bestWindow(occurrences, rarities, width, () => true) / total,
    answerForm:
      formOffsets === null ? 0 : bestWindow(occurrences, rarities, width, nearForm) / total,
  };
}
