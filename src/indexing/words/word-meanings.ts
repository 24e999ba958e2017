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

  /**
   * Cosine of a word with a vector of length 1; 0 where the word has no vector, or another
   * dimension was asked for.
   */
  cosine(unit: Float64Array, word: number): number {
    const { dimensions, rows, components, scales } = this.#data;
    // Words that only translate others have no row at all.
    const row = (rows[word] ?? 0) - 1;
    if (row < 0 || unit.length !== dimensions) return 0;
    const base = row * dimensions;
    let sum = 0;
    for (let place = 0; place < dimensions; place++) {
      sum += (unit[place] as number) * (components[base + place] as number);
    }
    return sum * (scales[row] as number);
  }
}
