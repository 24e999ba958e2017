import { at } from '../../core/array.ts';
import { NumberedTexts, splitTexts } from '../columns/numbered-texts.ts';
import type { Pages } from '../columns/pages.ts';
import { type Bm25Parameters, IMPACT_SCALE, termImpact } from './bm25.ts';
import { FREQUENCY_SCALE, type KeywordBatch } from './keyword-batch-builder.ts';
import type { KeywordFieldData } from './keyword-field.ts';
import { PackedPairs } from './packed-pairs.ts';
import { BLOCK_CHUNKS } from './posting-block.ts';
import { TermDictionary } from './term-dictionary.ts';

/** Terms that a new block has room for. */
const FIRST_CAPACITY = 1024;

/** Joins batches of a field's terms, in their order, then inverts them into postings. */
export class KeywordFieldBuilder {
  readonly #numbers = new NumberedTexts();
  /** By block, then by term: how many chunks of the block hold it. */
  readonly #blockFrequencies: Uint32Array[] = [];
  /** By chunk: the sum of its frequencies, and how many terms it has. */
  readonly #lengths: number[] = [];
  readonly #termCounts: number[] = [];
  /** Term numbers with frequencies, chunk after chunk. */
  readonly #entries: PackedPairs;

  /** @param pages where entries wait to be inverted */
  constructor(pages: Pages) {
    this.#entries = new PackedPairs(pages);
  }

  /** Adds the chunks of the next batch. */
  append({ terms, lengths, termCounts, numbers, steps }: KeywordBatch): void {
    const known = Uint32Array.from(splitTexts(terms), (term) => this.#numbers.numberOf(term));
    let entry = 0;
    for (const [chunk, count] of termCounts.entries()) {
      if (this.#lengths.length % BLOCK_CHUNKS === 0) {
        this.#blockFrequencies.push(new Uint32Array(FIRST_CAPACITY));
      }
      let frequencies = this.#blockFrequencies.at(-1) as Uint32Array;
      for (const end = entry + count; entry < end; entry++) {
        const number = known[numbers[entry] as number] as number;
        if (number >= frequencies.length) frequencies = this.#widenLastBlock(number);
        frequencies[number] = (frequencies[number] as number) + 1;
        this.#entries.append(number, steps[entry] as number);
      }
      this.#lengths.push(lengths[chunk] as number);
      this.#termCounts.push(count);
    }
  }

  /** Room in the block under way for the frequency of a term. */
  #widenLastBlock(term: number): Uint32Array {
    const frequencies = this.#blockFrequencies.pop() as Uint32Array;
    const wider = new Uint32Array(Math.max(term + 1, 2 * frequencies.length));
    wider.set(frequencies);
    this.#blockFrequencies.push(wider);
    return wider;
  }

  /** Ends the collection; the builder is of no use afterwards. */
  build(parameters: Bm25Parameters): KeywordFieldData {
    const terms = this.#numbers.size;
    const maxImpacts = new Uint16Array(terms);
    const blocks = this.#blockFrequencies.map((frequencies) => {
      const postingOffsets = runningTotals(frequencies, terms);
      const postings = postingOffsets.at(-1) as number;
      return {
        postingOffsets,
        documents: new Uint16Array(postings),
        impacts: new Uint16Array(postings),
        next: postingOffsets.slice(),
      };
    });
    const lengths = this.#lengths;
    const averageLength = mean(lengths);
    this.#entries.drain(this.#termCounts, (document, term, steps) => {
      const length = lengths[document] as number;
      const impact = termImpact(steps / FREQUENCY_SCALE, length, averageLength, parameters);
      // At least 1: a chunk that holds a term always scores above one that does not.
      const stored = Math.max(1, Math.round(impact * IMPACT_SCALE));
      const block = blocks[Math.floor(document / BLOCK_CHUNKS)] as (typeof blocks)[number];
      const posting = block.next[term] as number;
      block.next[term] = posting + 1;
      block.documents[posting] = document % BLOCK_CHUNKS;
      block.impacts[posting] = stored;
      if (stored > (maxImpacts[term] as number)) maxImpacts[term] = stored;
    });
    const field = {
      chunkCount: lengths.length,
      dictionary: TermDictionary.of(this.#numbers.list()).data,
      maxImpacts,
      blocks: blocks.map(({ next: _, ...block }) => block),
    };
    this.#numbers.clear();
    for (const list of [this.#blockFrequencies, lengths, this.#termCounts]) list.length = 0;
    return field;
  }
}

/**
 * At each of `places`, the sum of the counts before it, and of all of them at the end. A block counts
 * only the terms that were known when it ended: those that came later count 0 in it.
 */
function runningTotals(counts: Uint32Array, places: number): Uint32Array {
  const totals = new Uint32Array(places + 1);
  let total = 0;
  for (let place = 0; place < places; place++) {
    total += place < counts.length ? at(counts, place) : 0;
    totals[place + 1] = total;
  }
  return totals;
}

/** Average over the chunks that have the field at all; 1 where none has. */
function mean(lengths: readonly number[]): number {
  let total = 0;
  let counted = 0;
  for (const length of lengths) {
    if (length > 0) counted++;
    total += length;
  }
  return counted === 0 ? 1 : total / counted;
}
