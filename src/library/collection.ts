import path from 'node:path';
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { composeApplication } from '../app/compose.ts';
import { composeIndexer } from '../app/compose-indexer.ts';
import {
  composeGivenModels,
  composeLanguage,
  type GivenModelSettings,
} from '../app/compose-models.ts';
import { readConfig } from '../app/config.ts';
import type { Answer } from '../core/answer.ts';
import type { AnswerEvent } from '../core/answer-event.ts';
import type { Application, SearchResult } from '../core/application.ts';
import type { Article, Language } from '../core/article.ts';
import type { ChatMessage } from '../core/composer.ts';
import { YinzhengError } from '../core/errors.ts';
import type { ArticleFilters } from '../core/filters.ts';
import type { Indexer, IndexerResult, IndexingProgress } from '../core/indexer.ts';
import type { SkippedItem } from '../core/ingest-result.ts';
import type { SummaryLength } from '../core/news-event.ts';

export type { Answer, AnswerSentence } from '../core/answer.ts';
export type { AnswerEvent } from '../core/answer-event.ts';
export type { Application, SearchResult } from '../core/application.ts';
export type { Article, Language } from '../core/article.ts';
export type { Block } from '../core/block.ts';
export type { Citation } from '../core/citation.ts';
export { YinzhengError } from '../core/errors.ts';
export type { ArticleFilters } from '../core/filters.ts';

export interface CollectionSettings {
  /** Folder of the index; made where there is none. */
  readonly dataPath: string;
  /** Files and folders to index; absent opens the index as it is. */
  readonly articles?: string | readonly string[] | undefined;
  /** Any LangChain `Embeddings`; absent means the built-in one, which needs no network. */
  readonly embedder?: EmbeddingsInterface | undefined;
  /** Any LangChain chat model; absent means that answers are the articles' own sentences. */
  readonly chatModel?: GivenModelSettings['chatModel'];
  /** Settings of `.env.example` by name, such as `CHUNK_SIZE`; the environment is not read. */
  readonly settings?: Readonly<Record<string, string>> | undefined;
  readonly onProgress?: ((progress: IndexingProgress) => void) | undefined;
  /** Told of what goes wrong beside requests, and what it was. */
  readonly onFailure?: ((error: unknown, what: string) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface AskSettings {
  readonly filters?: ArticleFilters | undefined;
  /** Earlier turns, oldest first. */
  readonly conversation?: readonly ChatMessage[] | undefined;
  /** The date that "yesterday" is relative to, `YYYY-MM-DD`; absent means the clock's. */
  readonly today?: string | undefined;
  readonly onEvent?: ((event: AnswerEvent) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface SearchSettings extends Pick<AskSettings, 'filters' | 'today' | 'signal'> {
  /** From 1 to 50; 10 when absent. */
  readonly limit?: number | undefined;
}

export interface SummarySettings extends Pick<AskSettings, 'onEvent' | 'signal'> {
  readonly topic?: string | undefined;
  readonly eventId?: string | undefined;
  /** `YYYY-MM-DD`, inclusive. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly language?: Language | undefined;
  readonly length?: SummaryLength | undefined;
}

/** Articles that can be asked. Every citation is exact: `body.slice(start, end) === quote`. */
export interface Collection {
  /** @throws {YinzhengError} `empty-question`, `question-too-long`, `index-missing`, … */
  ask(question: string, settings?: AskSettings): Promise<Answer>;
  /** @throws {YinzhengError} `empty-question`, `question-too-long`, `index-missing` */
  search(query: string, settings?: SearchSettings): Promise<readonly SearchResult[]>;
  /** @throws {YinzhengError} `event-not-found`, `inverted-range`, `invalid-request` */
  summarize(settings: SummarySettings): Promise<Answer>;
  /** @throws {YinzhengError} `article-not-found` */
  article(id: string): Article;
  /** What was left out of the index when this collection was opened, with the reasons. */
  readonly skipped: readonly SkippedItem[];
  /** Everything else: events, stories, timelines, vectors. */
  readonly application: Application;
  close(): Promise<void>;
}

const DEFAULT_LIMIT = 10;

/**
 * Opens a collection of articles: indexes them where they changed since the last time, and loads
 * the index. Answering is done in the thread that asks; `yinzheng/server` serves it over HTTP.
 *
 * @throws {YinzhengError} `nothing-to-index`, `index-missing`, `index-locked`,
 *   `index-write-failed`, `embedding-failed`, `invalid-configuration`
 */
export async function openCollection(settings: CollectionSettings): Promise<Collection> {
  const { articles, onProgress, onFailure: reportFailure, signal } = settings;
  const models = composeGivenModels(settings);
  const paths = typeof articles === 'string' ? [articles] : (articles ?? []);
  const environment = {
    ...settings.settings,
    ...models.settings,
    DATA_PATH: path.resolve(settings.dataPath),
    ARTICLES_PATH: paths[0],
  };
  const config = readConfig(environment, process.cwd());
  const language = composeLanguage(config);
  const loadLanguage = () => language;
  let indexed: IndexerResult | undefined;
  if (paths.length > 0) {
    const indexer = composeIndexer(config, { loadLanguage, embedder: models.embedder });
    if (!(await isCurrent(indexer, paths))) {
      indexed = await indexer.run(paths, { replace: true, onProgress, signal });
    }
    if (indexed?.report === null) {
      const [first] = indexed.ingest.skipped;
      const reason = first === undefined ? 'There is none.' : `${first.path}: ${first.reason}`;
      throw new YinzhengError('nothing-to-index', reason);
    }
  }
  const application = await composeApplication(config, { reportFailure, loadLanguage, models });
  if (application.health().index === null) {
    await application.close();
    throw new YinzhengError('index-missing', `${settings.dataPath} holds no index.`);
  }
  return {
    ask: (question, asked = {}) => {
      const { filters = {}, conversation = [], today, onEvent, signal: stop } = asked;
      const messages = [...conversation, { role: 'user' as const, content: question }];
      return lastOf(() => application.answer({ messages, filters, today, signal: stop }), onEvent);
    },
    async search(query, { filters = {}, limit = DEFAULT_LIMIT, today, signal: stop } = {}) {
      return (await application.search({ query, filters, limit, today, signal: stop })).results;
    },
    summarize: ({ onEvent, language: wanted = 'zh', length = 'standard', ...wish }) =>
      lastOf(() => application.summarize({ ...wish, language: wanted, length }), onEvent),
    article: (id) => application.getArticle(id),
    skipped: indexed?.ingest.skipped ?? [],
    application,
    close: () => application.close(),
  };
}

/** Whether the index is what a run over these paths would make; several are always looked into. */
async function isCurrent(indexer: Indexer, paths: readonly string[]): Promise<boolean> {
  if (paths.length > 1) return false;
  try {
    return (await indexer.state()) === 'current';
  } catch (error) {
    if (error instanceof YinzhengError && error.code === 'index-other-articles') return false;
    throw error;
  }
}

/** The whole answer that a stream ends with. @throws {YinzhengError} the problem that it ends with */
async function lastOf(
  start: () => AsyncIterable<AnswerEvent>,
  onEvent: (event: AnswerEvent) => void = () => {},
): Promise<Answer> {
  for await (const event of start()) {
    onEvent(event);
    if (event.type === 'done') return event.answer;
    if (event.type === 'error') {
      throw new YinzhengError(event.problem.code, event.problem.detail);
    }
  }
  throw new YinzhengError('internal', 'The answer has no end.');
}
