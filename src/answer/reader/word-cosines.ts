import { memoize } from '../../core/memoize.ts';
import type { Word } from '../../core/sentence.ts';
import { createCosines, type QuantizedVector, quantize, vectorLength } from '../../core/vectors.ts';

/** The vector of a normal form, of any length; null when the word is unknown. */
export type VectorOf = (normal: string) => ArrayLike<number> | null;

/**
 * Cosines of a word with the words of a question, in their order; null where it is unknown. What it
 * gives is overwritten by the next call.
 */
export type WordCosines = (word: Word) => Float64Array | null;

/** Words that no index has, kept with their vectors, in some 2 MB. */
const MAX_KEPT = 4_000;

/**
 * Compares words with those of a question. A word of an index has its vector ready, in whole steps;
 * that of any other is brought into the same steps, so that both come to the same.
 *
 * @returns what makes the comparison of one question
 */
export function createWordCosines(vectorOf: VectorOf): (asked: readonly Word[]) => WordCosines {
  const quantized = memoize((normal): QuantizedVector | null => {
    const vector = vectorOf(normal);
    return vector === null ? null : quantize(vector);
  }, MAX_KEPT);
  return (asked) => {
    const units = asked.map(({ normal }) => unitOf(vectorOf(normal)));
    const compare = createCosines(units);
    const cosines = new Float64Array(asked.length);
    return (word) => {
      const vector = word.vector === undefined ? quantized(word.normal) : word.vector;
      if (vector === null) return null;
      compare(vector, cosines);
      return cosines;
    };
  };
}

function unitOf(vector: ArrayLike<number> | null): Float64Array | null {
  const length = vector === null ? 0 : vectorLength(vector);
  return vector === null || length === 0
    ? null
    : Float64Array.from(vector, (value) => value / length);
}
