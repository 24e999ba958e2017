import type { IndexSearchOptions, SearchIndex } from '../core/search-index.ts';
import { type BySignal, RANKING_SIGNALS, type SearchForm } from './signal-scores.ts';

/**
 * The best chunks of every list that has a weight, each chunk once.
 * @param options how many from each list, and which chunks to consider
 */
export function gatherCandidates(
  { terms, vector }: SearchForm,
  index: SearchIndex,
  weights: BySignal<number>,
  options: IndexSearchOptions,
): number[] {
  const found = new Set<number>();
  for (const signal of RANKING_SIGNALS) {
    if (weights[signal] === 0) continue;
    const list =
      signal === 'vectors'
        ? index.searchVectors(vector, options)
        : index.searchKeywords(signal, terms[signal], options);
    for (const { chunk } of list) found.add(chunk);
  }
  return [...found];
}
