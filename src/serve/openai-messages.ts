import { z } from 'zod';
import type { Answer } from '../core/answer.ts';
import type { ChatMessage } from '../core/composer.ts';
import { day, filterFields } from './request-fields.ts';

const contentSchema = z.union([
  z.string(),
  z
    .array(z.object({ type: z.literal('text'), text: z.string() }))
    .transform((parts) => parts.map((part) => part.text).join('\n')),
]);

/**
 * A chat completion request. Clients send many fields about how a model should write; they do not
 * apply to answers made of evidence and are let through unread. So are system messages: what this
 * server does is not up to its callers. `filters` and `today` are this server's own.
 */
export const completionSchema = z
  .object({
    messages: z
      .array(z.object({ role: z.string(), content: contentSchema.nullish() }))
      .min(1)
      .max(200)
      .transform(conversationOf)
      .refine((messages) => messages.at(-1)?.role === 'user', 'the last one must be from the user'),
    stream: z.boolean().nullish(),
    n: z.literal(1, 'one answer at a time is given').nullish(),
    filters: z.strictObject(filterFields).default({}),
    today: day.optional(),
  })
  .transform(({ n: _, stream, ...asked }) => ({ ...asked, stream: stream === true }));

/** The turns of user and assistant; everything else is left out. */
function conversationOf(
  messages: readonly { readonly role: string; readonly content?: string | null | undefined }[],
): ChatMessage[] {
  return messages.flatMap(({ role, content }) =>
    role === 'user' || role === 'assistant' ? [{ role, content: content ?? '' }] : [],
  );
}

/** What an answer adds to the protocol: the evidence, in a field of its own. */
export function evidenceOf(answer: Answer) {
  const { citations, sentences, abstained, language } = answer;
  return { citations, sentences, abstained, language };
}
