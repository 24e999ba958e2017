/**
 * Word vectors of English stems, as they ship: one byte a dimension, whitened, so that a dot
 * product compares them as they are. Made by `scripts/build-word-vectors.ts`.
 *
 * File: a line of JSON (`WordVectorHeader`), then the stems, most frequent first, and the frequent
 * Chinese words, one a line each; zero bytes up to a multiple of four; then little-endian float32:
 * the stems' probabilities, the stems' scales, the Chinese words' probabilities, the English and
 * the Chinese mean; then the vectors, one signed byte a dimension, times the stem's scale.
 */
export interface WordVectorHeader {
  readonly format: 1;
  readonly dimensions: number;
  readonly stems: number;
  readonly chineseWords: number;
  /** Bytes of the two word lists, line breaks included. */
  readonly stemBytes: number;
  readonly chineseBytes: number;
  /** Checksum of everything after the header, for the embedder's fingerprint. */
  readonly digest: string;
  readonly source: string;
}

/** An opened table. Probabilities are shares of running text, from 0 to 1. */
export interface WordVectorTable {
  readonly header: WordVectorHeader;
  /** Expected vector of a word of running text, by language. */
  readonly means: { readonly en: Float32Array; readonly zh: Float32Array };
  /** Adds `weight` times the stem's vector to `sum`; false when the table lacks the stem. */
  addTo(sum: Float32Array, stem: string, weight: number): boolean;
  /** How often a stem occurs in English; 0 when the table lacks it. */
  stemProbability(stem: string): number;
  /** How often a word occurs in Chinese; 0 for all but the frequent ones. */
  chineseProbability(word: string): number;
}

const FLOAT_BYTES = 4;

/** Reads a table from a file's bytes. @throws {Error} when they are not of this format */
export function readWordVectorTable(bytes: Buffer): WordVectorTable {
  const headerEnd = bytes.indexOf('\n') + 1;
  const header = JSON.parse(bytes.toString('utf8', 0, headerEnd)) as WordVectorHeader;
  const { dimensions } = header;
  let at = headerEnd;
  const readWords = (length: number) => {
    const words = bytes.toString('utf8', at, at + length - 1).split('\n');
    at += length;
    return words;
  };
  const readFloats = (count: number) => {
    const copy = bytes.buffer.slice(
      bytes.byteOffset + at,
      bytes.byteOffset + at + count * FLOAT_BYTES,
    );
    at += count * FLOAT_BYTES;
    return new Float32Array(copy);
  };

  const rows = new Map(readWords(header.stemBytes).map((stem, row) => [stem, row]));
  const chineseWords = readWords(header.chineseBytes);
  at = Math.ceil(at / FLOAT_BYTES) * FLOAT_BYTES;
  const probabilities = readFloats(header.stems);
  const scales = readFloats(header.stems);
  const chineseProbabilities = readFloats(header.chineseWords);
  const means = { en: readFloats(dimensions), zh: readFloats(dimensions) };
  const components = new Int8Array(bytes.buffer, bytes.byteOffset + at, header.stems * dimensions);
  const chinese = new Map(chineseWords.map((word, row) => [word, chineseProbabilities[row] ?? 0]));

  return {
    header,
    means,
    addTo(sum, stem, weight) {
      const row = rows.get(stem);
      if (row === undefined) return false;
      const factor = weight * (scales[row] ?? 0);
      const first = row * dimensions;
      for (let i = 0; i < dimensions; i++) {
        sum[i] = (sum[i] as number) + factor * (components[first + i] as number);
      }
      return true;
    },
    stemProbability: (stem) => probabilities[rows.get(stem) ?? -1] ?? 0,
    chineseProbability: (word) => chinese.get(word) ?? 0,
  };
}
