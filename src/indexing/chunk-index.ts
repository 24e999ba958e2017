import type { Article, Chunk } from '../core/article.ts';
import type { NewsEvent } from '../core/news-event.ts';
import type {
  IndexDescription,
  IndexSearchOptions,
  KeywordField,
  QueryTerm,
  ScoredChunk,
  SearchIndex,
} from '../core/search-index.ts';
import type { KeywordIndex } from './keyword/keyword-index.ts';
import type { VectorIndex } from './vector/vector-index.ts';

export interface ChunkIndexParts {
  readonly description: IndexDescription;
  readonly articles: readonly Article[];
  /** Chunks of one article stand together, in order of their place in it. */
  readonly chunks: readonly Chunk[];
  readonly events?: readonly NewsEvent[] | undefined;
  readonly keywords: KeywordIndex;
  readonly vectors: VectorIndex;
}

/** A search index over parts that were built or loaded before. */
export class ChunkIndex implements SearchIndex {
  readonly description: IndexDescription;
  readonly articles: readonly Article[];
  readonly chunks: readonly Chunk[];
  readonly events: readonly NewsEvent[];
  readonly #keywords: KeywordIndex;
  readonly #vectors: VectorIndex;
  readonly #articlesById: ReadonlyMap<string, Article>;
  readonly #articleOfChunk: readonly Article[];
  readonly #chunksOfArticle = new Map<string, number[]>();

  /** @throws {RangeError} when a chunk names an article that is not there */
  constructor({ description, articles, chunks, events, keywords, vectors }: ChunkIndexParts) {
    this.description = description;
    this.articles = articles;
    this.chunks = chunks;
    this.events = events ?? [];
    this.#keywords = keywords;
    this.#vectors = vectors;
    this.#articlesById = new Map(articles.map((article) => [article.id, article]));
    this.#articleOfChunk = chunks.map(({ id, articleId }, number) => {
      const article = this.#articlesById.get(articleId);
      if (article === undefined) {
        throw new RangeError(`Chunk ${id} names article ${articleId}, which is not there.`);
      }
      const numbers = this.#chunksOfArticle.get(articleId);
      if (numbers === undefined) this.#chunksOfArticle.set(articleId, [number]);
      else numbers.push(number);
      return article;
    });
  }

  article(id: string): Article | undefined {
    return this.#articlesById.get(id);
  }

  articleOf(chunk: number): Article {
    const article = this.#articleOfChunk[chunk];
    if (article === undefined) {
      throw new RangeError(`Chunk numbers run from 0 to ${this.chunks.length - 1}; got ${chunk}.`);
    }
    return article;
  }

  chunksOf(articleId: string): readonly number[] {
    return this.#chunksOfArticle.get(articleId) ?? [];
  }

  searchVectors(vector: readonly number[], options: IndexSearchOptions): ScoredChunk[] {
    return this.#vectors.search(vector, options);
  }

  vectorScores(vector: readonly number[], chunks: readonly number[]): number[] {
    return this.#vectors.scores(vector, chunks);
  }

  searchKeywords(
    field: KeywordField,
    terms: readonly QueryTerm[],
    options: IndexSearchOptions,
  ): ScoredChunk[] {
    return this.#keywords[field].search(terms, options);
  }

  keywordScores(
    field: KeywordField,
    terms: readonly QueryTerm[],
    chunks: readonly number[],
  ): number[] {
    return this.#keywords[field].scores(terms, chunks);
  }

  documentFrequency(field: KeywordField, term: string): number {
    return this.#keywords[field].documentFrequency(term);
  }
}
