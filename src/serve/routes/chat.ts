import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { Application } from '../../core/application.ts';
import type { AnswerEvents } from '../answer-events.ts';
import { sendAnswer } from '../answer-response.ts';
import type { HttpLimits } from '../http-limits.ts';
import { readRequest } from '../read-request.ts';
import { day, filterFields } from '../request-fields.ts';

/** Most turns of a conversation in one request. */
const MOST_MESSAGES = 200;

const chatSchema = z.strictObject({
  messages: z
    .array(z.strictObject({ role: z.enum(['user', 'assistant']), content: z.string() }))
    .min(1)
    .max(MOST_MESSAGES)
    .refine((messages) => messages.at(-1)?.role === 'user', 'the last one must be from the user'),
  stream: z.boolean().default(false),
  filters: z.strictObject(filterFields).default({}),
  today: day.optional(),
});

/** `POST /api/chat`: one JSON `Answer`, or its events as they come. */
export function chat(
  application: Application,
  answerEvents: AnswerEvents,
  limits: HttpLimits,
): RequestHandler {
  return async (request, response) => {
    const { stream, ...asked } = readRequest(chatSchema, request.body);
    const events = answerEvents((signal) => application.answer({ ...asked, signal }), response);
    await sendAnswer(events, response, stream, limits);
  };
}
