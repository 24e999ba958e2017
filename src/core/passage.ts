import type { Article, Chunk, Language } from './article.ts';
import type { ArticleFilters } from './filters.ts';

/** The ranked lists that retrieval fuses. */
export type RankingSignal = 'words' | 'concepts' | 'names' | 'title' | 'vectors';

/** How one ranked list saw a passage. */
export interface SignalTrace {
  readonly signal: RankingSignal;
  /** Place in that list, from 1; null when the list did not hold the passage. */
  readonly rank: number | null;
  /** Raw score in that list (BM25, or cosine similarity for vectors). */
  readonly score: number;
  /** What the list added to the fused score. */
  readonly contribution: number;
}

/** One adjustment that the reranker made to a fused score. */
export interface RerankTrace {
  readonly feature: string;
  readonly value: number;
  readonly contribution: number;
}

/** Why a passage stands where it does. */
export interface PassageTrace {
  readonly signals: readonly SignalTrace[];
  readonly rerank: readonly RerankTrace[];
  /** Words of the question found in the passage, as they stand in the question. */
  readonly matched: readonly string[];
}

/** A chunk found for a question. */
export interface Passage {
  readonly chunk: Chunk;
  readonly article: Article;
  /** Fused and reranked; comparable within one retrieval only. */
  readonly score: number;
  readonly trace: PassageTrace;
  /** Articles that carry the same text (reprints), folded into this result. */
  readonly copies: readonly Article[];
}

/** What to look for. */
export interface RetrievalQuery {
  /** A standalone question or search phrase. */
  readonly text: string;
  readonly language: Language;
  readonly filters: ArticleFilters;
  /** Most passages to return. */
  readonly limit: number;
  /** The date that "yesterday" is relative to, `YYYY-MM-DD`. */
  readonly today: string;
}

/** A time expression of the question, resolved to a range that narrowed the search. */
export interface AppliedDateRange {
  /** As it stands in the question: `上周`, `June 25`. */
  readonly expression: string;
  readonly from: string;
  readonly to: string;
}

/** What a retrieval found, and what it looked at to find it. */
export interface Retrieval {
  /** Best first. */
  readonly passages: readonly Passage[];
  /** Time expressions of the question that were read as a date range. */
  readonly dateRange: AppliedDateRange | null;
  /** Counts of what was searched, for refusals that explain themselves. */
  readonly searched: {
    readonly articles: number;
    readonly chunks: number;
    /** Articles each filter kept out. */
    readonly excluded: Readonly<Partial<Record<keyof ArticleFilters | 'dateRange', number>>>;
  };
  /** Publication or event dates nearest to an empty date range, `YYYY-MM-DD`. */
  readonly nearestDates: readonly string[];
  /** True where the question could not be embedded, so that it was searched by its words alone. */
  readonly byWordsOnly?: boolean | undefined;
  /** Milliseconds by stage: embed, search, rerank. */
  readonly timings: Readonly<Record<string, number>>;
}

/** Finds passages for a question. */
export interface Retriever {
  /** A question that cannot be embedded is searched by its words. */
  retrieve(query: RetrievalQuery, signal?: AbortSignal): Promise<Retrieval>;
}
