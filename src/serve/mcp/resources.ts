import {
  type McpServer,
  ProtocolError,
  ProtocolErrorCode,
  ResourceTemplate,
} from '@modelcontextprotocol/server';
import type { Article } from '../../core/article.ts';
import type { McpParts } from './server.ts';

/** Articles in one page of the list. */
const PAGE_SIZE = 50;

const SCHEME = 'yinzheng://articles/';

export function articleUri(id: string): string {
  return `${SCHEME}${encodeURIComponent(id)}`;
}

/** Articles as resources: listed newest first, a page at a time, and read whole. */
export function registerArticles(server: McpServer, { application }: McpParts): void {
  server.registerResource(
    'article',
    new ResourceTemplate(`${SCHEME}{id}`, { list: undefined }),
    { title: 'News article', description: 'The whole text of an article', mimeType: 'text/plain' },
    (uri, { id }) => {
      const article = application.getArticle(decodeURIComponent(String(id)));
      return {
        contents: [{ uri: uri.href, mimeType: 'text/plain', text: articleText(article) }],
      };
    },
  );
  // The template's own list would hold all articles at once.
  server.server.setRequestHandler('resources/list', ({ params }) => {
    const page = readCursor(params?.cursor);
    const { articles, total } = application.listArticles({
      filters: {},
      page,
      pageSize: PAGE_SIZE,
    });
    return {
      resources: articles.map((article) => ({
        uri: articleUri(article.id),
        name: article.id,
        title: article.title,
        description: originOf(article),
        mimeType: 'text/plain',
      })),
      ...(page * PAGE_SIZE < total ? { nextCursor: String(page + 1) } : {}),
    };
  });
}

/** An article as a reader sees it: title, origin, body. */
function articleText(article: Article): string {
  const { title, body, url } = article;
  return [title, originOf(article), ...(url === null ? [] : [url]), '', body].join('\n');
}

function originOf({ outlet, publishedAt }: Article): string {
  return [outlet.name, publishedAt ?? ''].filter((part) => part !== '').join(' · ');
}

/** A cursor is the number of the page. */
function readCursor(cursor: string | undefined): number {
  if (cursor === undefined) return 1;
  if (/^[1-9]\d{0,6}$/u.test(cursor)) return Number(cursor);
  throw new ProtocolError(
    ProtocolErrorCode.InvalidParams,
    `Expected a cursor of this list; got "${cursor}". Begin without one.`,
  );
}
