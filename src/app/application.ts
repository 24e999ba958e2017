import type { AnswerEvent } from '../core/answer-event.ts';
import type {
  AnswerRequest,
  Application,
  ArticleDate,
  Readiness,
  SearchRequest,
  SearchResponse,
  SearchResult,
} from '../core/application.ts';
import type { Article, Language } from '../core/article.ts';
import { requireOrderedRange } from '../core/date-range.ts';
import { YinzhengError } from '../core/errors.ts';
import type { Passage, Retriever } from '../core/passage.ts';
import type { AidedWords, ReadingAidRequest, TextAidRequest } from '../core/reading-aid.ts';
import type { SearchIndex } from '../core/search-index.ts';
import type { AskableQuestion } from '../core/starter-question.ts';
import { createCatalogReads } from './catalog.ts';
import type { ChatModels } from './chat-models.ts';
import { boundConversation, type ConversationLimits } from './conversation.ts';

/** The stages that an application is made of; `compose.ts` chooses them. */
export interface ApplicationParts {
  readonly events: Pick<Application, 'summarize' | 'timeline' | 'eventChanges' | 'comparePresses'>;
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
  readonly embed: Application['embed'];
  readonly readingAid: (request: ReadingAidRequest) => readonly AidedWords[];
  readonly textAid: (request: TextAidRequest) => readonly (readonly string[])[];
  readonly askableQuestions: (language: Language) => readonly AskableQuestion[];
  readonly lookUpWord: (word: string) => Awaited<ReturnType<Application['lookUpWord']>>;
  /** Whether what answers is as good as it should be. */
  readonly readiness: () => Readiness;
  /** The calendar day, `YYYY-MM-DD`, that "today" means when a request does not say. */
  readonly today: () => string;
  readonly limits: ConversationLimits;
  /** The models that write. */
  readonly chatModels: ChatModels;
  readonly close: () => Promise<void>;
}

/** Everything the outside can ask for, over stages that are passed in. */
export function createApplication(parts: ApplicationParts): Application {
  const { currentIndex, limits } = parts;
  const catalog = createCatalogReads(currentIndex, parts.chatModels.names);

  return {
    ...catalog,

    answer(request) {
      const messages = requireConversation(request, limits);
      parts.chatModels.requireOffered(request.model);
      currentIndex();
      return parts.answerQuestion({ ...request, messages, today: request.today ?? parts.today() });
    },

    async search(request) {
      requireSearch(request, limits);
      currentIndex();
      return searchPassages(request, parts);
    },

    articleDates: async (id) => parts.datesOf(catalog.getArticle(id)),

    ...parts.events,

    embed: parts.embed,

    lookUpWord: async (word) => parts.lookUpWord(word),

    async readingAid(request) {
      catalog.getArticle(request.articleId);
      return parts.readingAid(request);
    },

    textAid: async (request) => parts.textAid(request),

    askableQuestions: async (language) => {
      currentIndex();
      return parts.askableQuestions(language);
    },

    async ready() {
      currentIndex();
      return parts.readiness();
    },

    close: parts.close,
  };
}

/**
 * What is asked of an answer, checked: the conversation within its limits.
 * @throws {YinzhengError} `invalid-request`, `empty-question`, `question-too-long`,
 *   `conversation-too-long`, `inverted-range`
 */
export function requireConversation(
  { messages, filters }: AnswerRequest,
  limits: ConversationLimits,
): AnswerRequest['messages'] {
  const question = messages.at(-1);
  if (question?.role !== 'user') {
    throw new YinzhengError(
      'invalid-request',
      `The last message was expected to be the user's; ${question === undefined ? 'there is no message' : `it is the ${question.role}'s`}.`,
      { field: 'messages' },
    );
  }
  requireQuestion(question.content, limits.questionLimit);
  requireOrderedRange(filters);
  return boundConversation(messages, limits);
}

/** @throws {YinzhengError} `empty-question`, `question-too-long`, `inverted-range` */
export function requireSearch(
  { query, filters }: SearchRequest,
  { questionLimit }: ConversationLimits,
): void {
  requireQuestion(query, questionLimit);
  requireOrderedRange(filters);
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
  const { query: text, filters, limit, signal } = request;
  const query = { text, language, filters, limit, today: request.today ?? today() };
  const retrieval = await retriever.retrieve(query, signal);
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
