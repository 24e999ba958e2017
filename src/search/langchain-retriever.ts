import type { CallbackManagerForRetrieverRun } from '@langchain/core/callbacks/manager';
import { Document } from '@langchain/core/documents';
import { BaseRetriever, type BaseRetrieverInput } from '@langchain/core/retrievers';
import type { Language } from '../core/article.ts';
import type { ArticleFilters } from '../core/filters.ts';
import type { Passage, Retriever } from '../core/passage.ts';

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
  readonly retriever: Retriever;
  readonly detectLanguage: (text: string) => Language;
  /** The date that "yesterday" is relative to, `YYYY-MM-DD`. */
  readonly today: () => string;
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

/** Our retriever as LangChain's, so that it drops into any chain. */
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

  override async _getRelevantDocuments(
    query: string,
    _runManager?: CallbackManagerForRetrieverRun,
  ): Promise<Document<PassageMetadata>[]> {
    const { retriever, detectLanguage, today, filters = {}, limit = DEFAULT_LIMIT } = this.#input;
    const { passages } = await retriever.retrieve({
      text: query,
      language: detectLanguage(query),
      filters,
      limit,
      today: today(),
    });
    return passages.map(documentOf);
  }
}
