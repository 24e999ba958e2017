import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { Application } from '../../core/application.ts';
import { readRequest } from '../read-request.ts';
import type { WhileRead } from '../while-read.ts';

const offset = z.coerce.number().int().min(0).max(100_000_000);

export const readingAidSchema = z.strictObject({
  start: offset,
  end: offset,
  language: z.enum(['zh', 'en']),
});

/** `GET /api/articles/:id/aid?start=&end=&language=`: what words of an article mean to a reader. */
export function readingAid(application: Application, whileRead: WhileRead): RequestHandler {
  return async (request, response) => {
    const asked = readRequest(readingAidSchema, request.query);
    const articleId = String(request.params['id']);
    const words = await whileRead(response, () => application.readingAid({ articleId, ...asked }));
    if (words !== undefined) response.json({ words });
  };
}

export const textAidSchema = z.strictObject({
  texts: z.array(z.string().max(400)).min(1).max(100),
  language: z.enum(['zh', 'en']),
});

/** `POST /api/aid`: what the words of titles mean to a reader. */
export function textAid(application: Application, whileRead: WhileRead): RequestHandler {
  return async (request, response) => {
    const asked = readRequest(textAidSchema, request.body);
    const glosses = await whileRead(response, () => application.textAid(asked));
    if (glosses !== undefined) response.json({ glosses });
  };
}
