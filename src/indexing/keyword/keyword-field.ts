import type { QueryTerm, ScoredChunk } from '../../core/search-index.ts';
import type { RangeSearchOptions } from '../chunk-range.ts';
import { TopChunks } from '../top-chunks.ts';
import { IMPACT_SCALE, inverseDocumentFrequency } from './bm25.ts';
import { searchBlock } from './max-score-search.ts';
import {
  BLOCK_CHUNKS,
  type PostingBlock,
  type PostingList,
  seekDocument,
} from './posting-block.ts';
import { TermDictionary, type TermDictionaryData } from './term-dictionary.ts';

/** A field's inverted index; these arrays are what goes to disk. */
export interface KeywordFieldData {
  /** Chunks in the whole index, with or without this field. */
  readonly chunkCount: number;
  readonly dictionary: TermDictionaryData;
  /** The highest impact of each term. */
  readonly maxImpacts: Uint16Array;
  /** Postings of chunks 0 to 65,535, of the next as many, and so on. */
  readonly blocks: readonly PostingBlock[];
}

/** A query term that the field has. */
interface KnownTerm {
  readonly number: number;
  /** Weight times inverse document frequency, per step of impact. */
  readonly factor: number;
  /** The most that the term adds to a score. */
  readonly bound: number;
}

/** BM25 over one field. The score of a chunk is the sum of weight · idf · impact over the terms. */
export class KeywordField {
  readonly #data: KeywordFieldData;
  readonly #dictionary: TermDictionary;

  constructor(data: KeywordFieldData) {
    this.#data = data;
    this.#dictionary = new TermDictionary(data.dictionary);
  }

  documentFrequency(term: string): number {
    const number = this.#dictionary.numberOf(term);
    return number < 0 ? 0 : this.#frequencyOf(number);
  }

  /** Numbers of the chunks that hold a term, ascending. */
  chunksHolding(term: string): number[] {
    const number = this.#dictionary.numberOf(term);
    if (number < 0) return [];
    return this.#data.blocks.flatMap(({ postingOffsets, documents }, place) => {
      const held = documents.subarray(postingOffsets[number], postingOffsets[number + 1]);
      return Array.from(held, (document) => place * BLOCK_CHUNKS + document);
    });
  }

  /** The exact best chunks. Chunks without any of the terms are never among them. */
  search(terms: readonly QueryTerm[], options: RangeSearchOptions): ScoredChunk[] {
    const { chunkCount, blocks } = this.#data;
    const { limit, range = { start: 0, end: chunkCount }, accept } = options;
    const known = this.#lookUp(terms);
    const top = new TopChunks(limit);
    for (const [place, block] of blocks.entries()) {
      const first = place * BLOCK_CHUNKS;
      const start = Math.max(0, range.start - first);
      const end = Math.min(BLOCK_CHUNKS, range.end - first);
      if (start >= end) continue;
      searchBlock(block, { first, start, end }, listsIn(block, known), top, accept);
    }
    return top.toSorted();
  }

  /** The exact score of each given chunk, equal to what `search` gives it; 0 without a match. */
  scores(terms: readonly QueryTerm[], chunks: readonly number[]): number[] {
    const known = this.#lookUp(terms);
    const scores = new Array<number>(chunks.length).fill(0);
    // Ascending chunks let every list be walked once, whatever the order asked for.
    const ascending = chunks.map((_, place) => place);
    ascending.sort((a, b) => (chunks[a] as number) - (chunks[b] as number));
    for (const [number, block] of this.#data.blocks.entries()) {
      const isHere = (place: number) =>
        Math.floor((chunks[place] as number) / BLOCK_CHUNKS) === number;
      const places = ascending.filter(isHere);
      if (places.length === 0) continue;
      const { documents, impacts } = block;
      for (const { start, end, factor } of listsIn(block, known)) {
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

  #frequencyOf(number: number): number {
    return this.#data.blocks.reduce((sum, { postingOffsets }) => {
      return sum + (postingOffsets[number + 1] as number) - (postingOffsets[number] as number);
    }, 0);
  }

  /**
   * The terms that the field has, most valuable first. Every score is summed in this order, pruned
   * or not, so that floating point gives the same sum everywhere.
   */
  #lookUp(terms: readonly QueryTerm[]): KnownTerm[] {
    const { chunkCount, maxImpacts } = this.#data;
    const weights = new Map<number, number>();
    for (const { term, weight } of terms) {
      const number = this.#dictionary.numberOf(term);
      if (number >= 0 && weight > 0) weights.set(number, (weights.get(number) ?? 0) + weight);
    }
    const known = Array.from(weights, ([number, weight]) => {
      const idf = inverseDocumentFrequency(chunkCount, this.#frequencyOf(number));
      const factor = (weight * idf) / IMPACT_SCALE;
      return { number, factor, bound: factor * (maxImpacts[number] as number) };
    });
    return known.sort((a, b) => b.bound - a.bound || a.number - b.number);
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
