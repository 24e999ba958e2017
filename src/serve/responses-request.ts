import { z } from 'zod';
import { conversationOf, modelField, textFormat, toolChoice } from './openai-messages.ts';
import { day, filterFields } from './request-fields.ts';

/** Parts of a turn that are words; `output_text` is what an earlier answer of ours was. */
const partSchema = z
  .object({ type: z.enum(['input_text', 'output_text', 'text']), text: z.string() })
  .transform(({ text }) => text);

const messageSchema = z
  .object({
    type: z.literal('message').optional(),
    role: z.enum(['user', 'assistant', 'system', 'developer']),
    content: z.union([z.string(), z.array(partSchema).transform((parts) => parts.join('\n'))], {
      error: 'text was expected: a string, or parts of the type "input_text"',
    }),
  })
  .transform(({ role, content }) => ({ role: role as string, content }));

/** Calls of tools, their results and reasoning of other models say nothing that is answered here. */
const otherItem = z
  .object({ type: z.string().refine((type) => type !== 'message') })
  .transform(() => ({ role: 'other', content: '' }));

const STATELESS = 'nothing is kept between requests; send the whole conversation as "input"';

const isAbsent = (explanation: string) =>
  z
    .unknown()
    .refine((value) => value === undefined || value === null || value === false, explanation);

/** A request of the Responses API. What steers how a model writes is let through unread. */
export const responsesSchema = z
  .object({
    input: z
      .union(
        [
          z.string().transform((content) => [{ role: 'user', content }]),
          z
            .array(z.union([messageSchema, otherItem]))
            .min(1)
            .max(200),
        ],
        { error: 'a text, or a list of 1 to 200 messages of text, was expected' },
      )
      .transform(conversationOf)
      .refine((messages) => messages.at(-1)?.role === 'user', 'the last one must be from the user'),
    model: modelField,
    stream: z.boolean().nullish(),
    tool_choice: toolChoice,
    text: z.object({ format: textFormat }).loose().nullish(),
    previous_response_id: isAbsent(STATELESS).optional(),
    conversation: isAbsent(STATELESS).optional(),
    background: isAbsent(
      'an answer comes with its request; nothing is done in the background',
    ).optional(),
    filters: z.strictObject(filterFields).default({}),
    today: day.optional(),
  })
  .transform(({ input, filters, today, model, stream }) => ({
    asked: { messages: input, filters, today, model },
    stream: stream === true,
  }));
