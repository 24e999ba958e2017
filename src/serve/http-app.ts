import express, { type Express, type RequestHandler, Router } from 'express';
import type { Logger } from 'pino';
import type { Application } from '../core/application.ts';
import { YinzhengError } from '../core/errors.ts';
import { requireAllowedHost, requireOneHost } from './allowed-hosts.ts';
import { type AnswerEvents, createAnswerEvents } from './answer-events.ts';
import { DEFAULT_HTTP_LIMITS, type HttpLimits } from './http-limits.ts';
import { jsonBody } from './json-body.ts';
import { serveRoute } from './methods.ts';
import { sendOpenAIError } from './openai-error.ts';
import { handleErrors } from './problem-response.ts';
import { logRequests } from './request-log.ts';
import { article } from './routes/article.ts';
import { articles } from './routes/articles.ts';
import { chat } from './routes/chat.ts';
import { chatCompletions } from './routes/chat-completions.ts';
import { event } from './routes/event.ts';
import { eventChanges } from './routes/event-changes.ts';
import { eventPresses } from './routes/event-presses.ts';
import { events } from './routes/events.ts';
import { health } from './routes/health.ts';
import { lexicon } from './routes/lexicon.ts';
import { openaiModels } from './routes/openai-models.ts';
import { ready } from './routes/ready.ts';
import { search } from './routes/search.ts';
import { stories } from './routes/stories.ts';
import { summaries } from './routes/summaries.ts';
import { timeline } from './routes/timeline.ts';
import { securityHeaders } from './security-headers.ts';
import { createShutdown } from './shutdown.ts';
import { serveWebFiles } from './web-files.ts';
import { createWhileRead, type WhileRead } from './while-read.ts';

export interface HttpAppSettings {
  readonly application: Application;
  readonly logger: Logger;
  /** Absolute path of the built web page; absent means that only the API is served. */
  readonly webRoot?: string | undefined;
  readonly limits?: Partial<HttpLimits> | undefined;
  /** Names the server answers under, lower case, without port; null or absent means any. */
  readonly allowedHosts?: readonly string[] | null | undefined;
  /** Aborted when the server goes down: ends event streams with an error that says so. */
  readonly shutdown?: AbortSignal | undefined;
}

/** The HTTP side of an application: its API, the API of OpenAI's clients, and the web page. */
export function createHttpApp(settings: HttpAppSettings): Express {
  const { application, logger, webRoot, allowedHosts } = settings;
  const limits = { ...DEFAULT_HTTP_LIMITS, ...settings.limits };
  const shutdown = createShutdown(settings.shutdown ?? new AbortController().signal);
  const answerEvents = createAnswerEvents({
    concurrency: limits.openAnswers,
    shutdown,
    logger,
  });

  const app = express();
  app.disable('x-powered-by');
  app.use(logRequests(logger), securityHeaders, requireOneHost);
  if (allowedHosts) app.use(requireAllowedHost(allowedHosts));
  app.use('/api', apiRoutes(application, answerEvents, createWhileRead(shutdown), limits));
  app.use('/v1', openaiRoutes(application, answerEvents, limits, logger));
  if (webRoot !== undefined) app.use(serveWebFiles(webRoot));
  app.use(nothingHere, handleErrors(logger));
  return app;
}

function apiRoutes(
  application: Application,
  answerEvents: AnswerEvents,
  whileRead: WhileRead,
  limits: HttpLimits,
): Router {
  const router = Router();
  const json = jsonBody(limits.bodyLimitBytes);
  router.use(alwaysFresh);
  serveRoute(router, 'post', '/chat', ...json, chat(application, answerEvents, limits));
  serveRoute(router, 'get', '/articles', articles(application));
  serveRoute(router, 'get', '/articles/:id', article(application, whileRead));
  serveRoute(router, 'get', '/search', search(application, whileRead));
  serveRoute(router, 'get', '/events', events(application));
  serveRoute(router, 'get', '/stories', stories(application));
  serveRoute(router, 'get', '/stories/:id', event(application));
  serveRoute(router, 'get', '/events/:id', event(application));
  serveRoute(router, 'get', '/events/:id/changes', eventChanges(application, whileRead));
  serveRoute(router, 'get', '/events/:id/presses', eventPresses(application, whileRead));
  serveRoute(router, 'get', '/timeline', timeline(application, whileRead));
  serveRoute(router, 'post', '/summaries', ...json, summaries(application, answerEvents, limits));
  serveRoute(router, 'get', '/lexicon', lexicon(application, whileRead));
  serveRoute(router, 'get', '/health', health(application));
  serveRoute(router, 'get', '/ready', ready(application));
  router.use(nothingHere);
  return router;
}

function openaiRoutes(
  application: Application,
  answerEvents: AnswerEvents,
  limits: HttpLimits,
  logger: Logger,
): Router {
  const router = Router();
  const json = jsonBody(limits.bodyLimitBytes);
  serveRoute(
    router,
    'post',
    '/chat/completions',
    ...json,
    chatCompletions(application, answerEvents, limits),
  );
  serveRoute(router, 'get', '/models', openaiModels);
  router.use(nothingHere, handleErrors(logger, sendOpenAIError));
  return router;
}

/** The index can change at any time; an ETag spares the bytes of what did not. */
const alwaysFresh: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-cache');
  next();
};

const nothingHere: RequestHandler = (request) => {
  throw new YinzhengError(
    'not-found',
    `${request.method} ${request.baseUrl}${request.path} is not served.`,
  );
};
