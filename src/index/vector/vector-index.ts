import type { ScoredChunk } from '../../core/search-index.ts';
import type { ChunkRange, RangeSearchOptions } from '../chunk-range.ts';
import { type FlatVectors, normalizeVector } from './flat-vectors.ts';
import type { VectorGraph } from './vector-graph.ts';

/**
 * Multiplications that an exact scan may cost: about a millisecond, what a search of the graph
 * costs too. Up to 10,000 chunks of 100 dimensions are scanned; a graph would only lose recall.
 */
const SCAN_BUDGET = 1_000_000;

/** How many more candidates than the filter's share suggests are taken from the graph. */
const FILTER_MARGIN = 2;

/** Whether vectors are so many that a graph pays. */
export function needsGraph({ count, dimensions }: FlatVectors): boolean {
  return count * dimensions > SCAN_BUDGET;
}

/** Chunks that are searched together: those of one language. */
export interface VectorPart {
  readonly range: ChunkRange;
  /** Over the vectors of the range, the first of them labelled 0; null scans always. */
  readonly graph: VectorGraph | null;
}

/**
 * The dense side of an index: exact where looking at every vector is cheap, HNSW elsewhere, with a
 * graph for each language, so that what is sought in one is never crowded out by the other.
 */
export class VectorIndex {
  readonly #flat: FlatVectors;
  readonly #parts: readonly VectorPart[];

  /** @param parts which together hold every chunk */
  constructor(flat: FlatVectors, parts: readonly VectorPart[]) {
    this.#flat = flat;
    this.#parts = parts;
  }

  /**
   * @param options with a range of whole parts
   * @throws {RangeError} when the vector is of another dimension or not finite
   */
  search(vector: readonly number[], { limit, range, accept }: RangeSearchOptions): ScoredChunk[] {
    const unit = this.#unit(vector);
    if (unit === null) return [];
    const { start, end } = range ?? { start: 0, end: this.#flat.count };
    const found = this.#parts
      .filter((part) => part.range.start >= start && part.range.end <= end)
      .map((part) => this.#searchPart(unit, part, limit, accept));
    const [only, ...others] = found;
    if (only === undefined || others.length === 0) return only ?? [];
    return found.flat().sort(byScore).slice(0, limit);
  }

  /** @throws {RangeError} when the vector is of another dimension or not finite */
  scores(vector: readonly number[], chunks: readonly number[]): number[] {
    const unit = this.#unit(vector);
    return chunks.map((chunk) => (unit === null ? 0 : this.#flat.similarity(unit, chunk)));
  }

  /**
   * The graph is searched without the filter, for more candidates, and its results are filtered
   * here: a filter called from native code costs a crossing for every vector met, and one that
   * threw there would end the process. Narrow filters, and those that the candidates mostly fail,
   * are answered by an exact scan.
   */
  #searchPart(
    unit: Float32Array,
    { range, graph }: VectorPart,
    limit: number,
    accept: RangeSearchOptions['accept'],
  ): ScoredChunk[] {
    if (graph === null) return this.#flat.search(unit, { limit, range, accept });
    if (accept === undefined) return this.#fromGraph(unit, graph, range, limit);
    const count = range.end - range.start;
    const accepted = countAccepted(range, accept);
    const candidates = Math.ceil((FILTER_MARGIN * limit * count) / Math.max(1, accepted));
    if (accepted * this.#flat.dimensions > SCAN_BUDGET && candidates < count) {
      const found = this.#fromGraph(unit, graph, range, candidates);
      const passed = found.filter(({ chunk }) => accept(chunk));
      if (passed.length >= limit) return passed.slice(0, limit);
    }
    return this.#flat.search(unit, { limit, range, accept });
  }

  /** Scores as `scores` gives them: the graph works in single precision. */
  #fromGraph(
    unit: Float32Array,
    graph: VectorGraph,
    { start }: ChunkRange,
    limit: number,
  ): ScoredChunk[] {
    return graph
      .search(unit, limit)
      .map((label) => ({ chunk: start + label, score: this.#flat.similarity(unit, start + label) }))
      .sort(byScore);
  }

  /** The vector at length 1, or null where it has no direction and so is near to nothing. */
  #unit(vector: readonly number[]): Float32Array | null {
    // An index without chunks has no dimensions to compare with.
    if (this.#flat.count === 0) return null;
    const unit = Float32Array.from(normalizeVector(vector, this.#flat.dimensions));
    return unit.some((value) => value !== 0) ? unit : null;
  }
}

/** Chunks that a filter is tried on, to tell how many of all pass. */
const SAMPLED = 2048;

/** How many chunks of a range pass a filter: exact for few chunks, of many reckoned from some. */
function countAccepted(
  { start, end }: ChunkRange,
  accept: NonNullable<RangeSearchOptions['accept']>,
): number {
  const step = Math.max(1, (end - start) / SAMPLED);
  let accepted = 0;
  for (let at = start; at < end; at += step) if (accept(Math.floor(at))) accepted++;
  return Math.round(accepted * step);
}

function byScore(a: ScoredChunk, b: ScoredChunk): number {
  return b.score - a.score || a.chunk - b.chunk;
}
