import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { Application } from '../../core/application.ts';
import { readRequest } from '../read-request.ts';
import { day, idParameter, language } from '../request-fields.ts';
import type { WhileRead } from '../while-read.ts';

export const changesSchema = z.strictObject({
  since: day.optional(),
  language: language.default('en'),
});

/** `GET /api/events/:id/changes?since=&language=`: what later articles add or alter. */
export function eventChanges(application: Application, whileRead: WhileRead): RequestHandler {
  return async (request, response) => {
    const { id } = readRequest(idParameter, request.params);
    const asked = readRequest(changesSchema, request.query);
    const changes = await whileRead(response, (signal) =>
      application.eventChanges(id, asked.since ?? null, asked.language, signal),
    );
    if (changes !== undefined) response.json(changes);
  };
}
