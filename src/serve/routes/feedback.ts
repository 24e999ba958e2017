import type { RequestHandler } from 'express';
import { z } from 'zod';
import { YinzhengError } from '../../core/errors.ts';
import type { FeedbackLog } from '../../core/feedback.ts';
import { readRequest } from '../read-request.ts';

const words = z.string().max(4_000);

export const feedbackSchema = z.strictObject({
  verdict: z.enum(['useful', 'wrong']),
  question: words.min(1),
  language: z.enum(['zh', 'en']),
  outcome: z.enum(['answered', 'possible', 'not-found']),
  shortAnswer: words.nullable().default(null),
  quotes: z.array(words).max(10).default([]),
  composer: z.enum(['extractive', 'model']),
  model: z.string().max(200).nullable().default(null),
  note: words.default(''),
});

/** `POST /api/feedback`: what a reader says of an answer. */
export function feedback(log: FeedbackLog | undefined): RequestHandler {
  return async (request, response) => {
    const said = readRequest(feedbackSchema, request.body);
    if (log === undefined) throw new YinzhengError('not-found', 'No feedback is kept here.');
    await log.add(said);
    response.status(204).end();
  };
}
