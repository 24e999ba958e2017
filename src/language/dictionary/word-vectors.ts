/** A word's vector, and its weight in a text, from 0 to 1: frequent words weigh little. */
export interface WeightedVector {
  readonly vector: Float32Array;
  /** Length of the vector. */
  readonly norm: number;
  readonly weight: number;
}

/** Vectors of words of both languages in one space, whitened and centred by language. */
export interface WordVectors {
  readonly dimensions: number;
  /** Changes with the data and the rules. */
  readonly fingerprint: string;
  /** Of a token's normal form: an English stem or a simplified Chinese word; null when unknown. */
  vectorOf(normal: string): WeightedVector | null;
  /** Share of running text that a word makes up, from 0 to 1; 0 for words too rare to be counted. */
  probabilityOf(normal: string): number;
}
