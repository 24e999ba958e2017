import type { RequestHandler } from 'express';
import type { Application } from '../../core/application.ts';
import type { ArticleView } from '../../core/http-views.ts';
import { readRequest } from '../read-request.ts';
import { idParameter } from '../request-fields.ts';
import type { WhileRead } from '../while-read.ts';

/**
 * `GET /api/articles/:id`: the whole article, whose body citations count their offsets on, with
 * the dates in it that need its publication date to be understood.
 */
export function article(application: Application, whileRead: WhileRead): RequestHandler {
  return async (request, response) => {
    const { id } = readRequest(idParameter, request.params);
    const found = application.getArticle(id);
    const dates = await whileRead(response, (signal) => application.articleDates(id, signal));
    if (dates !== undefined) response.json({ ...found, dates } satisfies ArticleView);
  };
}
