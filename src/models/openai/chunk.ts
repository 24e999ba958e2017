import { z } from 'zod';
import { YinzhengError } from '../../core/errors.ts';
import { describePlace } from './describe-place.ts';

/** The part of a `chat.completion.chunk` that matters here; servers add fields of their own. */
const chunkSchema = z.object({
  choices: z
    .array(
      z.object({
        delta: z
          .object({
            content: z.string().nullish(),
            // DeepSeek and vLLM write the first, Ollama and OpenRouter the second.
            reasoning_content: z.string().nullish(),
            reasoning: z.string().nullish(),
          })
          .nullish(),
        finish_reason: z.string().nullish(),
      }),
    )
    // A chunk that only reports usage has none.
    .nullish(),
});

export interface ChunkContent {
  readonly text: string;
  /** True when the model wrote reasoning, which is no part of the answer but a sign of life. */
  readonly reasons: boolean;
  /** Why the model stopped, or null while it goes on. */
  readonly finish: string | null;
}

/** @throws {YinzhengError} `model-response-invalid` */
export function readChunk(chunk: unknown): ChunkContent {
  const parsed = chunkSchema.safeParse(chunk);
  if (!parsed.success) {
    throw new YinzhengError(
      'model-response-invalid',
      `Expected a chat.completion.chunk with "choices" that have a "delta" each; got something else at ${describePlace(parsed.error)}.`,
    );
  }
  const choice = parsed.data.choices?.[0];
  const delta = choice?.delta;
  return {
    text: delta?.content ?? '',
    reasons: (delta?.reasoning_content || delta?.reasoning || '') !== '',
    // Some servers send an empty finish reason with every chunk.
    finish: choice?.finish_reason || null,
  };
}
