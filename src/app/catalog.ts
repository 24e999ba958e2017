import type { ArticleListRequest, ArticlePage, Health } from '../core/application.ts';
import type { Article } from '../core/article.ts';
import { factsOf } from '../core/collection.ts';
import { requireOrderedRange } from '../core/date-range.ts';
import { YinzhengError } from '../core/errors.ts';
import { createFilterTest } from '../core/filters.ts';
import type {
  EventListRequest,
  EventPage,
  NewsEvent,
  StoryListRequest,
  StoryPage,
} from '../core/news-event.ts';
import type { SearchIndex } from '../core/search-index.ts';
import { listEvents, listStories } from '../events/event-list.ts';
import { requireEvent } from '../events/find-event.ts';

/** The part of an index that lists are made from; no words, no vectors. */
export type Catalog = Pick<
  SearchIndex,
  'description' | 'vectorSearch' | 'articles' | 'events' | 'stories' | 'article'
>;

/**
 * What can be read of a collection without understanding any language: its lists, its articles,
 * its health. Each read takes well under a millisecond where nothing is filtered.
 */
export interface CatalogReads {
  listArticles(request: ArticleListRequest): ArticlePage;
  /** @throws {YinzhengError} `article-not-found` */
  getArticle(id: string): Article;
  listEvents(request: EventListRequest): EventPage;
  listStories(request: StoryListRequest): StoryPage;
  /** @throws {YinzhengError} `event-not-found` */
  getEvent(id: string): NewsEvent;
  health(): Health;
}

/**
 * @param current the catalogue of this moment. @throws {YinzhengError} `index-*` when there is none
 * @param chatModels names of the models that write, the default first; none when answers are extractive
 */
export function createCatalogReads(
  current: () => Catalog,
  chatModels: () => readonly string[],
): CatalogReads {
  return {
    listArticles: (request) => pageOfArticles(current().articles, request),
    getArticle(id) {
      const article = current().article(id);
      if (article !== undefined) return article;
      throw new YinzhengError('article-not-found', `No article has the id "${id.slice(0, 80)}".`);
    },
    listEvents: (request) => listEvents(current(), request),
    listStories: (request) => listStories(current(), request),
    getEvent: (id) => requireEvent(current(), id),
    health: () => describeHealth(current, chatModels()),
  };
}

function pageOfArticles(
  articles: readonly Article[],
  { filters, page, pageSize }: ArticleListRequest,
): ArticlePage {
  requireOrderedRange(filters);
  const { newestFirst } = factsOf(articles);
  const isFiltered = Object.values(filters).some((value) => value !== undefined);
  const matching = isFiltered ? newestFirst.filter(createFilterTest(filters)) : newestFirst;
  const start = (page - 1) * pageSize;
  return {
    articles: matching.slice(start, start + pageSize),
    total: matching.length,
    page,
    pageSize,
  };
}

function describeHealth(current: () => Catalog, models: readonly string[]): Health {
  const [model = null] = models;
  const writing = { composer: model === null ? 'extractive' : 'model', model, models } as const;
  try {
    const { articles, description, vectorSearch } = current();
    const { outlets, covers, languages } = factsOf(articles);
    return { index: description, vectorSearch, ...writing, outlets, covers, languages };
  } catch (error) {
    if (!(error instanceof YinzhengError)) throw error;
    return {
      index: null,
      vectorSearch: null,
      ...writing,
      outlets: [],
      covers: null,
      languages: [],
    };
  }
}
