import type { QueryTerm, ScoredChunk, TermFrequencies } from '../../../src/core/search-index.ts';
import type { Bm25Parameters } from '../../../src/index/keyword/bm25.ts';

/** BM25 as its formula reads, over plain maps and without any pruning: the twin in tests. */
export function naiveScores(
  chunks: readonly TermFrequencies[],
  terms: readonly QueryTerm[],
  { k1, b }: Bm25Parameters,
): number[] {
  const lengths = chunks.map((chunk) => [...chunk.values()].reduce((sum, f) => sum + f, 0));
  const filled = lengths.filter((length) => length > 0);
  const average = filled.reduce((sum, length) => sum + length, 0) / Math.max(1, filled.length);
  return chunks.map((chunk, number) => {
    let score = 0;
    for (const { term, weight } of terms) {
      const frequency = chunk.get(term);
      if (frequency === undefined) continue;
      const holding = chunks.filter((other) => other.has(term)).length;
      const idf = Math.log(1 + (chunks.length - holding + 0.5) / (holding + 0.5));
      const length = lengths[number] as number;
      score += (weight * idf * frequency) / (frequency + k1 * (1 - b + (b * length) / average));
    }
    return score;
  });
}

/** The best of those scores, ties in chunk order; chunks without a match are left out. */
export function naiveTop(
  scores: readonly number[],
  limit: number,
  accept: (chunk: number) => boolean = () => true,
): ScoredChunk[] {
  return scores
    .map((score, chunk) => ({ chunk, score }))
    .filter(({ chunk, score }) => score > 0 && accept(chunk))
    .sort((a, c) => c.score - a.score || a.chunk - c.chunk)
    .slice(0, limit);
}
