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

/** The largest step; the smallest is its negative. */
const LARGEST_STEP = 127;

/** Vectors of words in a byte a dimension: a cosine of two words is off by less than .01. */
export class WordMeanings {
  readonly #data: WordMeaningData;

  constructor(data: WordMeaningData) {
    this.#data = data;
  }

  /** @param vectors of each word, of any length but 0; null where it has none */
  static of(vectors: Iterable<ArrayLike<number> | null>): WordMeaningData {
    const rows: number[] = [];
    const scales: number[] = [];
    const encoded: Int8Array[] = [];
    for (const vector of vectors) {
      const row = vector === null ? null : quantize(vector);
      if (row !== null) {
        encoded.push(row.steps);
        scales.push(row.scale);
      }
      rows.push(row === null ? 0 : encoded.length);
    }
    const dimensions = encoded[0]?.length ?? 0;
    const components = new Int8Array(encoded.length * dimensions);
    for (const [row, steps] of encoded.entries()) components.set(steps, row * dimensions);
    return {
      dimensions,
      rows: Uint32Array.from(rows),
      components,
      scales: Float32Array.from(scales),
    };
  }

  /**
   * Cosine of a word with a vector of length 1; 0 where the word has no vector, or another
   * dimension was asked for.
   */
  cosine(unit: Float64Array, word: number): number {
    const { dimensions, rows, components, scales } = this.#data;
    const row = (rows[word] as number) - 1;
    if (row < 0 || unit.length !== dimensions) return 0;
    const base = row * dimensions;
    let sum = 0;
    for (let place = 0; place < dimensions; place++) {
      sum += (unit[place] as number) * (components[base + place] as number);
    }
    return sum * (scales[row] as number);
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
  const squares = steps.reduce((sum, step) => sum + step * step, 0);
  return { steps, scale: 1 / Math.sqrt(squares) };
}
