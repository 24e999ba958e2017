import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { Application } from '../../core/application.ts';
import { readRequest } from '../read-request.ts';
import { filterFields, pageFields } from '../request-fields.ts';

export const storiesSchema = z.strictObject({
  ...filterFields,
  ...pageFields,
  q: z.string().max(200).optional(),
  sort: z.enum(['weight', 'newest', 'oldest']).default('weight'),
});

/** `GET /api/stories?q=&sort=&from=&to=&source=&language=&page=&pageSize=` */
export function stories(application: Application): RequestHandler {
  return (request, response) => {
    const { q, sort, page, pageSize, ...filters } = readRequest(storiesSchema, request.query);
    response.json(application.listStories({ filters, query: q, sort, page, pageSize }));
  };
}
