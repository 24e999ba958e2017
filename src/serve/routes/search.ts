import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { Application } from '../../core/application.ts';
import { viewSearch } from '../../core/http-views.ts';
import { readRequest } from '../read-request.ts';
import { day, filterFields, flag, wholeNumber } from '../request-fields.ts';
import type { WhileRead } from '../while-read.ts';

export const searchSchema = z.strictObject({
  ...filterFields,
  q: z.string(),
  limit: wholeNumber(10, 1, 50),
  today: day.optional(),
  explain: flag,
});

/** `GET /api/search?q=&limit=&explain=1`: passages best first; with `explain` also why. */
export function search(application: Application, whileRead: WhileRead): RequestHandler {
  return async (request, response) => {
    const { q, limit, today, explain, ...filters } = readRequest(searchSchema, request.query);
    const found = await whileRead(response, (signal) =>
      application.search({ query: q, filters, limit, today, signal }),
    );
    if (found !== undefined) response.json(viewSearch(found, explain));
  };
}
