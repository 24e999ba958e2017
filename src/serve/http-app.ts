import express, { type Express, type RequestHandler, Router } from 'express';
import type { Logger } from 'pino';
import type { Application } from '../core/application.ts';
import { YinzhengError } from '../core/errors.ts';
import type { FeedbackLog } from '../core/feedback.ts';
import type { StarterQuestions } from '../core/starter-question.ts';
import type { NewsUploads } from '../core/uploads.ts';
import { requireAllowedHost, requireOneHost } from './allowed-hosts.ts';
import { allowOrigins, requireAllowedOrigin } from './allowed-origins.ts';
import { type AnswerEvents, createAnswerEvents } from './answer-events.ts';
import { requireApiKey } from './api-keys.ts';
import { compressResponses } from './compress.ts';
import { DEFAULT_HTTP_LIMITS, type HttpLimits } from './http-limits.ts';
import { jsonBody } from './json-body.ts';
import { mcpOverHttp } from './mcp/http.ts';
import { serveRoute } from './methods.ts';
import { createMetrics } from './metrics.ts';
import { sendOpenAIError } from './openai-error.ts';
import { openapi } from './openapi.ts';
import { handleErrors } from './problem-response.ts';
import { limitRate } from './rate-limit.ts';
import { logRequests } from './request-log.ts';
import { article } from './routes/article.ts';
import { articles } from './routes/articles.ts';
import { chat } from './routes/chat.ts';
import { chatCompletions, type OpenAIRouteParts } from './routes/chat-completions.ts';
import { collection } from './routes/collection.ts';
import { embeddings } from './routes/embeddings.ts';
import { event } from './routes/event.ts';
import { eventChanges } from './routes/event-changes.ts';
import { eventPresses } from './routes/event-presses.ts';
import { events } from './routes/events.ts';
import { feedback } from './routes/feedback.ts';
import { health } from './routes/health.ts';
import { lexicon } from './routes/lexicon.ts';
import { openaiModel, openaiModels } from './routes/openai-models.ts';
import { readingAid, textAid } from './routes/reading-aid.ts';
import { ready } from './routes/ready.ts';
import { responses } from './routes/responses.ts';
import { retrieval } from './routes/retrieval.ts';
import { search } from './routes/search.ts';
import { stories } from './routes/stories.ts';
import { suggestions } from './routes/suggestions.ts';
import { summaries } from './routes/summaries.ts';
import { timeline } from './routes/timeline.ts';
import { changeUpload, sources, upload } from './routes/uploads.ts';
import { securityHeaders } from './security-headers.ts';
import { createShutdown } from './shutdown.ts';
import type { CountTokens } from './token-usage.ts';
import { serveWebFiles } from './web-files.ts';
import { createWhileRead, type WhileRead } from './while-read.ts';

export interface HttpAppSettings {
  readonly application: Application;
  readonly logger: Logger;
  /** Questions to begin with; absent means that none are known. */
  readonly starterQuestions?: StarterQuestions | undefined;
  /** SHA-256 of the manifest of a generation, or null where it is there no more. */
  readonly indexHash?: ((generation: string) => Promise<string | null>) | undefined;
  /** Where what readers say of answers is kept; absent means nowhere. */
  readonly feedback?: FeedbackLog | undefined;
  /** Where readers bring news to; absent means that none is taken. */
  readonly uploads?: NewsUploads | undefined;
  /** Absolute path of the built web page; absent means that only the API is served. */
  readonly webRoot?: string | undefined;
  readonly limits?: Partial<HttpLimits> | undefined;
  /** Names the server answers under, lower case, without port; null or absent means any. */
  readonly allowedHosts?: readonly string[] | null | undefined;
  /** Address under which the page is reached, `https://news.example`; null or absent: as asked. */
  readonly publicUrl?: string | null | undefined;
  /** Keys that clients must send one of; empty or absent means that none is asked for. */
  readonly apiKeys?: readonly string[] | undefined;
  /** Origins whose pages may use the API; empty or absent means this server's own alone. */
  readonly allowedOrigins?: readonly string[] | undefined;
  /** Requests a minute that one client may make; 0 or absent means any number. */
  readonly rateLimit?: number | undefined;
  /** Proxies in front whose word about the client is taken. */
  readonly trustedProxies?: number | undefined;
  readonly countTokens: CountTokens;
  /** Aborted when the server goes down: ends event streams with an error that says so. */
  readonly shutdown?: AbortSignal | undefined;
}

