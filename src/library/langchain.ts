import { Document } from '@langchain/core/documents';
import { Embeddings } from '@langchain/core/embeddings';
import { BaseRetriever, type BaseRetrieverInput } from '@langchain/core/retrievers';
import { VectorStore } from '@langchain/core/vectorstores';
import type { Language } from '../core/article.ts';
import type { ArticleFilters } from '../core/filters.ts';
import type { Passage } from '../core/passage.ts';
import type { Collection } from './collection.ts';

/** What a retrieved document says of its origin; `body.slice(start, end)` is its page content. */
export interface PassageMetadata {
  readonly articleId: string;
  readonly title: string;
  /** The outlet's name as the article gives it. */
  readonly source: string;
  readonly publishedAt: string | null;
  readonly language: Language;
  readonly url: string | null;
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

export interface PassageRetrieverInput extends BaseRetrieverInput {
  readonly collection: Pick<Collection, 'search'>;
  readonly filters?: ArticleFilters;
  /** Most documents; 8 when absent. */
  readonly limit?: number;
}

const DEFAULT_LIMIT = 8;

function documentOf({ chunk, article, score }: Passage): Document<PassageMetadata> {
  return new Document({
    id: chunk.id,
    pageContent: chunk.text,
    metadata: {
      articleId: article.id,
      title: article.title,
      source: article.outlet.name,
      publishedAt: article.publishedAt,
      language: article.language,
      url: article.url,
      start: chunk.start,
      end: chunk.end,
      score,
    },
  });
}

/** The hybrid search of a collection as LangChain's retriever, for any chain. */
export class PassageRetriever extends BaseRetriever<PassageMetadata> {
  override lc_namespace = ['yinzheng', 'retrievers'];
  readonly #input: PassageRetrieverInput;

  constructor(input: PassageRetrieverInput) {
    super(input);
    this.#input = input;
  }

  static override lc_name(): string {
    return 'PassageRetriever';
  }

  override async _getRelevantDocuments(query: string): Promise<Document<PassageMetadata>[]> {
    const { collection, filters = {}, limit = DEFAULT_LIMIT } = this.#input;
    const results = await collection.search(query, { filters, limit });
    return results.map(({ passage }) => documentOf(passage));
  }
}

/** The embedder of a collection as LangChain's, for whatever else takes one. */
export class CollectionEmbeddings extends Embeddings {
  readonly #collection: Pick<Collection, 'application'>;

  constructor(collection: Pick<Collection, 'application'>) {
    super({});
    this.#collection = collection;
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    const vectors = await this.#collection.application.embed(texts);
    return vectors.map((vector) => [...vector]);
  }

  override async embedQuery(text: string): Promise<number[]> {
    const [vector = []] = await this.embedDocuments([text]);
    return vector;
  }
}

/**
 * A collection seen as a vector store, to read from: whatever takes a store of LangChain searches
 * it, by words and vectors both. Articles come in through `openCollection` alone.
 */
export class CollectionVectorStore extends VectorStore {
  declare FilterType: ArticleFilters;
  readonly #collection: Pick<Collection, 'application' | 'search'>;

  constructor(collection: Pick<Collection, 'application' | 'search'>) {
    super(new CollectionEmbeddings(collection), {});
    this.#collection = collection;
  }

  override _vectorstoreType(): string {
    return 'yinzheng';
  }

  override async similaritySearch(
    query: string,
    limit = DEFAULT_LIMIT,
    filters: ArticleFilters = {},
  ): Promise<Document<PassageMetadata>[]> {
    const found = await this.similaritySearchWithScore(query, limit, filters);
    return found.map(([document]) => document);
  }

  override async similaritySearchWithScore(
    query: string,
    limit = DEFAULT_LIMIT,
    filters: ArticleFilters = {},
  ): Promise<[Document<PassageMetadata>, number][]> {
    const results = await this.#collection.search(query, { limit, filters });
    return results.map(({ passage }) => [documentOf(passage), passage.score]);
  }

  /** @throws {Error} always: a search by words and vectors needs the words */
  override async similaritySearchVectorWithScore(): Promise<never> {
    throw new Error('Expected a question in words; got a vector. Call similaritySearch.');
  }

  /** @throws {Error} always */
  override async addVectors(): Promise<never> {
    throw new Error(READ_ONLY);
  }

  /** @throws {Error} always */
  override async addDocuments(): Promise<never> {
    throw new Error(READ_ONLY);
  }
}

const READ_ONLY =
  'The store is read-only. Put articles into the folder that the collection is made of, and open it again.';
