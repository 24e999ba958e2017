import type { SearchIndex } from '../core/search-index.ts';
import type { WordVectors } from '../text/word-vectors.ts';
import type { QuestionWord } from './question-words.ts';

/** A word of the question as it is compared by meaning. */
interface AskedWord {
  readonly rarity: number;
  /** Its number in the index, or -1. */
  readonly number: number;
  /** Of length 1; null when the word has no vector (numbers, rare names). */
  readonly direction: Float64Array | null;
}

/** Words less alike than this have nothing to do with each other. */
const UNRELATED = 0.2;

/**
 * Reads a question for holding chunks of an index against it: how much of the question's rarity
 * some sentence of a chunk answers to, from 0 to 1. Each word counts by its nearest in meaning
 * there, whatever the language (the late interaction of ColBERT, Khattab and Zaharia 2020, over
 * static word vectors).
 */
export function createMeaningMatch(
  question: readonly QuestionWord[],
  vectors: WordVectors,
  index: SearchIndex,
): (chunk: number) => number {
  const asked = question.map(({ token, rarity }): AskedWord => {
    const { normal } = token;
    return { rarity, number: index.wordNumber(normal), direction: directionOf(normal, vectors) };
  });
  const total = asked.reduce((sum, { rarity }) => sum + rarity, 0);
  if (total === 0) return () => 0;

  // Passages that answer one question share many words.
  const known = new Map<number, Float64Array>();
  const likenessesOf = (word: number): Float64Array => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const likenesses = Float64Array.from(asked, (one) => likeness(one, word, index));
    known.set(word, likenesses);
    return likenesses;
  };

  const nearest = new Float64Array(asked.length);
  const matchedIn = (sentence: Uint32Array): number => {
    nearest.fill(0);
    for (const word of sentence) {
      const likenesses = likenessesOf(word);
      for (let one = 0; one < nearest.length; one++) {
        if ((likenesses[one] as number) > (nearest[one] as number)) {
          nearest[one] = likenesses[one] as number;
        }
      }
    }
    return asked.reduce((sum, { rarity }, one) => sum + rarity * (nearest[one] as number), 0);
  };

  return (chunk) => Math.max(0, ...index.sentencesOf(chunk).map(matchedIn)) / total;
}

function directionOf(normal: string, vectors: WordVectors): Float64Array | null {
  const known = vectors.vectorOf(normal);
  if (known === null || known.norm === 0) return null;
  return Float64Array.from(known.vector, (value) => value / known.norm);
}

function likeness({ number, direction }: AskedWord, word: number, index: SearchIndex): number {
  if (number === word) return 1;
  if (direction === null) return 0;
  return Math.max(0, (index.meaningCosine(direction, word) - UNRELATED) / (1 - UNRELATED));
}
