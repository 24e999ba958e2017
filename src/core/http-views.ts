import { type PassageView, viewPassage } from './answer.ts';
import type { ArticleDate, ArticlePage, SearchResponse, SearchResult } from './application.ts';
import type { Article } from './article.ts';
import type { NewsEvent } from './news-event.ts';
import type { PassageTrace } from './passage.ts';
import type { IndexingStatus } from './uploads.ts';

/** An article in a list, as it goes over the wire: the beginning of its body for the body. */
export interface ArticleSummary extends Omit<Article, 'body' | 'origin'> {
  /** At most `EXCERPT_LENGTH` UTF-16 code units, never half a character. */
  readonly excerpt: string;
}

/** What `GET /api/articles/:id` returns. */
export interface ArticleView extends Article {
  readonly dates: readonly ArticleDate[];
}

/** What `GET /api/articles` returns. */
export interface ArticlePageView extends Omit<ArticlePage, 'articles'> {
  readonly articles: readonly ArticleSummary[];
}

/** A search result as it goes over the wire. */
export interface SearchResultView extends Pick<SearchResult, 'highlights'> {
  readonly passage: PassageView;
  /** Present when it was asked for, like `trace`. */
  readonly explanation?: readonly string[];
  readonly trace?: PassageTrace;
}

/** What `GET /api/search` returns. */
export interface SearchView extends Omit<SearchResponse, 'results'> {
  readonly results: readonly SearchResultView[];
}

/** What `GET /api/events/:id` returns. */
export interface EventView extends NewsEvent {
  /** Its articles, then their reprints. */
  readonly articles: readonly ArticleSummary[];
}

/** What `GET /api/collection` returns. */
export interface CollectionState {
  /** Generation of the index that answers, or null. */
  readonly generation: string | null;
  /** SHA-256 of its manifest, which has that of every file; null where it cannot be told. */
  readonly sha256: string | null;
  readonly articles: number;
  /** Whether news can be brought in the page. */
  readonly uploads: boolean;
  readonly indexing: IndexingStatus;
}

const EXCERPT_LENGTH = 200;

export function viewArticlePage(page: ArticlePage): ArticlePageView {
  return { ...page, articles: page.articles.map(summarizeArticle) };
}

export function viewEvent(event: NewsEvent, articles: readonly Article[]): EventView {
  return { ...event, articles: articles.map(summarizeArticle) };
}

/** @param explain whether each result says why it ranks where it does */
export function viewSearch(response: SearchResponse, explain: boolean): SearchView {
  const results = response.results.map(({ passage, highlights, explanation }) => ({
    passage: viewPassage(passage, response.language),
    highlights,
    ...(explain ? { explanation, trace: passage.trace } : {}),
  }));
  return { ...response, results };
}

function summarizeArticle({ body, origin: _, ...kept }: Article): ArticleSummary {
  const cut = body.slice(0, EXCERPT_LENGTH);
  // A high surrogate at the end has lost its other half.
  return { ...kept, excerpt: /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut };
}
