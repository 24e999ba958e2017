import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { Application } from '../../core/application.ts';
import { readRequest } from '../read-request.ts';
import { day, filterFields, language, pageFields } from '../request-fields.ts';
import type { WhileRead } from '../while-read.ts';

export const timelineSchema = z.strictObject({
  from: filterFields.from,
  to: filterFields.to,
  source: filterFields.source,
  /** Of the articles; `language` is the reader's. */
  articleLanguage: language.optional(),
  datedFrom: day.optional(),
  datedTo: day.optional(),
  event: z.string().min(1).max(200).optional(),
  topic: z.string().trim().min(1).max(200).optional(),
  language: language.default('en'),
  ...pageFields,
});

/**
 * `GET /api/timeline?event=&topic=&from=&to=&datedFrom=&datedTo=…`: dated statements, oldest first.
 * `from` and `to` bound when articles were published, `datedFrom` and `datedTo` what they tell of.
 */
export function timeline(application: Application, whileRead: WhileRead): RequestHandler {
  return async (request, response) => {
    const asked = readRequest(timelineSchema, request.query);
    const { from, to, source, articleLanguage, topic, page, pageSize } = asked;
    const filters = { from, to, source, language: articleLanguage };
    const dated = { from: asked.datedFrom, to: asked.datedTo };
    const found = await whileRead(response, (signal) =>
      application.timeline({
        filters,
        dated,
        eventId: asked.event,
        topic,
        language: asked.language,
        page,
        pageSize,
        signal,
      }),
    );
    if (found !== undefined) response.json(found);
  };
}
