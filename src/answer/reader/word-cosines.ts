import { memoize } from '../../core/memoize.ts';
import type { Word } from '../../core/sentence.ts';
import { type QuantizedVector, quantize, vectorLength } from '../../core/vectors.ts';

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
    const dimensions = Math.max(0, ...units.map((unit) => unit?.length ?? 0));
    const components = new Float64Array(dimensions);
    const cosines = new Float64Array(asked.length);
    return (word) => {
      const vector = word.vector === undefined ? quantized(word.normal) : word.vector;
      if (vector === null || vector.dimensions !== dimensions) return null;
      const { steps, offset, scale } = vector;
      for (let place = 0; place < dimensions; place++) {
        components[place] = steps[offset + place] as number;
      }
      for (let one = 0; one < units.length; one++) {
        const unit = units[one] as Float64Array | null;
        cosines[one] = unit === null ? 0 : scale * dot(unit, components);
      }
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

/** Four sums side by side: one alone would wait for each addition before it began the next. */
function dot(a: Float64Array, b: Float64Array): number {
  const { length } = a;
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  let place = 0;
  for (; place + 3 < length; place += 4) {
    first += (a[place] as number) * (b[place] as number);
    second += (a[place + 1] as number) * (b[place + 1] as number);
    third += (a[place + 2] as number) * (b[place + 2] as number);
    fourth += (a[place + 3] as number) * (b[place + 3] as number);
  }
  for (; place < length; place++) first += (a[place] as number) * (b[place] as number);
  return first + second + (third + fourth);
}
