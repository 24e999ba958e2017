import { vectorLength } from '../../core/vectors.ts';
import type { WordMeaningData } from './word-meanings.ts';

/** The largest step; the smallest is its negative. */
const LARGEST_STEP = 127;

/** Collects the vectors of words in the order of their numbers. */
export class WordMeaningsBuilder {
  readonly #rows: Uint32Array;
  #components = new Int8Array(0);
  readonly #scales: number[] = [];

  /** @param words how many will be added */
  constructor(words: number) {
    this.#rows = new Uint32Array(words);
  }

  /** @param vector null for a word that has none; all others are of one length */
  set(word: number, vector: ArrayLike<number> | null): void {
    const quantized = vector === null ? null : quantize(vector);
    if (quantized === null) return;
    const { steps, scale } = quantized;
    const start = this.#scales.length * steps.length;
    if (this.#components.length === 0) {
      this.#components = new Int8Array(this.#rows.length * steps.length);
    }
    this.#components.set(steps, start);
    this.#rows[word] = this.#scales.push(scale);
  }

  build(): WordMeaningData {
    const rows = this.#scales.length;
    const dimensions = this.#components.length / Math.max(1, this.#rows.length);
    return {
      dimensions,
      rows: this.#rows,
      components: this.#components.subarray(0, rows * dimensions),
      scales: Float32Array.from(this.#scales),
    };
  }
}

/** A vector in whole steps, with the scale that gives it length 1; null for one without length. */
function quantize(vector: ArrayLike<number>): { steps: Int8Array; scale: number } | null {
  let largest = 0;
  for (let place = 0; place < vector.length; place++) {
    largest = Math.max(largest, Math.abs(vector[place] as number));
  }
  if (largest === 0) return null;
  const steps = Int8Array.from(vector, (value) => Math.round((value / largest) * LARGEST_STEP));
  return { steps, scale: 1 / vectorLength(steps) };
}
