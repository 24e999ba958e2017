import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { Application } from '../../core/application.ts';
import { viewArticlePage } from '../../core/http-views.ts';
import { readRequest } from '../read-request.ts';
import { filterFields, pageFields } from '../request-fields.ts';

export const articlesSchema = z.strictObject({
  ...filterFields,
  ...pageFields,
});

/** `GET /api/articles?from=&to=&source=&language=&page=&pageSize=`: newest first. */
export function articles(application: Application): RequestHandler {
  return (request, response) => {
    const { page, pageSize, ...filters } = readRequest(articlesSchema, request.query);
    response.json(viewArticlePage(application.listArticles({ filters, page, pageSize })));
  };
}
