import type { AnswerEvent } from '../core/answer-event.ts';
import type {
  AnswerRequest,
  Application,
  ArticleDate,
  ArticleListRequest,
  ArticlePage,
  Health,
  SearchRequest,
  SearchResponse,
  SearchResult,
} from '../core/application.ts';
import type { Article, Language } from '../core/article.ts';
import { countOutlets, coveredDates, newestFirst } from '../core/collection.ts';
import { requireOrderedRange } from '../core/date-range.ts';
import { YinzhengError } from '../core/errors.ts';
import { failedFilters } from '../core/filters.ts';
import type { Passage, Retriever } from '../core/passage.ts';
import type { SearchIndex } from '../core/search-index.ts';

/** The stages that an application is made of; `compose.ts` chooses them. */
export interface ApplicationParts {
  readonly events: Pick<
    Application,
    | 'listEvents'
    | 'listStories'
    | 'getEvent'
    | 'summarize'
    | 'timeline'
    | 'eventChanges'
    | 'comparePresses'
  >;
  /** The index of this moment. @throws {YinzhengError} `index-*` when there is none */
  readonly currentIndex: () => SearchIndex;
  readonly answerQuestion: (
    request: AnswerRequest & { readonly today: string },
  ) => AsyncIterable<AnswerEvent>;
  readonly retriever: Retriever;
  readonly detectLanguage: (text: string) => Language;
  /** Why a passage ranks where it does, one sentence each. */
  readonly explainRanking: (passage: Passage, language: Language) => readonly string[];
  /** Spans of an article's body, within the passage, that match the query. */
  readonly highlightMatches: (
    query: string,
    passage: Passage,
  ) => readonly { readonly start: number; readonly end: number }[];
  /** Relative dates of an article, resolved. */
  readonly datesOf: (article: Article) => readonly ArticleDate[];
  readonly lookUpWord: Application['lookUpWord'];
  /** The calendar day, `YYYY-MM-DD`, that "today" means when a request does not say. */
  readonly today: () => string;
  /** Longest question, in UTF-16 code units. */
  readonly questionLimit: number;
  /** Name of the model that writes, or null when answers are extractive. */
  readonly chatModelName: string | null;
  readonly close: () => Promise<void>;
}

/** Everything the outside can ask for, over stages that are passed in. */
export function createApplication(parts: ApplicationParts): Application {
  const { currentIndex, questionLimit } = parts;

  function getArticle(id: string): Article {
    const article = currentIndex().article(id);
    if (article === undefined) {
      throw new YinzhengError('article-not-found', `No article has the id "${id.slice(0, 80)}".`);
    }
    return article;
  }

  return {
    answer(request) {
      const question = request.messages.at(-1);
      if (question?.role !== 'user') {
        throw new YinzhengError(
          'invalid-request',
          `The last message was expected to be the user's; ${question === undefined ? 'there is no message' : `it is the ${question.role}'s`}.`,
          { field: 'messages' },
        );
      }
      requireQuestion(question.content, questionLimit);
      requireOrderedRange(request.filters);
      currentIndex();
      return parts.answerQuestion({ ...request, today: request.today ?? parts.today() });
    },

    async search(request) {
      requireQuestion(request.query, questionLimit);
      requireOrderedRange(request.filters);
      currentIndex();
      return searchPassages(request, parts);
    },

    listArticles(request) {
      requireOrderedRange(request.filters);
      return pageOfArticles(currentIndex().articles, request);
    },

    getArticle,

    articleDates: (id) => parts.datesOf(getArticle(id)),

    ...parts.events,

    lookUpWord: parts.lookUpWord,

    health() {
      return describeHealth(parts);
    },

    async ready() {
      currentIndex();
    },

    close: parts.close,
  };
}

function requireQuestion(text: string, limit: number): void {
  if (text.trim() === '') {
    throw new YinzhengError('empty-question', 'A question was expected; only white space came.');
  }
  if (text.length > limit) {
    throw new YinzhengError(
      'question-too-long',
      `At most ${limit} characters were expected; ${text.length} came.`,
    );
  }
}

async function searchPassages(
  request: SearchRequest,
  { retriever, detectLanguage, explainRanking, highlightMatches, today }: ApplicationParts,
): Promise<SearchResponse> {
  const language = detectLanguage(request.query);
  const retrieval = await retriever.retrieve({
    text: request.query,
    language,
    filters: request.filters,
    limit: request.limit,
    today: request.today ?? today(),
  });
  const results = retrieval.passages.map(
    (passage): SearchResult => ({
      passage,
      highlights: highlightMatches(request.query, passage),
      explanation: explainRanking(passage, language),
    }),
  );
  const { dateRange, nearestDates, timings } = retrieval;
  return { language, dateRange, nearestDates, results, timings };
}

function pageOfArticles(
  articles: readonly Article[],
  { filters, page, pageSize }: ArticleListRequest,
): ArticlePage {
  const matching = newestFirst(
    articles.filter((article) => failedFilters(article, filters).length === 0),
  );
  const start = (page - 1) * pageSize;
  return {
    articles: matching.slice(start, start + pageSize),
    total: matching.length,
    page,
    pageSize,
  };
}

function describeHealth({ currentIndex, chatModelName }: ApplicationParts): Health {
  const composer = chatModelName === null ? 'extractive' : 'model';
  try {
    const { articles, description } = currentIndex();
    return {
      index: description,
      composer,
      model: chatModelName,
      outlets: countOutlets(articles),
      covers: coveredDates(articles),
    };
  } catch (error) {
    if (!(error instanceof YinzhengError)) throw error;
    return { index: null, composer, model: chatModelName, outlets: [], covers: null };
  }
}
