import type { Request } from 'express';
import type { Citation } from '../core/citation.ts';

/** Makes the address under which the page opens an article, with the cited words highlighted. */
export type LinkArticle = (
  articleId: string,
  span?: Pick<Citation, 'marker' | 'start' | 'end'>,
) => string;

/** @param page address of the page, without a slash at its end */
export function createArticleLinks(page: string): LinkArticle {
  return (articleId, span) => {
    const article = `${page}/#/?article=${encodeURIComponent(articleId)}`;
    return span === undefined
      ? article
      : `${article}&spans=${span.marker}:${span.start}-${span.end}`;
  };
}

/**
 * Links for the one who asks: under `PUBLIC_URL`, or under the name the request came by.
 * @param publicUrl null where the server was not told its address
 */
export function articleLinksFor(publicUrl: string | null, request: Request): LinkArticle {
  const page = publicUrl ?? `${request.protocol}://${request.headers.host ?? 'localhost'}`;
  return createArticleLinks(page.replace(/\/+$/u, ''));
}
