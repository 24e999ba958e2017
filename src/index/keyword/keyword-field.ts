import { at } from '../../core/array.ts';
import { inverseDocumentFrequency } from '../../core/inverse-document-frequency.ts';
import type { QueryTerm } from '../../core/search-index.ts';
import { IMPACT_SCALE } from './bm25.ts';
import { FieldQuery, type KnownTerm } from './field-query.ts';
import { BLOCK_CHUNKS, type PostingBlock } from './posting-block.ts';
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

  /** Looks terms up. Those that the field lacks are left out; a repeated one has both weights. */
  query(terms: readonly QueryTerm[]): FieldQuery {
    const { chunkCount, maxImpacts, blocks } = this.#data;
    const weights = new Map<number, number>();
    for (const { term, weight } of terms) {
      const number = this.#dictionary.numberOf(term);
      if (number >= 0 && weight > 0) weights.set(number, (weights.get(number) ?? 0) + weight);
    }
    const known = Array.from(weights, ([number, weight]): KnownTerm => {
      const idf = inverseDocumentFrequency(chunkCount, this.#frequencyOf(number));
      const factor = (weight * idf) / IMPACT_SCALE;
      return { number, factor, bound: factor * at(maxImpacts, number) };
    });
    known.sort((a, b) => b.bound - a.bound || a.number - b.number);
    return new FieldQuery(chunkCount, blocks, known);
  }

  #frequencyOf(number: number): number {
    let frequency = 0;
    for (const { postingOffsets } of this.#data.blocks) {
      frequency += at(postingOffsets, number + 1) - at(postingOffsets, number);
    }
    return frequency;
  }
}
