import { createHash } from 'node:crypto';
import type { Behaviour } from './model-server.ts';

/** One entry of an embeddings response. */
export interface EmbeddingEntry {
  readonly object: 'embedding';
  readonly index: number;
  /** JSON has no NaN; a server that computes one sends null. */
  readonly embedding: readonly (number | null)[];
}

/** Dimension of the vectors where the client does not ask for one. */
export const EMBEDDING_DIMENSIONS = 8;

/**
 * A good embeddings response: vectors that depend on the text alone, not of unit length.
 * @param alter changes the entries before they are sent: reorder, drop, damage
 */
export function embed(
  alter: (entries: EmbeddingEntry[]) => readonly EmbeddingEntry[] = (entries) => entries,
): Behaviour {
  return ({ request, response }) => {
    const input = request.body?.input ?? [];
    const texts = typeof input === 'string' ? [input] : input;
    const dimensions = request.body?.dimensions ?? EMBEDDING_DIMENSIONS;
    const entries = texts.map((text, index) => ({
      object: 'embedding' as const,
      index,
      embedding: vectorOf(text, dimensions),
    }));
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify({ object: 'list', model: request.body?.model, data: alter(entries) }),
    );
  };
}

/** The vector that `embed` gives a text: numbers from -12.8 to 12.7, never all zero. */
export function vectorOf(text: string, dimensions: number): number[] {
  const digest = createHash('sha512').update(text).digest();
  return Array.from({ length: dimensions }, (_, place) => {
    const byte = digest[place % digest.length] ?? 0;
    return (byte - 128) / 10 + (place === 0 ? 0.01 : 0);
  });
}

/** Changes each vector of a response. */
export function eachVector(
  change: (vector: readonly (number | null)[]) => readonly (number | null)[],
): (entries: EmbeddingEntry[]) => readonly EmbeddingEntry[] {
  return (entries) => entries.map((entry) => ({ ...entry, embedding: change(entry.embedding) }));
}
