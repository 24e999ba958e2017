import type { ScoredChunk } from '../core/search-index.ts';

/**
 * The best `limit` chunks seen so far: a binary heap with the worst of them at its root.
 * Of two equal scores the lower chunk number is the better one, so results never depend on the
 * order in which chunks are offered.
 */
export class TopChunks {
  readonly #limit: number;
  readonly #scores: Float64Array;
  readonly #chunks: Uint32Array;
  #size = 0;

  constructor(limit: number) {
    this.#limit = Math.max(0, Math.floor(limit));
    this.#scores = new Float64Array(this.#limit);
    this.#chunks = new Uint32Array(this.#limit);
  }

  /** True once every further chunk has to displace one. */
  get full(): boolean {
    return this.#size === this.#limit;
  }

  /** The score of the worst chunk held, or -Infinity while there is room for any. */
  get threshold(): number {
    if (!this.full) return Number.NEGATIVE_INFINITY;
    return this.#limit === 0 ? Number.POSITIVE_INFINITY : (this.#scores[0] as number);
  }

  offer(chunk: number, score: number): void {
    if (this.#size < this.#limit) {
      this.#siftUp(this.#size++, chunk, score);
    } else if (this.#limit > 0 && this.#worse(0, chunk, score)) {
      this.#siftDown(chunk, score);
    }
  }

  /** What is held, best first; ties in chunk order. */
  toSorted(): ScoredChunk[] {
    const held = Array.from({ length: this.#size }, (_, place) => ({
      chunk: this.#chunks[place] as number,
      score: this.#scores[place] as number,
    }));
    return held.sort((a, b) => b.score - a.score || a.chunk - b.chunk);
  }

  /** Whether the entry at `place` ranks below the given one. */
  #worse(place: number, chunk: number, score: number): boolean {
    const held = this.#scores[place] as number;
    return held < score || (held === score && (this.#chunks[place] as number) > chunk);
  }

  #siftUp(from: number, chunk: number, score: number): void {
    let place = from;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (this.#worse(parent, chunk, score)) break;
      this.#copy(parent, place);
      place = parent;
    }
    this.#scores[place] = score;
    this.#chunks[place] = chunk;
  }

  /** Replaces the root. */
  #siftDown(chunk: number, score: number): void {
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= this.#size) break;
      const right = child + 1;
      if (
        right < this.#size &&
        this.#worse(right, this.#chunks[child] as number, this.#scores[child] as number)
      ) {
        child = right;
      }
      if (!this.#worse(child, chunk, score)) break;
      this.#copy(child, place);
      place = child;
    }
    this.#scores[place] = score;
    this.#chunks[place] = chunk;
  }

  #copy(from: number, to: number): void {
    this.#scores[to] = this.#scores[from] as number;
    this.#chunks[to] = this.#chunks[from] as number;
  }
}
