import { existsSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import path from 'node:path';
import type { Logger } from 'pino';
import { approximateTokens } from '../answer/model/approximate-tokens.ts';
import type { Application } from '../core/application.ts';
import type { StarterQuestions } from '../core/starter-question.ts';
import type { NewsUploads } from '../core/uploads.ts';
import { readPointer } from '../index/snapshot/current-generation.ts';
import { createHttpApp, type HttpAppSettings } from '../serve/http-app.ts';
import { type HttpServer, probePort, startServer } from '../serve/http-server.ts';
import { createBackgroundIndexing } from './background-indexing.ts';
import { type ApplicationOptions, composeApplication } from './compose.ts';
import { type Config, uploadsFolder } from './config.ts';
import { createFeedbackLog } from './feedback-log.ts';
import { fetchSourcesAgain } from './fetch-sources.ts';
import { keepInStep } from './keep-in-step.ts';
import { createNewsUploads } from './news-uploads.ts';
import { createPooledApplication, type PooledParts } from './pool/pooled-application.ts';
import { logQuestions } from './question-log.ts';
import { warmUp } from './warm-up.ts';

/** Where `npm run build:web` puts the page. */
const WEB_ROOT = path.resolve(import.meta.dirname, '../../dist/web');

/** Everything that is served of an application, the page too where it has been built. */
export function composeHttpApp(
  application: Application,
  settings: Omit<HttpAppSettings, 'application' | 'countTokens'>,
): RequestListener {
  const page = existsSync(WEB_ROOT) ? { webRoot: WEB_ROOT } : {};
  return createHttpApp({ ...page, ...settings, application, countTokens: approximateTokens });
}

export interface ServedParts extends PooledParts, Pick<ApplicationOptions, 'loadLanguage'> {}

/**
 * The application of a server: its work is done by worker threads, unless none are wanted.
 * @throws {YinzhengError} `index-damaged`, `index-format`, `index-embedder`
 */
export async function composeServedApplication(
  config: Config,
  { loadLanguage, ...parts }: ServedParts,
): Promise<Application> {
  if (config.answering.workers > 0) return createPooledApplication(config, parts);
  const { reportFailure, update } = parts;
  await update;
  const application = await composeApplication(config, { reportFailure, loadLanguage });
  await warmUp({ application, config, reportFailure });
  return application;
}

/** What is served beside the application. */
export interface ServedBeside {
  readonly starterQuestions?: StarterQuestions;
  readonly uploads?: NewsUploads | undefined;
}

/** What readers may bring news to, or undefined where the configuration takes none. */
export async function composeUploads(
  config: Config,
  application: Application,
  reportFailure: (error: unknown, what: string) => void,
): Promise<NewsUploads | undefined> {
  if (config.uploads === null) return undefined;
  const indexing = createBackgroundIndexing(config, uploadsFolder(config), reportFailure);
  return await createNewsUploads({ config, limits: config.uploads, application, indexing });
}

/** What keeps the index in step with folders and sources, or null where nobody asked for it. */
export function composeSyncing(
  config: Config,
  logger: Logger,
  reportFailure: (error: unknown, what: string) => void,
): ReturnType<typeof keepInStep> | null {
  if (config.syncEveryMs === null) return null;
  return keepInStep({
    everyMs: config.syncEveryMs,
    fetchAgain: () =>
      fetchSourcesAgain(config, ({ address, pages, failed }) => {
        logger.info({ address, pages, failed: failed.length }, 'a source was fetched again');
      }),
    indexing: createBackgroundIndexing(config, null, reportFailure),
    reportFailure,
  });
}

/**
 * Serves an application, with the web page where it has been built.
 * @throws {YinzhengError} `port-in-use`, `invalid-configuration` when the address cannot be taken
 */
export function composeServer(
  { server, answering, dataPath, questionLog }: Config,
  application: Application,
  logger: Logger,
  { starterQuestions, uploads }: ServedBeside = {},
): Promise<HttpServer> {
  const shutdown = new AbortController();
  const served =
    questionLog === null ? application : logQuestions(application, questionLog, logger);
  const app = composeHttpApp(served, {
    logger,
    starterQuestions,
    uploads,
    feedback: createFeedbackLog(dataPath, () => application.health().index?.generation ?? null),
    async indexHash(generation) {
      const pointer = await readPointer(dataPath).catch(() => null);
      return pointer?.generation === generation ? pointer.manifestSha256 : null;
    },
    ...(server.allowedHosts === null ? {} : { allowedHosts: server.allowedHosts }),
    publicUrl: server.publicUrl,
    apiKeys: server.apiKeys,
    allowedOrigins: server.allowedOrigins,
    rateLimit: server.rateLimit,
    trustedProxies: server.trustedProxies,
    limits: {
      bodyLimitBytes: server.bodyLimitBytes,
      openAnswers: server.chatConcurrency + (answering.workers > 0 ? answering.queueLength : 0),
    },
    shutdown: shutdown.signal,
  });
  return startServer({ app, host: server.host, port: server.port, shutdown });
}

/** @throws {YinzhengError} `port-in-use`, `invalid-configuration` when the address cannot be taken */
export async function requireFreePort({ server }: Pick<Config, 'server'>): Promise<void> {
  await probePort(server.host, server.port);
}
