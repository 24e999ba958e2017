import type { SearchIndex } from '../core/search-index.ts';
import { remember } from '../text/remember.ts';
import type { WordVectors } from '../text/word-vectors.ts';
import type { QuestionWord } from './question-words.ts';

/** A word as it is compared by meaning. */
interface Meaning {
  readonly normal: string;
  /** Of unit length; null when the word has no vector (numbers, rare names). */
  readonly vector: Float32Array | null;
}

/** Words less alike than this have nothing to do with each other. */
const UNRELATED = 0.2;

/** Words whose meanings stay in memory: some 20 MB. */
const MOST_REMEMBERED = 20_000;

/** Compares questions with passages word by word, by what the words mean. */
export interface MeaningMatcher {
  /**
   * Reads a question once, for holding chunks of an index against it: how much of the question's
   * rarity some sentence of a chunk answers to, from 0 to 1. Each word counts by its nearest in
   * meaning there, whatever the language (the late interaction of ColBERT, Khattab and Zaharia
   * 2020, over static word vectors).
   */
  matcherFor(question: readonly QuestionWord[], index: SearchIndex): (chunk: number) => number;
}

function likeness(a: Meaning, b: Meaning): number {
  if (a.normal === b.normal) return 1;
  const { vector: left } = a;
  const { vector: right } = b;
  if (left === null || right === null) return 0;
  let dot = 0;
  for (let i = 0; i < left.length; i++) dot += (left[i] as number) * (right[i] as number);
  return Math.max(0, (dot - UNRELATED) / (1 - UNRELATED));
}

export function createMeaningMatcher(vectors: WordVectors): MeaningMatcher {
  const meaningOf = remember((normal): Meaning => {
    const known = vectors.vectorOf(normal);
    if (known === null || known.norm === 0) return { normal, vector: null };
    return { normal, vector: known.vector.map((x) => x / known.norm) };
  }, MOST_REMEMBERED);

  return {
    matcherFor(question, index) {
      const words = question.map(({ token }) => meaningOf(token.normal));
      const rarities = Float64Array.from(question, ({ rarity }) => rarity);
      const total = rarities.reduce((sum, rarity) => sum + rarity, 0);
      if (total === 0) return () => 0;

      // Passages that answer one question share many words.
      const likenesses = new Map<number, Float64Array>();
      const likenessesOf = (word: number): Float64Array => {
        const known = likenesses.get(word);
        if (known !== undefined) return known;
        const meaning = meaningOf(index.word(word));
        const computed = Float64Array.from(words, (asked) => likeness(asked, meaning));
        likenesses.set(word, computed);
        return computed;
      };

      const nearest = new Float64Array(words.length);
      const matchedIn = (sentence: Uint32Array): number => {
        nearest.fill(0);
        for (const word of sentence) {
          const found = likenessesOf(word);
          for (let asked = 0; asked < nearest.length; asked++) {
            if ((found[asked] as number) > (nearest[asked] as number)) {
              nearest[asked] = found[asked] as number;
            }
          }
        }
        return nearest.reduce((sum, like, asked) => sum + like * (rarities[asked] as number), 0);
      };

      return (chunk) => Math.max(0, ...index.sentencesOf(chunk).map(matchedIn)) / total;
    },
  };
}
