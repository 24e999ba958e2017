import type { Article, Chunk, Language } from './article.ts';
import type { NewsEvent, NewsStory } from './news-event.ts';
import type { Annotator, Sentence, SentenceToken } from './sentence.ts';
import type { QuantizedVector } from './vectors.ts';

/** Keyword fields of a chunk. Each is a BM25 field of its own with its own lengths. */
export const KEYWORD_FIELDS = ['title', 'words', 'concepts', 'names'] as const;
export type KeywordField = (typeof KEYWORD_FIELDS)[number];

/** A value for each keyword field. */
export type ByField<Value> = Readonly<Record<KeywordField, Value>>;

/** Makes a value for each keyword field. */
export function byField<Value>(make: (field: KeywordField) => Value): ByField<Value> {
  return Object.fromEntries(KEYWORD_FIELDS.map((field) => [field, make(field)])) as Record<
    KeywordField,
    Value
  >;
}

/** Terms of one field with their frequency, which may be fractional (a gloss shared by words). */
export type TermFrequencies = ReadonlyMap<string, number>;
export type FieldedTerms = ByField<TermFrequencies>;

/** Takes a term of a field; `count` may be fractional. */
export type AddTerm = (field: Exclude<KeywordField, 'title'>, term: string, count: number) => void;

/** What a word means, as far as it is known. */
export interface WordMeaning {
  /** In the space of the word vectors, of any length; null when unknown. */
  readonly direction: ArrayLike<number> | null;
  /** Stems of the other language that it may mean, each with how surely, from 0 to 1. */
  readonly translations: readonly { readonly stem: string; readonly weight: number }[];
}

/**
 * Reads articles, and turns what was read into what their chunks are found and compared by.
 * Deterministic and free of I/O. Its fingerprint changes whenever sentences, terms or meanings
 * could; an index built by another is refused.
 */
export interface PassageAnalyzer extends Annotator {
  /** Hands over the terms that a word is found by wherever it stands. */
  forEachWordTerm(
    word: Pick<SentenceToken, 'normal' | 'stop' | 'kind' | 'concepts'>,
    add: AddTerm,
  ): void;
  /** Hands over what else a sentence, or a part of one, is found by than its single words. */
  forEachTextTerm(sentence: Pick<Sentence, 'tokens' | 'dates' | 'names'>, add: AddTerm): void;
  /** @param word in its normal form */
  meaningOf(word: string): WordMeaning;
}

/** A query term; `weight` multiplies its BM25 score. */
export interface QueryTerm {
  readonly term: string;
  readonly weight: number;
}

/** A chunk by its position in the index, from 0, with a score; higher is better. */
export interface ScoredChunk {
  readonly chunk: number;
  readonly score: number;
}

export interface IndexSearchOptions {
  /** Most results. */
  readonly limit: number;
  /** Language of the articles to consider; absent means both. */
  readonly language?: Language | undefined;
  /** Chunks of them to consider; absent means all. Must not throw. */
  readonly accept?: ((chunk: number) => boolean) | undefined;
}

/** Days of the longest date that is about each of its days: a week, a visit, a festival. */
export const MAX_DATED_STRETCH = 16;

/** What an index says of itself; kept in its manifest and shown by the health endpoint. */
export interface IndexDescription {
  /** Name of the generation folder. */
  readonly generation: string;
  /** ISO 8601 UTC. */
  readonly createdAt: string;
  readonly articles: number;
  readonly chunks: number;
  readonly dimensions: number;
  readonly embedder: string;
  readonly analyzer: string;
  readonly chunkSize: number;
  readonly chunkOverlap: number;
}

/** How the vectors of an opened index are searched. */
export interface VectorSearch {
  /** `scan` compares every vector: exact, and fast enough for most collections. */
  readonly method: 'graph' | 'scan';
  /** What to install where a graph would pay and cannot be used, or null. */
  readonly advice: string | null;
}

/** Terms of one field, looked up once. */
export interface KeywordQuery {
  /** What no score reaches: that of a chunk which held nothing but every term. */
  readonly ceiling: number;
  /** Best chunks by BM25, exact top-k. Chunks without any of the terms are never among them. */
  search(options: IndexSearchOptions): ScoredChunk[];
  /** Exact BM25 of given chunks, in their order; 0 without a match. */
  scores(chunks: readonly number[]): number[];
}

/**
 * An opened snapshot: everything needed to answer, read-only, searched by chunk position.
 * Results are sorted by score descending, then by position, so that ties are stable.
 */
export interface SearchIndex {
  readonly description: IndexDescription;
  readonly vectorSearch: VectorSearch;
  /** All articles, in index order. */
  readonly articles: readonly Article[];
  /** All chunks; the position in this list is the chunk's number everywhere here. */
  readonly chunks: readonly Chunk[];
  /** Languages that there are chunks of. */
  readonly languages: readonly Language[];
  /** What the articles report, most recent first; empty where no detector was at work. */
  readonly events: readonly NewsEvent[];
  /** Stories of more than one article; an event in none stands for itself. */
  readonly stories: readonly NewsStory[];
  article(id: string): Article | undefined;
  /** Article of a chunk by the chunk's number. */
  articleOf(chunk: number): Article;
  /** Numbers of an article's chunks, in order of their place in the article. */
  chunksOf(articleId: string): readonly number[];
  /**
   * The sentences of an article as they were read when it was indexed; none for one that is not
   * here. Nothing is analysed.
   */
  sentencesOf(articleId: string): readonly Sentence[];
  /** The same of an article's title. */
  titleSentencesOf(articleId: string): readonly Sentence[];
  /**
   * Ids of the articles with a sentence whose resolved dates fall in a range of days. A date of at
   * most `MAX_DATED_STRETCH` days falls in the range when they share a day, a longer one (a month, a
   * year) when the range holds all of it.
   *
   * @param from first day, `YYYY-MM-DD`
   * @param to last day, inclusive
   */
  datedArticles(from: string, to: string): ReadonlySet<string>;
  /**
   * Content words of a chunk, sentence by sentence, each word of a sentence once: as numbers, so
   * that comparing many passages need not make strings of them.
   */
  sentenceWordsOf(chunk: number): readonly Uint32Array[];
  /** The number of a word in its normal form, or -1 for one that no chunk holds or may mean. */
  wordNumber(word: string): number;
  /** The vector of a word by its number; null where nothing is known of it. */
  meaningVector(word: number): QuantizedVector | null;
  /** Numbers of the words that a word may mean in the other language, with how surely. */
  forEachTranslation(word: number, take: (stem: number, weight: number) => void): void;
  /** Nearest chunks by cosine similarity, approximate (HNSW). */
  searchVectors(vector: readonly number[], options: IndexSearchOptions): ScoredChunk[];
  /** Exact cosine similarity of given chunks, in their order. */
  vectorScores(vector: readonly number[], chunks: readonly number[]): number[];
  /** Looks terms up in a field, to search and to score by them. */
  keywordQuery(field: KeywordField, terms: readonly QueryTerm[]): KeywordQuery;
  /** Number of chunks that hold a term in a field. */
  documentFrequency(field: KeywordField, term: string): number;
  /** Numbers of the chunks that hold a term in a field, ascending. */
  chunksHolding(field: KeywordField, term: string): number[];
}
