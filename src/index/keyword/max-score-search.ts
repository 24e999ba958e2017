import type { IndexSearchOptions } from '../../core/search-index.ts';
import type { TopChunks } from '../top-chunks.ts';
import { type PostingBlock, type PostingList, seekDocument } from './posting-block.ts';

/** Chunks scored at a time: few enough that their scores stay in the nearest caches. */
const WINDOW = 4096;

/** How many postings can be walked in the time that one look-up takes. */
const WALKED_PER_LOOKUP = 8;

/**
 * Bounds are sums in another order than the scores they bound; this covers the rounding, so that
 * nothing is pruned that exact arithmetic would keep.
 */
const ROUNDING = 1 + 1e-12;

/**
 * Offers the best chunks of some posting lists, without scoring every posting: MaxScore (Turtle and
 * Flood, 1995) by windows, as Lucene's MaxScoreBulkScorer does it. Lists whose bounds together
 * cannot lift a chunk over the worst result held propose nothing: they are only added to the
 * chunks that the other lists propose, fewer with every list, because those that can no longer be
 * a result are dropped. What is held in the end is exactly what scoring everything would give.
 *
 * @param chunks the block's first chunk, and which of the block to search, counted from that one
 * @param lists most valuable first; scores are summed in this order, pruned or not
 * @param top holds the best of the blocks before, whose chunks all come before this one's
 */
export function searchBlock(
  block: PostingBlock,
  chunks: { readonly first: number; readonly start: number; readonly end: number },
  lists: readonly PostingList[],
  top: TopChunks,
  accept: IndexSearchOptions['accept'],
): void {
  const remaining = remainingBounds(lists);
  const window = new ScoringWindow(block, chunks.end, lists);
  let proposing = lists.length;
  for (let base = chunks.start; base < chunks.end; base += WINDOW) {
    const { threshold } = top;
    while (proposing > 0 && (remaining[proposing - 1] as number) <= threshold) proposing--;
    if (proposing === 0) break;
    window.open(base, proposing);
    for (let place = proposing; place < lists.length; place++) {
      window.dropBelow(threshold, remaining[place] as number);
      window.complete(place);
    }
    window.offerTo(top, chunks.first, accept);
  }
}

/** The scores of the chunks from `base` on in a block, and which of them may be results. */
class ScoringWindow {
  readonly #documents: Uint16Array;
  readonly #impacts: Uint16Array;
  readonly #lists: readonly PostingList[];
  /** Where the last window ends. */
  readonly #limit: number;
  /** Each list's postings in the window, and so where the next window begins. */
  readonly #starts: Uint32Array;
  readonly #ends: Uint32Array;
  readonly #scores: Float64Array;
  /** One bit for each chunk of the window that a list proposed. */
  readonly #proposed: Uint32Array;
  /** Slots of the chunks that are still in, ascending. */
  readonly #candidates: Uint16Array;
  #count = 0;
  #base = 0;

  constructor({ documents, impacts }: PostingBlock, limit: number, lists: readonly PostingList[]) {
    const size = Math.min(WINDOW, limit);
    this.#limit = limit;
    this.#documents = documents;
    this.#impacts = impacts;
    this.#lists = lists;
    this.#starts = new Uint32Array(lists.length);
    this.#ends = Uint32Array.from(lists, ({ start }) => start);
    this.#scores = new Float64Array(size);
    this.#proposed = new Uint32Array(Math.ceil(size / 32));
    this.#candidates = new Uint16Array(size);
  }

  /** Begins a window with the first `proposing` lists: every chunk that they hold is a candidate. */
  open(base: number, proposing: number): void {
    this.#base = base;
    this.#count = 0;
    this.#scores.fill(0);
    for (let place = 0; place < proposing; place++) {
      this.#advance(place);
      this.#propose(place);
    }
    this.#collect();
  }

