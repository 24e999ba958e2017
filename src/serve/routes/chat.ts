import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { Application } from '../../core/application.ts';
import type { Block } from '../../core/block.ts';
import type { AnswerEvents } from '../answer-events.ts';
import { sendAnswer } from '../answer-response.ts';
import type { HttpLimits } from '../http-limits.ts';
import { readRequest } from '../read-request.ts';
import { chosenModel, day, filterFields } from '../request-fields.ts';

/** Most turns of a conversation in one request. */
const MAX_MESSAGES = 200;

/** Most blocks of an earlier answer; a full brief has some sixty. */
const MAX_BLOCKS = 200;
/** Kinds of blocks that have words of their own. */
const WORDED = [
  'short-answer',
  'heading',
  'sentence',
  'quote',
  'timeline-entry',
  'refusal',
  'possible',
] as const satisfies readonly Block['kind'][];

export const chatSchema = z.strictObject({
  messages: z
    .array(
      z.strictObject({
        role: z.enum(['user', 'assistant']),
        content: z.string(),
        blocks: z
          .array(z.strictObject({ kind: z.enum(WORDED), text: z.string() }))
          .max(MAX_BLOCKS)
          .optional(),
      }),
    )
    .min(1)
    .max(MAX_MESSAGES)
    .refine((messages) => messages.at(-1)?.role === 'user', 'the last one must be from the user'),
  stream: z.boolean().default(false),
  filters: z.strictObject(filterFields).default({}),
  today: day.optional(),
  answerLanguage: z.enum(['zh', 'en']).optional(),
  composer: z.literal('extractive').optional(),
  model: chosenModel.optional(),
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
