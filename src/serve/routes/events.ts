import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { Application } from '../../core/application.ts';
import { readRequest } from '../read-request.ts';
import { filterFields, pageFields } from '../request-fields.ts';

export const eventsSchema = z.strictObject({
  ...filterFields,
  ...pageFields,
  q: z.string().max(200).optional(),
  sort: z.enum(['weight', 'newest', 'oldest', 'most-reported']).default('weight'),
});

/** `GET /api/events?q=&sort=&from=&to=&source=&language=&page=&pageSize=` */
export function events(application: Application): RequestHandler {
  return (request, response) => {
    const { q, sort, page, pageSize, ...filters } = readRequest(eventsSchema, request.query);
    response.json(application.listEvents({ filters, query: q, sort, page, pageSize }));
  };
}
