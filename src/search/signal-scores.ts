import type { RankingSignal } from '../core/passage.ts';
import {
  type ByField,
  KEYWORD_FIELDS,
  type KeywordQuery,
  type SearchIndex,
} from '../core/search-index.ts';

/** A question in every form that the index is searched by. */
export interface SearchForm {
  readonly queries: ByField<KeywordQuery>;
  /** Null where the question could not be embedded. */
  readonly vector: readonly number[] | null;
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

/**
 * Exact scores of chunks in every list that counts, whichever list proposed them, in the chunks'
 * order; none in the others.
 */
export function signalScores(
  { queries, vector }: SearchForm,
  chunks: readonly number[],
  index: SearchIndex,
  weights: BySignal<number>,
): BySignal<readonly number[]> {
  return bySignal((signal) => {
    if (weights[signal] === 0) return [];
    if (signal !== 'vectors') return queries[signal].scores(chunks);
    return vector === null ? [] : index.vectorScores(vector, chunks);
  });
}

/** What each list's scores are divided by, so that all of them run up to about one. */
export function signalScales({ queries }: SearchForm): BySignal<number> {
  return bySignal((signal) => (signal === 'vectors' ? 1 : queries[signal].ceiling));
}
