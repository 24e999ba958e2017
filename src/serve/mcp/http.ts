import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Application } from '../../core/application.ts';
import type { AnswerEvents } from '../answer-events.ts';
import { articleLinksFor, type LinkArticle } from '../article-link.ts';

/** `POST /mcp`: streamable HTTP without sessions, so that any replica can answer any request. */
export function mcpOverHttp(parts: {
  readonly application: Application;
  readonly answerEvents: AnswerEvents;
  readonly publicUrl: string | null;
  readonly logger: Logger;
}): RequestHandler {
  const { application, answerEvents, publicUrl, logger } = parts;
  const onerror = (error: Error) => logger.warn({ err: error }, 'an MCP request failed');
  return async (request, response) => {
    const { open, toNodeHandler } = await loadProtocol();
    // Answers stop when the client has left, and count with those of the other routes.
    const bounded: Application = {
      ...application,
      answer: (asked) =>
        answerEvents(
          (signal) => application.answer({ ...asked, signal: either(signal, asked.signal) }),
          response,
        ),
      summarize: (asked) =>
        answerEvents(
          (signal) => application.summarize({ ...asked, signal: either(signal, asked.signal) }),
          response,
        ),
    };
    const handler = open(bounded, articleLinksFor(publicUrl, request), onerror);
    try {
      await toNodeHandler(handler, { onerror })(request, response, request.body);
    } finally {
      await handler.close();
    }
  };
}

function either(one: AbortSignal, other: AbortSignal | undefined): AbortSignal {
  return other === undefined ? one : AbortSignal.any([one, other]);
}

/** Loaded when somebody asks, so that a server starts without it. */
async function loadProtocol() {
  const [{ toNodeHandler }, { createMcpHandler }, { createMcpServer }] = await Promise.all([
    import('@modelcontextprotocol/node'),
    import('@modelcontextprotocol/server'),
    import('./server.ts'),
  ]);
  const open = (
    application: Application,
    linkArticle: LinkArticle,
    onerror: (error: Error) => void,
  ) => createMcpHandler(() => createMcpServer({ application, linkArticle }), { onerror });
  return { open, toNodeHandler };
}