  /** Moves a list on to its postings in the window; how many they are. */
  #advance(place: number): number {
    const { end } = this.#lists[place] as PostingList;
    const start = seekDocument(this.#documents, this.#ends[place] as number, end, this.#base);
    const windowEnd = seekDocument(
      this.#documents,
      start,
      end,
      Math.min(this.#base + WINDOW, this.#limit),
    );
    this.#starts[place] = start;
    this.#ends[place] = windowEnd;
    return windowEnd - start;
  }

  /** Adds what a list has in the window, and notes its chunks. */
  #propose(place: number): void {
    const documents = this.#documents;
    const impacts = this.#impacts;
    const scores = this.#scores;
    const proposed = this.#proposed;
    const base = this.#base;
    const end = this.#ends[place] as number;
    const { factor } = this.#lists[place] as PostingList;
    for (let posting = this.#starts[place] as number; posting < end; posting++) {
      const slot = (documents[posting] as number) - base;
      scores[slot] = (scores[slot] as number) + factor * (impacts[posting] as number);
      proposed[slot >>> 5] = (proposed[slot >>> 5] as number) | (1 << (slot & 31));
    }
  }

  /** Adds what a list has in the window. */
  #add(place: number): void {
    const documents = this.#documents;
    const impacts = this.#impacts;
    const scores = this.#scores;
    const base = this.#base;
    const end = this.#ends[place] as number;
    const { factor } = this.#lists[place] as PostingList;
    for (let posting = this.#starts[place] as number; posting < end; posting++) {
      const slot = (documents[posting] as number) - base;
      scores[slot] = (scores[slot] as number) + factor * (impacts[posting] as number);
    }
  }

  /** Makes candidates of the chunks that were noted. */
  #collect(): void {
    const proposed = this.#proposed;
    let count = 0;
    for (let word = 0; word < proposed.length; word++) {
      let bits = proposed[word] as number;
      proposed[word] = 0;
      while (bits !== 0) {
        const lowest = bits & -bits;
        bits ^= lowest;
        this.#candidates[count++] = word * 32 + 31 - Math.clz32(lowest);
      }
    }
    this.#count = count;
  }

  /** Drops the candidates that cannot beat a threshold with what the other lists may add. */
  dropBelow(threshold: number, remaining: number): void {
    const candidates = this.#candidates;
    const scores = this.#scores;
    let kept = 0;
    for (let place = 0; place < this.#count; place++) {
      const slot = candidates[place] as number;
      const most = ((scores[slot] as number) + remaining) * ROUNDING;
      if (most > threshold) candidates[kept++] = slot;
    }
    this.#count = kept;
  }

  /** Adds a list to the candidates: by walking it, or where they are few by looking them up. */
  complete(place: number): void {
    if (this.#count === 0) return;
    if (this.#advance(place) <= this.#count * WALKED_PER_LOOKUP) {
      // Chunks that are no candidates get a sum too, which nobody reads.
      this.#add(place);
      return;
    }
    const documents = this.#documents;
    const scores = this.#scores;
    const end = this.#ends[place] as number;
    const { factor } = this.#lists[place] as PostingList;
    let posting = this.#starts[place] as number;
    for (let candidate = 0; candidate < this.#count && posting < end; candidate++) {
      const slot = this.#candidates[candidate] as number;
      const document = this.#base + slot;
      posting = seekDocument(documents, posting, end, document);
      if (posting < end && documents[posting] === document) {
        scores[slot] = (scores[slot] as number) + factor * (this.#impacts[posting] as number);
      }
    }
  }

  /**
   * Ends the window. Chunks come in ascending order, so one that only equals the threshold ranks
   * behind what is held.
   */
  offerTo(top: TopChunks, firstChunk: number, accept: IndexSearchOptions['accept']): void {
    for (let place = 0; place < this.#count; place++) {
      const slot = this.#candidates[place] as number;
      const score = this.#scores[slot] as number;
      const chunk = firstChunk + this.#base + slot;
      if (score > top.threshold && (accept === undefined || accept(chunk))) top.offer(chunk, score);
    }
  }
}

/** At each place, the most that the lists from there on add together. */
function remainingBounds(lists: readonly PostingList[]): Float64Array {
  const remaining = new Float64Array(lists.length + 1);
  for (let place = lists.length - 1; place >= 0; place--) {
    const { bound } = lists[place] as PostingList;
    remaining[place] = ((remaining[place + 1] as number) + bound) * ROUNDING;
  }
  return remaining;
}
