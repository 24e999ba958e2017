import type { QuantizedVector } from '../../core/vectors.ts';

/** Meanings of numbered words as arrays; they are what goes to disk. */
export interface WordMeaningData {
  /** Length of every vector; 0 where no word has one. */
  readonly dimensions: number;
  /** For each word the place of its row, from 1; 0 where it has none. */
  readonly rows: Uint32Array;
  /** Row by row, the vectors' components in steps of the row's scale. */
  readonly components: Int8Array;
  /** What a step of each row is worth, so that the row has length 1. */
  readonly scales: Float32Array;
}

/** Vectors of words in a byte a dimension: a cosine of two words is off by less than .01. */
export class WordMeanings {
  readonly #data: WordMeaningData;

  constructor(data: WordMeaningData) {
    this.#data = data;
  }

  /** The vector of a word, or null where it has none. */
  vectorOf(word: number): QuantizedVector | null {
    const { dimensions, rows, components: steps, scales } = this.#data;
    // Words that only translate others have no row at all.
    const row = (rows[word] ?? 0) - 1;
    if (row < 0) return null;
    return { steps, offset: row * dimensions, dimensions, scale: scales[row] as number };
  }
}
