import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { Application } from '../../core/application.ts';
import { readRequest } from '../read-request.ts';
import { idParameter, language } from '../request-fields.ts';
import type { WhileRead } from '../while-read.ts';

/** A language, or an outlet's name. */
const press = z.string().trim().min(1).max(200);

export const pressesSchema = z.strictObject({
  left: press.default('zh'),
  right: press.default('en'),
  language: language.default('en'),
});

/** `GET /api/events/:id/presses?left=zh&right=en&language=`: what two presses say of one event. */
export function eventPresses(application: Application, whileRead: WhileRead): RequestHandler {
  return async (request, response) => {
    const { id } = readRequest(idParameter, request.params);
    const asked = readRequest(pressesSchema, request.query);
    const compared = await whileRead(response, (signal) =>
      application.comparePresses(id, asked.left, asked.right, asked.language, signal),
    );
    if (compared !== undefined) response.json(compared);
  };
}
