import type { ScoredChunk } from '../../core/search-index.ts';
import type { RangeSearchOptions } from '../chunk-range.ts';
import { TopChunks } from '../top-chunks.ts';
import { IMPACT_SCALE } from './bm25.ts';
import { searchBlock } from './max-score-search.ts';
import {
  BLOCK_CHUNKS,
  type PostingBlock,
  type PostingList,
  seekDocument,
} from './posting-block.ts';

/** A query term that the field has. */
export interface KnownTerm {
  readonly number: number;
  /** Weight times inverse document frequency, per step of impact. */
  readonly factor: number;
  /** The most that the term adds to a score. */
  readonly bound: number;
}

/** Terms looked up in a field once, to search and to score by. */
export class FieldQuery {
  readonly #chunkCount: number;
  readonly #blocks: readonly PostingBlock[];
  readonly #terms: readonly KnownTerm[];

  /**
   * @param terms most valuable first. Every score is summed in this order, pruned or not, so that
   *   floating point gives the same sum everywhere
   */
  constructor(chunkCount: number, blocks: readonly PostingBlock[], terms: readonly KnownTerm[]) {
    this.#chunkCount = chunkCount;
    this.#blocks = blocks;
    this.#terms = terms;
  }

  /** The sum of weight · idf, which no score reaches, because impacts stay below 1. */
  get ceiling(): number {
    return this.#terms.reduce((sum, { factor }) => sum + factor * IMPACT_SCALE, 0);
  }

  /** The exact best chunks. Chunks without any of the terms are never among them. */
  search(options: RangeSearchOptions): ScoredChunk[] {
    const { limit, range = { start: 0, end: this.#chunkCount }, accept } = options;
    const top = new TopChunks(limit);
    for (const [place, block] of this.#blocks.entries()) {
      const first = place * BLOCK_CHUNKS;
      const start = Math.max(0, range.start - first);
      const end = Math.min(BLOCK_CHUNKS, range.end - first);
      if (start >= end) continue;
      searchBlock(block, { first, start, end }, listsIn(block, this.#terms), top, accept);
    }
    return top.toSorted();
  }

  /** The exact score of each given chunk, equal to what `search` gives it; 0 without a match. */
  scores(chunks: readonly number[]): number[] {
    const scores = new Array<number>(chunks.length).fill(0);
    // Ascending chunks let every list be walked once, whatever the order asked for.
    const ascending = chunks.map((_, place) => place);
    ascending.sort((a, b) => (chunks[a] as number) - (chunks[b] as number));
    for (const [number, block] of this.#blocks.entries()) {
      const isHere = (place: number) =>
        Math.floor((chunks[place] as number) / BLOCK_CHUNKS) === number;
      const places = ascending.filter(isHere);
      if (places.length === 0) continue;
      const { documents, impacts } = block;
      for (const { start, end, factor } of listsIn(block, this.#terms)) {
        let posting = start;
        for (const place of places) {
          const document = (chunks[place] as number) % BLOCK_CHUNKS;
          posting = seekDocument(documents, posting, end, document);
          if (posting === end) break;
          if (documents[posting] !== document) continue;
          scores[place] = (scores[place] as number) + factor * (impacts[posting] as number);
        }
      }
    }
    return scores;
  }
}

/** The terms' postings in one block, where there are any. */
function listsIn({ postingOffsets }: PostingBlock, terms: readonly KnownTerm[]): PostingList[] {
  return terms.flatMap(({ number, factor, bound }) => {
    const start = postingOffsets[number] as number;
    const end = postingOffsets[number + 1] as number;
    return start === end ? [] : [{ start, end, factor, bound }];
  });
}
