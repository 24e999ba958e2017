import { z } from 'zod';
import type { Answer } from '../core/answer.ts';
import type { ChatMessage } from '../core/composer.ts';
import { day, filterFields } from './request-fields.ts';

/** The name under which OpenAI clients find this server. */
const PRODUCT_ID = 'yinzheng';

/** `yinzheng`, or `yinzheng:NAME` for an answer that the model of this name writes. */
export function modelId(model: string | null | undefined): string {
  return model === null || model === undefined ? PRODUCT_ID : `${PRODUCT_ID}:${model}`;
}

/** The model that a request chooses by its id; any other name than ours means the default. */
export const modelField = z
  .string()
  .nullish()
  .transform((id) =>
    id?.startsWith(`${PRODUCT_ID}:`) ? id.slice(PRODUCT_ID.length + 1) : undefined,
  );

const contentSchema = z.union(
  [
    z.string(),
    z
      .array(z.object({ type: z.literal('text'), text: z.string() }))
      .transform((parts) => parts.map((part) => part.text).join('\n')),
  ],
  'text was expected: a string, or parts of the type "text"',
);

const TEXT_ONLY =
  'answers are text made of evidence; "text" alone is given. Ask for text and read "yinzheng"';

/** The form that an answer is asked for in; what cannot be given is refused rather than ignored. */
export const textFormat = z
  .object({ type: z.literal('text', TEXT_ONLY) })
  .loose()
  .nullish();

/** Tools are never called, so nobody may insist on it. */
export const toolChoice = z
  .enum(['auto', 'none'], 'this server calls no tools; "auto" or "none" was expected')
  .nullish();

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
    model: modelField,
    stream: z.boolean().nullish(),
    stream_options: z.object({ include_usage: z.boolean().nullish() }).nullish(),
    n: z.literal(1, 'one answer at a time is given').nullish(),
    tool_choice: toolChoice,
    response_format: textFormat,
    filters: z.strictObject(filterFields).default({}),
    today: day.optional(),
  })
  .transform(({ messages, filters, today, model, stream, stream_options }) => ({
    asked: { messages, filters, today, model },
    stream: stream === true,
    includeUsage: stream_options?.include_usage === true,
  }));

/** The turns of user and assistant; everything else is left out. */
export function conversationOf(
  messages: readonly { readonly role: string; readonly content?: string | null | undefined }[],
): ChatMessage[] {
  return messages.flatMap(({ role, content }) =>
    role === 'user' || role === 'assistant' ? [{ role, content: content ?? '' }] : [],
  );
}

/** What an answer adds to the protocol, under one key, so that it is in nobody's way. */
export function evidenceOf(answer: Answer) {
  const { citations, sentences, abstained, outcome, language } = answer;
  return { yinzheng: { citations, sentences, abstained, outcome, language } };
}
