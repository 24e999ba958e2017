import type { RequestHandler } from 'express';
import type { Application } from '../../core/application.ts';
import { readRequest } from '../read-request.ts';
import { idParameter } from '../request-fields.ts';

/** `GET /api/articles/:id`: the whole article, whose body citations count their offsets on. */
export function article(application: Application): RequestHandler {
  return (request, response) => {
    response.json(application.getArticle(readRequest(idParameter, request.params).id));
  };
}
