import type { RequestHandler } from 'express';
import type { Application } from '../../core/application.ts';
import { viewEvent } from '../../core/http-views.ts';
import { readRequest } from '../read-request.ts';
import { idParameter } from '../request-fields.ts';

/** `GET /api/events/:id`: the event with its articles and their reprints, in short. */
export function event(application: Application): RequestHandler {
  return (request, response) => {
    const found = application.getEvent(readRequest(idParameter, request.params).id);
    const articles = [...found.articleIds, ...found.copyIds].map((id) =>
      application.getArticle(id),
    );
    response.json(viewEvent(found, articles));
  };
}
