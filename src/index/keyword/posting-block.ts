/** Chunks of a block: their numbers within it take 16 bits. */
export const BLOCK_CHUNKS = 65_536;

/**
 * The postings of up to 65,536 chunks in compressed-row form: for every term of the field the
 * chunks that hold it, one term after the other. Four bytes a posting.
 */
export interface PostingBlock {
  /** Where each term's postings begin; one more entry than the field has terms. */
  readonly postingOffsets: Uint32Array;
  /** Chunk numbers less that of the block's first chunk, ascending within a term. */
  readonly documents: Uint16Array;
  /** BM25 impact of the term on the chunk, 1 to 65,535 for 0 to 1. */
  readonly impacts: Uint16Array;
}

/** One query term's postings in a block: a range of its arrays, and what a posting is worth. */
export interface PostingList {
  readonly start: number;
  readonly end: number;
  /** A posting adds `factor * impact` to its chunk's score. */
  readonly factor: number;
  /** The most that any posting of the term adds. */
  readonly bound: number;
}

/**
 * First place in `documents[from, end)` whose value is at least `wanted`, or `end`. Steps double,
 * then halve: cheap for the near places that ascending look-ups ask for.
 */
export function seekDocument(
  documents: Uint16Array,
  from: number,
  end: number,
  wanted: number,
): number {
  if (from >= end || (documents[from] as number) >= wanted) return from;
  let low = from;
  let step = 1;
  while (low + step < end && (documents[low + step] as number) < wanted) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, end);
  // documents[low] < wanted, and documents[high] >= wanted or high is the end.
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((documents[middle] as number) < wanted) low = middle;
    else high = middle;
  }
  return high;
}
