import { at } from '../../core/array.ts';
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
    return row < 0 ? null : { steps, offset: row * dimensions, dimensions, scale: at(scales, row) };
  }

  /**
   * Cosines of a word with vectors of length 1; 0 where the word has no vector, or another
   * dimension was asked for, and for null.
   */
  cosines(units: readonly (Float64Array | null)[], word: number): Float64Array {
    const { dimensions, rows, components, scales } = this.#data;
    const cosines = new Float64Array(units.length);
    // Words that only translate others have no row at all.
    const row = (rows[word] ?? 0) - 1;
    if (row < 0) return cosines;
    const base = row * dimensions;
    const scale = at(scales, row);
    for (let one = 0; one < units.length; one++) {
      const unit = units[one];
      if (unit?.length === dimensions) cosines[one] = scale * dot(unit, components, base);
    }
    return cosines;
  }
}

/** Two sums side by side: one alone would wait for each addition before it began the next. */
function dot(unit: Float64Array, components: Int8Array, base: number): number {
  let even = 0;
  let odd = 0;
  const { length } = unit;
  for (let place = 0; place + 1 < length; place += 2) {
    even += (unit[place] as number) * (components[base + place] as number);
    odd += (unit[place + 1] as number) * (components[base + place + 1] as number);
  }
  if (length % 2 === 1)
    even += (unit[length - 1] as number) * (components[base + length - 1] as number);
  return even + odd;
}
