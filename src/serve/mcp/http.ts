import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Application } from '../../core/application.ts';
import { articleLinksFor, type LinkArticle } from '../article-link.ts';

/** `POST /mcp`: streamable HTTP without sessions, so that any replica can answer any request. */
export function mcpOverHttp(parts: {
  readonly application: Application;
  readonly publicUrl: string | null;
  readonly logger: Logger;
}): RequestHandler {
  const { application, publicUrl, logger } = parts;
  const onerror = (error: Error) => logger.warn({ err: error }, 'an MCP request failed');
  return async (request, response) => {
    const { open, toNodeHandler } = await loadProtocol();
    const handler = open(application, articleLinksFor(publicUrl, request), onerror);
    try {
      await toNodeHandler(handler, { onerror })(request, response, request.body);
    } finally {
      await handler.close();
    }
  };
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
