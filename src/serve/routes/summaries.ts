import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { Application } from '../../core/application.ts';
import type { AnswerEvents } from '../answer-events.ts';
import { sendAnswer } from '../answer-response.ts';
import type { HttpLimits } from '../http-limits.ts';
import { readRequest } from '../read-request.ts';
import { day, language } from '../request-fields.ts';

export const summarySchema = z.strictObject({
  event: z.string().min(1).max(200).optional(),
  topic: z.string().trim().min(1).max(1_000).optional(),
  from: day.optional(),
  to: day.optional(),
  language,
  length: z.enum(['brief', 'standard', 'full']).default('standard'),
  stream: z.boolean().default(false),
});

/** `POST /api/summaries`: a cited summary of an event, a topic or a period, in an answer's form. */
export function summaries(
  application: Application,
  answerEvents: AnswerEvents,
  limits: HttpLimits,
): RequestHandler {
  return async (request, response) => {
    const { stream, event, ...asked } = readRequest(summarySchema, request.body);
    const events = answerEvents(
      (signal) => application.summarize({ ...asked, eventId: event, signal }),
      response,
    );
    await sendAnswer(events, response, stream, limits);
  };
}
