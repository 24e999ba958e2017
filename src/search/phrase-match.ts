import type { WordOccurrence } from '../language/segment/word-occurrences.ts';
import type { QuestionWord } from './question-words.ts';

/** How much further apart than in the question two words may stand, in UTF-16 code units. */
const SLACK = 3;
/** What a pair counts in the other order: the Board of Directors, its directors' board. */
const REVERSED = 0.6;

/** How the nearest occurrences of two words stand to each other, from 0 to 1. */
function pairMatch(
  left: readonly WordOccurrence[],
  right: readonly WordOccurrence[],
  farthest: number,
): number {
  let best = 0;
  for (const a of left) {
    for (const b of right) {
      const after = b.start - a.end;
      const before = a.start - b.end;
      if (after >= 0 && after <= farthest) return 1;
      if (before >= 0 && before <= farthest) best = REVERSED;
    }
  }
  return best;
}

/**
 * How many of a question's neighbouring content words are neighbours in a passage too, from 0 to
 * 1: a pair counts by the rarity of its commoner word. 0 of a question without a pair.
 *
 * @param occurrences of the question's words, each word named by its position among `words`
 * @param words in order of their place in the question
 */
export function phraseMatch(
  occurrences: readonly WordOccurrence[],
  words: readonly QuestionWord[],
): number {
  const places = words.map((): WordOccurrence[] => []);
  for (const occurrence of occurrences) places[occurrence.word]?.push(occurrence);
  let all = 0;
  let matched = 0;
  for (const [position, left] of words.entries()) {
    const right = words[position + 1];
    if (right === undefined) break;
    const weight = Math.min(left.rarity, right.rarity);
    const farthest = right.token.start - left.token.end + SLACK;
    all += weight;
    matched += weight * pairMatch(places[position] ?? [], places[position + 1] ?? [], farthest);
  }
  return all === 0 ? 0 : matched / all;
}
