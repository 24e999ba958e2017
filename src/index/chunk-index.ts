import type { Article, Chunk, Language } from '../core/article.ts';
import type { DetectedEvents } from '../core/event-detection.ts';
import { memoize } from '../core/memoize.ts';
import type { NewsEvent, NewsStory } from '../core/news-event.ts';
import type {
  ByField,
  IndexDescription,
  IndexSearchOptions,
  KeywordField,
  KeywordQuery,
  QueryTerm,
  ScoredChunk,
  SearchIndex,
  VectorSearch,
} from '../core/search-index.ts';
import type { Sentence } from '../core/sentence.ts';
import type { QuantizedVector } from '../core/vectors.ts';
import { articlesInOrder } from './articles-in-order.ts';
import { type ChunkRange, EMPTY_RANGE, type RangeSearchOptions } from './chunk-range.ts';
import type { KeywordField as IndexedField } from './keyword/keyword-field.ts';
import type { OrderedChunk } from './ordered-chunk.ts';
import type { Sentences } from './sentences/sentences.ts';
import type { VectorIndex } from './vector/vector-index.ts';
import type { Words } from './words/words.ts';

/** Articles whose sentences stay in memory, in some 30 MB. */
const MAX_ARTICLES_KEPT = 200;

/** The sentences of an article. */
interface ReadArticle {
  readonly sentences: readonly Sentence[];
  readonly title: readonly Sentence[];
}

export interface ChunkIndexParts {
  readonly description: IndexDescription;
  readonly vectorSearch: VectorSearch;
  readonly articles: readonly Article[];
  /** Chunks of one article stand together, in order of their place in it; see `orderByLanguage`. */
  readonly chunks: readonly OrderedChunk[];
  readonly ranges: ReadonlyMap<Language, ChunkRange>;
  /** Events and stories, worked out when first asked for. */
  readonly detected: () => DetectedEvents;
  readonly keywords: ByField<IndexedField>;
  readonly words: Words;
  /** By the places of the articles in `articlesInOrder`. */
  readonly sentences: Sentences;
  readonly vectors: VectorIndex;
}

/** A search index over parts that were built or loaded before. */
export class ChunkIndex implements SearchIndex {
  readonly description: IndexDescription;
  readonly vectorSearch: VectorSearch;
  readonly articles: readonly Article[];
  readonly chunks: readonly Chunk[];
  readonly languages: readonly Language[];
  readonly #detect: () => DetectedEvents;
  #detected: DetectedEvents | null = null;
  readonly #ranges: ReadonlyMap<Language, ChunkRange>;
  readonly #keywords: ByField<IndexedField>;
  readonly #words: Words;
  readonly #sentences: Sentences;
  readonly #articlesInOrder: readonly Article[];
  readonly #numbersOfArticles: ReadonlyMap<string, number>;
  readonly #kept: (articleId: string) => ReadArticle;
  readonly #vectors: VectorIndex;
  readonly #articlesById: ReadonlyMap<string, Article>;
  readonly #articleOfChunk: readonly Article[];
  readonly #chunksOfArticle = new Map<string, number[]>();

  constructor(parts: ChunkIndexParts) {
    this.description = parts.description;
    this.vectorSearch = parts.vectorSearch;
    this.articles = parts.articles;
    this.chunks = parts.chunks.map(({ chunk }) => chunk);
    this.languages = [...parts.ranges.keys()];
    this.#detect = parts.detected;
    this.#ranges = parts.ranges;
    this.#keywords = parts.keywords;
    this.#words = parts.words;
    this.#sentences = parts.sentences;
    const inOrder = articlesInOrder(parts.articles, parts.chunks);
    this.#articlesInOrder = inOrder.map(({ article }) => article);
    this.#numbersOfArticles = new Map(inOrder.map(({ article: { id } }, number) => [id, number]));
    this.#kept = memoize((id) => this.#readArticle(id), MAX_ARTICLES_KEPT / 2);
    this.#vectors = parts.vectors;
    this.#articlesById = new Map(parts.articles.map((article) => [article.id, article]));
    this.#articleOfChunk = parts.chunks.map(({ article }) => article);
    for (const [number, { id }] of this.#articleOfChunk.entries()) {
      const numbers = this.#chunksOfArticle.get(id);
      if (numbers === undefined) this.#chunksOfArticle.set(id, [number]);
      else numbers.push(number);
    }
  }

  get events(): readonly NewsEvent[] {
    this.#detected ??= this.#detect();
    return this.#detected.events;
  }

  get stories(): readonly NewsStory[] {
    this.#detected ??= this.#detect();
    return this.#detected.stories;
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

  sentencesOf(articleId: string): readonly Sentence[] {
    return this.#kept(articleId).sentences;
  }

  titleSentencesOf(articleId: string): readonly Sentence[] {
    return this.#kept(articleId).title;
  }

  datedArticles(from: string, to: string): ReadonlySet<string> {
    const ids = new Set<string>();
    for (const number of this.#sentences.dated(from, to)) {
      ids.add((this.#articlesInOrder[number] as Article).id);
    }
    return ids;
  }

  sentenceWordsOf(chunk: number): readonly Uint32Array[] {
    const { id } = this.articleOf(chunk);
    return this.#sentences.contentWords(
      this.#numbersOfArticles.get(id) as number,
      this.chunks[chunk] as Chunk,
    );
  }

  wordNumber(word: string): number {
    return this.#words.dictionary.numberOf(word);
  }

  meaningVector(word: number): QuantizedVector | null {
    return this.#words.meanings.vectorOf(word);
  }

  forEachTranslation(word: number, take: (stem: number, weight: number) => void): void {
    this.#words.translations.forEach(word, take);
  }

  searchVectors(vector: readonly number[], options: IndexSearchOptions): ScoredChunk[] {
    return this.#vectors.search(vector, this.#inRange(options));
  }

  vectorScores(vector: readonly number[], chunks: readonly number[]): number[] {
    return this.#vectors.scores(vector, chunks);
  }

  keywordQuery(field: KeywordField, terms: readonly QueryTerm[]): KeywordQuery {
    const query = this.#keywords[field].query(terms);
    return {
      ceiling: query.ceiling,
      search: (options) => query.search(this.#inRange(options)),
      scores: (chunks) => query.scores(chunks),
    };
  }

  documentFrequency(field: KeywordField, term: string): number {
    return this.#keywords[field].documentFrequency(term);
  }

  chunksHolding(field: KeywordField, term: string): number[] {
    return this.#keywords[field].chunksHolding(term);
  }

  #readArticle(articleId: string): ReadArticle {
    const number = this.#numbersOfArticles.get(articleId);
    const article = this.#articlesById.get(articleId);
    if (number === undefined || article === undefined) return { sentences: [], title: [] };
    return {
      sentences: this.#sentences.sentencesOf(number, article),
      title: this.#sentences.titleSentencesOf(number, article),
    };
  }

  #inRange({ limit, language, accept }: IndexSearchOptions): RangeSearchOptions {
    if (language === undefined) return { limit, accept };
    return { limit, range: this.#ranges.get(language) ?? EMPTY_RANGE, accept };
  }
}
