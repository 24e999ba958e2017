import { existsSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import path from 'node:path';
import type { Logger } from 'pino';
import { approximateTokens } from '../answer/model/approximate-tokens.ts';
import type { Application } from '../core/application.ts';
import { createHttpApp, type HttpAppSettings } from '../serve/http-app.ts';
import { type HttpServer, probePort, startServer } from '../serve/http-server.ts';
import { composeApplication } from './compose.ts';
import type { Config } from './config.ts';
import { createPooledApplication } from './pool/pooled-application.ts';

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

/**
 * The application of a server: its work is done by worker threads, unless none are wanted.
 * @param update may still bring the index up to date: it is read afterwards
 * @throws {YinzhengError} `index-damaged`, `index-format`, `index-embedder`
 */
export async function composeServedApplication(
  config: Config,
  reportFailure: (error: unknown, what: string) => void,
  update: Promise<unknown> = Promise.resolve(),
): Promise<Application> {
  if (config.answering.workers > 0) return createPooledApplication(config, reportFailure, update);
  await update;
  return await composeApplication(config, { reportFailure });
}

/**
 * Serves an application, with the web page where it has been built.
 * @throws {YinzhengError} `port-in-use`, `invalid-configuration` when the address cannot be taken
 */
export function composeServer(
  { server, answering }: Config,
  application: Application,
  logger: Logger,
): Promise<HttpServer> {
  const shutdown = new AbortController();
  const app = composeHttpApp(application, {
    logger,
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
