import type { RankingSignal } from '../core/passage.ts';
import type { IndexSearchOptions, ScoredChunk, SearchIndex } from '../core/search-index.ts';
import type { SearchForm } from './signal-scores.ts';

/** The best chunks of some lists, each chunk once. */
export function gatherCandidates(
  form: SearchForm,
  index: SearchIndex,
  proposing: readonly RankingSignal[],
  options: IndexSearchOptions,
): number[] {
  const found = new Set<number>();
  for (const signal of proposing) {
    for (const { chunk } of searchList(signal, form, index, options)) found.add(chunk);
  }
  return [...found];
}

function searchList(
  signal: RankingSignal,
  { queries, vector }: SearchForm,
  index: SearchIndex,
  options: IndexSearchOptions,
): ScoredChunk[] {
  if (signal !== 'vectors') return queries[signal].search(options);
  return vector === null ? [] : index.searchVectors(vector, options);
}
