import type { ScoredChunk } from '../../core/search-index.ts';
import { vectorLength } from '../../core/vectors.ts';
import type { ChunkRange, RangeSearchOptions } from '../chunk-range.ts';
import { TopChunks } from '../top-chunks.ts';

/** All vectors of an index, of length 1 (or 0 for a text without content), in chunk order. */
export class FlatVectors {
  readonly dimensions: number;
  readonly count: number;
  /** Row by row: the vector of chunk c is at `c * dimensions`. */
  readonly data: Float32Array;

  constructor(data: Float32Array, dimensions: number) {
    this.data = data;
    this.dimensions = dimensions;
    this.count = dimensions === 0 ? 0 : data.length / dimensions;
  }

  /**
   * Copies vectors into one array, each scaled to length 1.
   * @throws {RangeError} when one is of another dimension or holds a value that is not finite
   */
  static of(vectors: readonly ArrayLike<number>[]): FlatVectors {
    const dimensions = vectors[0]?.length ?? 0;
    const data = new Float32Array(vectors.length * dimensions);
    for (const [chunk, vector] of vectors.entries()) {
      data.set(normalizeVector(vector, dimensions), chunk * dimensions);
    }
    return new FlatVectors(data, dimensions);
  }

  vector(chunk: number): Float32Array {
    return this.data.subarray(chunk * this.dimensions, (chunk + 1) * this.dimensions);
  }

  /** Cosine similarity of a vector of length 1 to one chunk. */
  similarity(unit: Float32Array, chunk: number): number {
    const { data, dimensions } = this;
    const base = chunk * dimensions;
    // Four sums do not wait for one another, and numbers of one precision need no conversion.
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let place = 0;
    for (; place + 3 < dimensions; place += 4) {
      const at = base + place;
      a += (unit[place] as number) * (data[at] as number);
      b += (unit[place + 1] as number) * (data[at + 1] as number);
      c += (unit[place + 2] as number) * (data[at + 2] as number);
      d += (unit[place + 3] as number) * (data[at + 3] as number);
    }
    for (; place < dimensions; place++) {
      a += (unit[place] as number) * (data[base + place] as number);
    }
    return a + b + (c + d);
  }

  /** The vectors of some chunks, in the same memory; the first of them has number 0 there. */
  part({ start, end }: ChunkRange): FlatVectors {
    const { data, dimensions } = this;
    return new FlatVectors(data.subarray(start * dimensions, end * dimensions), dimensions);
  }

  /** The exact best chunks by cosine similarity, by looking at every one. */
  search(unit: Float32Array, options: RangeSearchOptions): ScoredChunk[] {
    const { limit, range = { start: 0, end: this.count }, accept } = options;
    const top = new TopChunks(limit);
    let { threshold } = top;
    for (let chunk = range.start; chunk < range.end; chunk++) {
      if (accept !== undefined && !accept(chunk)) continue;
      const similarity = this.similarity(unit, chunk);
      // Of equal ones the first stays, which came before.
      if (similarity <= threshold) continue;
      top.offer(chunk, similarity);
      ({ threshold } = top);
    }
    return top.toSorted();
  }
}

/**
 * The vector scaled to length 1; a vector of zeros stays one.
 * @throws {RangeError} when it is of another dimension or holds a value that is not finite
 */
export function normalizeVector(vector: ArrayLike<number>, dimensions: number): Float64Array {
  if (vector.length !== dimensions) {
    throw new RangeError(`A vector needs ${dimensions} dimensions; one has ${vector.length}.`);
  }
  const length = vectorLength(vector);
  if (!Number.isFinite(length)) {
    throw new RangeError('A vector needs finite numbers; one holds NaN or an infinity.');
  }
  const scale = length === 0 ? 0 : 1 / length;
  return Float64Array.from(vector, (value) => value * scale);
}
