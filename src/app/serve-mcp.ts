import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { createArticleLinks } from '../serve/article-link.ts';
import { createMcpServer } from '../serve/mcp/server.ts';
import { composeApplication } from './compose.ts';
import type { Config } from './config.ts';

/**
 * Serves the Model Context Protocol on standard input and output, which belong to it from then on.
 * @param report told of what goes wrong beside requests
 * @returns closes the connection
 * @throws {YinzhengError} `index-damaged`, `index-format`, `index-embedder`
 */
export async function serveMcp(
  config: Config,
  report: (error: unknown, what: string) => void,
): Promise<() => Promise<void>> {
  const application = await composeApplication(config, { reportFailure: report });
  const { publicUrl } = config.server;
  const linkArticle = publicUrl === null ? null : createArticleLinks(publicUrl);
  const connection = serveStdio(() => createMcpServer({ application, linkArticle }), {
    onerror: (error) => report(error, 'an MCP message could not be read'),
  });
  return async () => {
    await connection.close();
    await application.close();
  };
}
