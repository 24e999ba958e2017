import { z } from 'zod';
import { YinzhengError } from '../../core/errors.ts';
import { describePlace } from './describe-place.ts';

const responseSchema = z.object({
  data: z.array(
    z.object({
      index: z.int().nonnegative(),
      embedding: z.array(z.number()),
    }),
  ),
});

/**
 * Vectors of an embeddings response in the order of the texts, each scaled to unit length.
 * @param count number of texts that were sent
 * @param dimension what each vector must have, or null to take that of the first
 * @throws {YinzhengError} `embedding-failed` unless there is exactly one usable vector for each
 */
export function readVectors(
  response: unknown,
  count: number,
  dimension: number | null,
): number[][] {
  const parsed = responseSchema.safeParse(response);
  if (!parsed.success) {
    throw failed(
      `Expected an embeddings response, a list "data" of an "index" and an "embedding" each; got something else at ${describePlace(parsed.error)}.`,
    );
  }
  const { data } = parsed.data;
  if (data.length !== count) throw failed(`${count} vectors were expected; ${data.length} came.`);
  const vectors: number[][] = [];
  const expected = dimension ?? data[0]?.embedding.length ?? 0;
  for (const { index, embedding } of data) {
    if (index >= count || vectors[index] !== undefined) {
      throw failed(`Each index from 0 to ${count - 1} was expected once; ${index} came too many.`);
    }
    if (embedding.length !== expected) {
      throw failed(`Vectors of ${expected} dimensions were expected; ${embedding.length} came.`);
    }
    vectors[index] = toUnitLength(embedding, index);
  }
  return vectors;
}

/** Divides by the Euclidean norm, so that a dot product is the cosine similarity. */
function toUnitLength(vector: readonly number[], index: number): number[] {
  const norm = Math.hypot(...vector);
  if (!(norm > 0 && Number.isFinite(norm))) {
    throw failed(`A vector with a length was expected; that of text ${index} is ${norm}.`);
  }
  return vector.map((component) => component / norm);
}

function failed(detail: string): YinzhengError {
  return new YinzhengError('embedding-failed', detail);
}
