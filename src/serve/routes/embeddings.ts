import { Buffer } from 'node:buffer';
import type { RequestHandler } from 'express';
import { z } from 'zod';
import { readRequest } from '../read-request.ts';
import type { WhileRead } from '../while-read.ts';
import type { OpenAIRouteParts } from './chat-completions.ts';
import { EMBEDDER_ID } from './openai-models.ts';

/** Most texts in one request, characters of each, and of all together. */
const MAX_TEXTS = 256;
const MAX_TEXT = 32_000;
const MAX_CHARACTERS = 200_000;

const text = z
  .string()
  .min(1, 'a text with at least one character was expected')
  .max(MAX_TEXT, `at most ${MAX_TEXT} characters a text are taken`);

export const embeddingsSchema = z.object({
  input: z
    .union([text.transform((one) => [one]), z.array(text).min(1).max(MAX_TEXTS)], {
      error: `a text, or a list of at most ${MAX_TEXTS} texts, was expected (no tokens)`,
    })
    .refine(
      (texts) => texts.reduce((sum, { length }) => sum + length, 0) <= MAX_CHARACTERS,
      `at most ${MAX_CHARACTERS} characters together are taken`,
    ),
  encoding_format: z.enum(['float', 'base64']).default('float'),
  dimensions: z.undefined('the embedder has one number of dimensions; leave it out').optional(),
});

/** `POST /v1/embeddings`: the vectors that questions and articles are compared by. */
export function embeddings(
  { application, countTokens }: Pick<OpenAIRouteParts, 'application' | 'countTokens'>,
  whileRead: WhileRead,
): RequestHandler {
  return async (request, response) => {
    const { input, encoding_format } = readRequest(embeddingsSchema, request.body);
    const vectors = await whileRead(response, (signal) => application.embed(input, signal));
    if (vectors === undefined) return;
    const tokens = input.reduce((sum, one) => sum + countTokens(one), 0);
    response.json({
      object: 'list',
      model: EMBEDDER_ID,
      data: vectors.map((vector, index) => ({
        object: 'embedding',
        index,
        embedding: encoding_format === 'float' ? vector : inBase64(vector),
      })),
      usage: { prompt_tokens: tokens, total_tokens: tokens },
    });
  };
}

/** 32-bit floats, little-endian, as OpenAI's clients ask for them. */
function inBase64(vector: readonly number[]): string {
  const bytes = Buffer.alloc(vector.length * 4);
  vector.forEach((value, place) => {
    bytes.writeFloatLE(value, place * 4);
  });
  return bytes.toString('base64');
}
