import type { AnswerEvent } from './answer-event.ts';
import type { Article, Language } from './article.ts';
import type { ChatMessage } from './composer.ts';
import type { ArticleFilters } from './filters.ts';
import type {
  EventChanges,
  EventListRequest,
  EventPage,
  NewsEvent,
  PressComparison,
  StoryListRequest,
  StoryPage,
  SummaryRequest,
  TimelinePage,
  TimelineRequest,
} from './news-event.ts';
import type { AppliedDateRange, Passage } from './passage.ts';
import type { AidedWords, ReadingAidRequest, TextAidRequest } from './reading-aid.ts';
import type { IndexDescription, VectorSearch } from './search-index.ts';
import type { AskableQuestion } from './starter-question.ts';

export interface AnswerRequest {
  /** The conversation, oldest first; the last message is the question, from the user. */
  readonly messages: readonly ChatMessage[];
  readonly filters: ArticleFilters;
  /** The date that "yesterday" is relative to, `YYYY-MM-DD`; absent means the clock's. */
  readonly today?: string | undefined;
  /** Language to answer in; absent means that of the question. */
  readonly answerLanguage?: Language | undefined;
  /** `extractive`: no model writes, even where one could. */
  readonly composer?: 'extractive' | undefined;
  /** A model of `Health.models`; absent means the first. */
  readonly model?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface SearchRequest {
  readonly query: string;
  readonly filters: ArticleFilters;
  /** From 1 to 50. */
  readonly limit: number;
  readonly today?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface SearchResult {
  readonly passage: Passage;
  /** Parts of the passage's text that match the query, UTF-16 offsets on the article's body. */
  readonly highlights: readonly { readonly start: number; readonly end: number }[];
  /** Why it ranks where it does, in words, in the query's language. */
  readonly explanation: readonly string[];
}

export interface SearchResponse {
  readonly language: Language;
  readonly dateRange: AppliedDateRange | null;
  readonly nearestDates: readonly string[];
  readonly results: readonly SearchResult[];
  readonly timings: Readonly<Record<string, number>>;
}

export interface ArticleListRequest {
  readonly filters: ArticleFilters;
  /** From 1. */
  readonly page: number;
  /** From 1 to 100. */
  readonly pageSize: number;
}

export interface ArticlePage {
  /** Newest first. */
  readonly articles: readonly Article[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
}

export interface Health {
  readonly index: IndexDescription | null;
  readonly vectorSearch: VectorSearch | null;
  readonly composer: 'extractive' | 'model';
  readonly model: string | null;
  /** The models that a request may name, the default first; empty where answers are extractive. */
  readonly models: readonly string[];
  /** Outlets of the collection with their number of articles, most first. */
  readonly outlets: readonly {
    readonly name: string;
    readonly zh: string;
    readonly en: string;
    readonly articles: number;
  }[];
  readonly covers: { readonly from: string; readonly to: string } | null;
  /** Languages that there are articles of. */
  readonly languages: readonly Language[];
}

/** Whether questions can be answered now, and as well as they should be. */
export type Readiness =
  | { readonly status: 'ready' }
  | {
      readonly status: 'degraded';
      /** What is missing, in a sentence, without secrets. */
      readonly detail: string;
    };

/** A date of an article that needs its publication date to be understood, resolved. */
export interface ArticleDate {
  /** UTF-16 offsets on the article's body, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** First and last day, `YYYY-MM-DD`; equal for a single day. */
  readonly from: string;
  readonly to: string;
}

/** One sense of a Chinese word in the dictionary, for readers. */
export interface WordSense {
  readonly simplified: string;
  readonly traditional: string;
  /** With tone numbers, as CC-CEDICT writes it: `Shang4 hai3`. */
  readonly pinyin: string;
  /** English glosses, in the dictionary's order. */
  readonly glosses: readonly string[];
}

/**
 * Everything the outside can ask for; what `serve/` and the command line call. Where a signal is
 * taken, aborting it ends the wait for a turn and the work, and what was asked rejects.
 */
export interface Application {
  /**
   * Answers a question. Bad input throws at once, failures later while iterating; transports make
   * an `error` event of them. Stopping the iteration, or aborting the signal, stops the work.
   * @throws {YinzhengError} `empty-question`, `question-too-long`, `invalid-request`, `index-*`
   */
  answer(request: AnswerRequest): AsyncIterable<AnswerEvent>;
  /** @throws {YinzhengError} `empty-question`, `question-too-long`, `index-*` */
  search(request: SearchRequest): Promise<SearchResponse>;
  listArticles(request: ArticleListRequest): ArticlePage;
  /** @throws {YinzhengError} `article-not-found` */
  getArticle(id: string): Article;
  /** Relative dates of an article, in order. @throws {YinzhengError} `article-not-found` */
  articleDates(id: string, signal?: AbortSignal): Promise<readonly ArticleDate[]>;
  listEvents(request: EventListRequest): EventPage;
  listStories(request: StoryListRequest): StoryPage;
  /** An event or a story. @throws {YinzhengError} `event-not-found` */
  getEvent(id: string): NewsEvent;
  /**
   * A cited summary, in the same events as an answer.
   * @throws {YinzhengError} `event-not-found`, `inverted-range`, `invalid-request`, before the first event
   */
  summarize(request: SummaryRequest): AsyncIterable<AnswerEvent>;
  /** @throws {YinzhengError} `event-not-found`, `inverted-range` */
  timeline(request: TimelineRequest): Promise<TimelinePage>;
  /** @throws {YinzhengError} `event-not-found` */
  eventChanges(
    id: string,
    since: string | null,
    language: Language,
    signal?: AbortSignal,
  ): Promise<EventChanges>;
  /** @throws {YinzhengError} `event-not-found`, `invalid-request` when a side has no article */
  comparePresses(
    id: string,
    left: string,
    right: string,
    language: Language,
    signal?: AbortSignal,
  ): Promise<PressComparison>;
  /**
   * Vectors of texts, by the embedder that questions are searched with.
   * @throws {YinzhengError} `embedding-failed`
   */
  embed(texts: readonly string[], signal?: AbortSignal): Promise<readonly (readonly number[])[]>;
  /** Senses of a simplified or traditional Chinese word; empty when it is unknown. */
  lookUpWord(word: string, signal?: AbortSignal): Promise<readonly WordSense[]>;
  /**
   * What words of an article mean, for who reads the other language.
   * @throws {YinzhengError} `article-not-found`
   */
  readingAid(request: ReadingAidRequest): Promise<readonly AidedWords[]>;
  /** What the words of short texts mean to a reader of the other language, for each text in order. */
  textAid(request: TextAidRequest): Promise<readonly (readonly string[])[]>;
  /** Questions that the articles should answer, for somebody to ask and see. */
  askableQuestions(language: Language): Promise<readonly AskableQuestion[]>;
  /** Never throws. */
  health(): Health;
  /** Resolves when a question could be answered now. @throws {YinzhengError} `index-*` otherwise */
  ready(): Promise<Readiness>;
  close(): Promise<void>;
}
