import type { RankingSignal } from '../core/passage.ts';
import {
  KEYWORD_FIELDS,
  type KeywordField,
  type QueryTerm,
  type SearchIndex,
} from '../core/search-index.ts';
import type { QueryTerms } from './query-terms.ts';
import { inverseDocumentFrequency } from './term-rarity.ts';

/** A question in every form that the index is searched by. */
export interface SearchForm {
  readonly terms: QueryTerms;
  readonly vector: readonly number[];
}

/** A value for each ranked list. */
export type BySignal<Value> = Readonly<Record<RankingSignal, Value>>;

export const RANKING_SIGNALS = [...KEYWORD_FIELDS, 'vectors'] as const satisfies RankingSignal[];

/** Makes a value for each ranked list. */
export function bySignal<Value>(make: (signal: RankingSignal) => Value): BySignal<Value> {
  return Object.fromEntries(RANKING_SIGNALS.map((signal) => [signal, make(signal)])) as Record<
    RankingSignal,
    Value
  >;
}

/** Exact scores of chunks in every list, whichever list proposed them, in the chunks' order. */
export function signalScores(
  { terms, vector }: SearchForm,
  chunks: readonly number[],
  index: SearchIndex,
): BySignal<readonly number[]> {
  return bySignal((signal) =>
    signal === 'vectors'
      ? index.vectorScores(vector, chunks)
      : index.keywordScores(signal, terms[signal], chunks),
  );
}

/** What no BM25 score of these terms reaches: a chunk of nothing else would come close. */
function attainable(field: KeywordField, terms: readonly QueryTerm[], index: SearchIndex): number {
  let sum = 0;
  for (const { term, weight } of terms) {
    const frequency = index.documentFrequency(field, term);
    if (frequency > 0) sum += weight * inverseDocumentFrequency(index.chunks.length, frequency);
  }
  return sum;
}

/** What each list's scores are divided by, so that all of them run up to about one. */
export function signalScales({ terms }: SearchForm, index: SearchIndex): BySignal<number> {
  return bySignal((signal) =>
    signal === 'vectors' ? 1 : attainable(signal, terms[signal], index),
  );
}
