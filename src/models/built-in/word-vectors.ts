import { memoize } from '../../core/memoize.ts';
import { vectorLength } from '../../core/vectors.ts';
import { startsWithHan } from '../../language/characters/scripts.ts';
import type { Lexicon } from '../../language/dictionary/lexicon.ts';
import type { WeightedVector, WordVectors } from '../../language/dictionary/word-vectors.ts';
import type { WordVectorTable } from './word-vector-table.ts';

/**
 * `a` of the smooth inverse frequency a / (a + p) that weighs a word of probability p (Arora, Liang
 * and Ma, "A simple but tough-to-beat baseline for sentence embeddings", 2017).
 */
export const SMOOTHING = 1e-3;
/** A word of several meanings points less surely: its sum of glosses is divided by w^this. */
export const AMBIGUITY_EXPONENT = 0.75;
/** Longest piece, in characters, that an unknown Chinese word is taken apart into. */
const MAX_PIECE_LENGTH = 4;

/** Words whose vectors stay in memory, in some 40 MB. */
const CACHE_SIZE = 60_000;

/** Part of the fingerprint: raise it when a change of code changes the vectors. */
const RULES_VERSION = 2;

/** Chinese words take the weighted vectors of the English stems that they may mean. */
export function createWordVectors(
  table: WordVectorTable,
  lexicon: Lexicon,
  mostKept: number = CACHE_SIZE,
): WordVectors {
  const { dimensions, digest } = table.header;
  const weightOf = (probability: number) => 1 / (1 + probability / SMOOTHING);

  const english = (stem: string): WeightedVector | null => {
    const vector = new Float32Array(dimensions);
    if (!table.addTo(vector, stem, 1)) return null;
    subtract(vector, table.means.en);
    return weighted(vector, weightOf(table.stemProbability(stem)));
  };

  const chineseEntry = (word: string): WeightedVector | null => {
    const stems = lexicon.conceptStems(word);
    if (stems.length === 0) return null;
    const vector = new Float32Array(dimensions);
    let total = 0;
    for (const { stem, weight } of stems) {
      if (table.addTo(vector, stem, weight)) total += weight;
    }
    if (total === 0) return null;
    const divisor = total ** AMBIGUITY_EXPONENT;
    for (let i = 0; i < dimensions; i++) vector[i] = (vector[i] as number) / divisor;
    subtract(vector, table.means.zh);
    return weighted(vector, weightOf(table.chineseProbability(word)));
  };

  const chinese = (word: string): WeightedVector | null => {
    const whole = chineseEntry(word);
    if (whole !== null || word.length < 2) return whole;
    const pieces = piecesOf(word, MAX_PIECE_LENGTH, chineseEntry);
    if (pieces.length === 0) return null;
    const vector = new Float32Array(dimensions);
    for (const piece of pieces) {
      for (let i = 0; i < dimensions; i++) {
        vector[i] = (vector[i] as number) + piece.weight * (piece.vector[i] as number);
      }
    }
    return weighted(vector, 1);
  };

  return {
    dimensions,
    fingerprint: [digest, lexicon.fingerprint, RULES_VERSION].join('-'),
    probabilityOf: (normal) =>
      startsWithHan(normal) ? table.chineseProbability(normal) : table.stemProbability(normal),
    vectorOf: memoize(
      (normal) => (startsWithHan(normal) ? chinese(normal) : english(normal)),
      mostKept,
    ),
  };
}

/** The longest known pieces of two characters and more, from the left: 国防部长会 → 国防部长. */
function piecesOf(
  word: string,
  longest: number,
  entry: (piece: string) => WeightedVector | null,
): WeightedVector[] {
  const pieces: WeightedVector[] = [];
  for (let start = 0; start + 2 <= word.length; ) {
    let length = Math.min(longest, word.length - start);
    let found: WeightedVector | null = null;
    for (; length >= 2; length--) {
      found = entry(word.slice(start, start + length));
      if (found !== null) break;
    }
    if (found !== null) pieces.push(found);
    start += found === null ? 1 : length;
  }
  return pieces;
}

function weighted(vector: Float32Array, weight: number): WeightedVector {
  return { vector, norm: vectorLength(vector), weight };
}

function subtract(vector: Float32Array, mean: Float32Array): void {
  for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] as number) - (mean[i] as number);
}
