import { toNodeHandler } from '@modelcontextprotocol/node';
import { createMcpHandler } from '@modelcontextprotocol/server';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Application } from '../../core/application.ts';
import { articleLinksFor } from '../article-link.ts';
import { createMcpServer } from './server.ts';

/** `POST /mcp`: streamable HTTP without sessions, so that any replica can answer any request. */
export function mcpOverHttp(parts: {
  readonly application: Application;
  readonly publicUrl: string | null;
  readonly logger: Logger;
}): RequestHandler {
  const { application, publicUrl, logger } = parts;
  const onerror = (error: Error) => logger.warn({ err: error }, 'an MCP request failed');
  return async (request, response) => {
    const linkArticle = articleLinksFor(publicUrl, request);
    const handler = createMcpHandler(() => createMcpServer({ application, linkArticle }), {
      onerror,
    });
    try {
      await toNodeHandler(handler, { onerror })(request, response, request.body);
    } finally {
      await handler.close();
    }
  };
}