/** The HTTP side of an application: its API, the API of OpenAI's clients, and the web page. */
export function createHttpApp(settings: HttpAppSettings): Express {
  const { logger, webRoot, allowedHosts, countTokens, publicUrl = null } = settings;
  const { apiKeys = [], allowedOrigins = [], rateLimit = 0, trustedProxies = 0 } = settings;
  const metrics = createMetrics(settings.application);
  const application = metrics.measure(settings.application);
  const limits = { ...DEFAULT_HTTP_LIMITS, ...settings.limits };
  const shutdown = createShutdown(settings.shutdown ?? new AbortController().signal);
  const answerEvents = createAnswerEvents({
    concurrency: limits.openAnswers,
    shutdown,
    logger,
  });

  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', trustedProxies);
  app.use(logRequests(logger), metrics.countRequests, securityHeaders, requireOneHost);
  if (allowedHosts) app.use(requireAllowedHost(allowedHosts));
  if (allowedOrigins.length > 0) app.use(allowOrigins(allowedOrigins));
  if (apiKeys.length > 0) app.use(requireApiKey(apiKeys));
  if (rateLimit > 0) app.use(PROGRAM_PATHS, limitRate(rateLimit, apiKeys.length > 0));
  app.use(compressResponses);

  const whileRead = createWhileRead(shutdown);
  const json = jsonBody(limits.bodyLimitBytes);
  const openai = { application, answerEvents, limits, publicUrl, countTokens };
  app.use('/api', apiRoutes(application, answerEvents, whileRead, limits, settings));
  app.use('/v1', openaiRoutes(openai, whileRead));
  const others = Router();
  serveRoute(others, 'post', '/retrieval', ...json, retrieval(application, whileRead, publicUrl));
  serveRoute(
    others,
    'post',
    '/mcp',
    requireAllowedOrigin(allowedOrigins),
    ...json,
    mcpOverHttp({ application, answerEvents, publicUrl, logger }),
  );
  serveRoute(others, 'get', '/metrics', metrics.serve);
  app.use(others);
  if (webRoot !== undefined) app.use(serveWebFiles(webRoot));
  app.use(nothingHere);
  // Whatever refused it: clients of OpenAI know errors in one form.
  app.use('/v1', handleErrors(logger, sendOpenAIError));
  app.use(handleErrors(logger));
  return app;
}

function apiRoutes(
  application: Application,
  answerEvents: AnswerEvents,
  whileRead: WhileRead,
  limits: HttpLimits,
  {
    starterQuestions = NO_QUESTIONS,
    uploads,
    feedback: log,
    indexHash = async () => null,
  }: HttpAppSettings,
): Router {
  const router = Router();
  const json = jsonBody(limits.bodyLimitBytes);
  router.use(alwaysFresh);
  serveRoute(router, 'post', '/chat', ...json, chat(application, answerEvents, limits));
  serveRoute(router, 'get', '/articles', articles(application));
  serveRoute(router, 'get', '/articles/:id', article(application, whileRead));
  serveRoute(router, 'get', '/articles/:id/aid', readingAid(application, whileRead));
  serveRoute(router, 'post', '/aid', ...json, textAid(application, whileRead));
  serveRoute(router, 'get', '/search', search(application, whileRead));
  serveRoute(router, 'get', '/events', events(application));
  serveRoute(router, 'get', '/stories', stories(application));
  serveRoute(router, 'get', '/stories/:id', event(application));
  serveRoute(router, 'get', '/events/:id', event(application));
  serveRoute(router, 'get', '/events/:id/changes', eventChanges(application, whileRead));
  serveRoute(router, 'get', '/events/:id/presses', eventPresses(application, whileRead));
  serveRoute(router, 'get', '/timeline', timeline(application, whileRead));
  serveRoute(router, 'post', '/summaries', ...json, summaries(application, answerEvents, limits));
  serveRoute(router, 'get', '/suggestions', suggestions(starterQuestions));
  serveRoute(router, 'post', '/feedback', ...json, feedback(log));
  serveRoute(router, 'get', '/collection', collection(application, uploads, indexHash));
  serveRoute(router, 'get', '/sources', sources(uploads));
  serveRoute(router, 'post', '/uploads', upload(uploads));
  const { remove, restore } = changeUpload(uploads);
  serveRoute(router, 'post', '/uploads/:id/remove', ...json, remove);
  serveRoute(router, 'post', '/uploads/:id/restore', ...json, restore);
  serveRoute(router, 'get', '/lexicon', lexicon(application, whileRead));
  serveRoute(router, 'get', '/health', health(application));
  serveRoute(router, 'get', '/ready', ready(application));
  serveRoute(router, 'get', '/openapi.json', openapi());
  router.use(nothingHere);
  return router;
}

const NO_QUESTIONS: StarterQuestions = { list: () => ({ questions: [], complete: true }) };

function openaiRoutes(parts: OpenAIRouteParts, whileRead: WhileRead): Router {
  const router = Router();
  const json = jsonBody(parts.limits.bodyLimitBytes);
  serveRoute(router, 'post', '/chat/completions', ...json, chatCompletions(parts));
  serveRoute(router, 'post', '/responses', ...json, responses(parts));
  serveRoute(router, 'post', '/embeddings', ...json, embeddings(parts, whileRead));
  serveRoute(router, 'get', '/models', openaiModels(parts.application));
  serveRoute(router, 'get', '/models/:id', openaiModel(parts.application));
  router.use(nothingHere);
  return router;
}

/** What programs ask for; files of the page are not counted against a client. */
const PROGRAM_PATHS = ['/api', '/v1', '/mcp', '/retrieval'];

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
