import type { Language } from '../core/article.ts';
import type { OrderedChunk } from './ordered-chunk.ts';

/** Chunks by their numbers: from `start` up to, not including, `end`. */
export interface ChunkRange {
  readonly start: number;
  readonly end: number;
}

/** Chunks to search among; as `IndexSearchOptions`, with the language as a range. */
export interface RangeSearchOptions {
  /** Most results. */
  readonly limit: number;
  /** Absent means all chunks. */
  readonly range?: ChunkRange | undefined;
  /** Chunks of the range to consider; absent means all. */
  readonly accept?: ((chunk: number) => boolean) | undefined;
}

/** A range for which nothing is found. */
export const EMPTY_RANGE: ChunkRange = { start: 0, end: 0 };

/**
 * The chunks of each language, which stand together.
 * @throws {RangeError} when they do not
 */
export function rangesByLanguage(
  chunks: readonly OrderedChunk[],
): ReadonlyMap<Language, ChunkRange> {
  const ranges = new Map<Language, ChunkRange>();
  for (const [number, { article }] of chunks.entries()) {
    const { language } = article;
    const { start, end } = ranges.get(language) ?? { start: number, end: number };
    if (end !== number) {
      throw new RangeError(`Chunk ${number} stands apart from the others in its language.`);
    }
    ranges.set(language, { start, end: number + 1 });
  }
  return ranges;
}
