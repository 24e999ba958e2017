import type { IndexSearchOptions, ScoredChunk } from '../../core/search-index.ts';
import { type FlatVectors, normalizeVector } from './flat-vectors.ts';
import type { VectorGraph } from './vector-graph.ts';

/**
 * Multiplications that an exact scan may cost: about a millisecond, what a search of the graph
 * costs too. Up to 10,000 chunks of 100 dimensions are scanned; a graph would only lose recall.
 */
const SCAN_BUDGET = 1_000_000;

/** How many more candidates than the filter's share suggests are taken from the graph. */
const FILTER_MARGIN = 2;

/** Whether a collection is large enough for a graph to pay. */
export function needsGraph({ count, dimensions }: FlatVectors): boolean {
  return count * dimensions > SCAN_BUDGET;
}

/** The dense side of an index: exact where looking at every vector is cheap, HNSW elsewhere. */
export class VectorIndex {
  readonly #flat: FlatVectors;
  readonly #graph: VectorGraph | null;

  /** @param graph over the same vectors, labelled by chunk number; null scans always */
  constructor(flat: FlatVectors, graph: VectorGraph | null) {
    this.#flat = flat;
    this.#graph = graph;
  }

  /** @throws {RangeError} when the vector is of another dimension or not finite */
  search(vector: readonly number[], { limit, accept }: IndexSearchOptions): ScoredChunk[] {
    const unit = this.#unit(vector);
    if (unit === null) return [];
    if (this.#graph === null) return this.#flat.search(unit, { limit, accept });
    if (accept === undefined) return this.#rescore(unit, this.#graph.search(unit, limit));
    return this.#searchFiltered(unit, this.#graph, limit, accept);
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
  #searchFiltered(
    unit: Float64Array,
    graph: VectorGraph,
    limit: number,
    accept: (chunk: number) => boolean,
  ): ScoredChunk[] {
    const { count, dimensions } = this.#flat;
    let accepted = 0;
    for (let chunk = 0; chunk < count; chunk++) if (accept(chunk)) accepted++;
    const candidates = Math.ceil((FILTER_MARGIN * limit * count) / Math.max(1, accepted));
    if (accepted * dimensions > SCAN_BUDGET && candidates < count) {
      const found = graph.search(unit, candidates).filter(({ chunk }) => accept(chunk));
      if (found.length >= limit) return this.#rescore(unit, found.slice(0, limit));
    }
    return this.#flat.search(unit, { limit, accept });
  }

  /** Scores as `scores` gives them: the graph works in single precision. */
  #rescore(unit: Float64Array, found: readonly ScoredChunk[]): ScoredChunk[] {
    return found
      .map(({ chunk }) => ({ chunk, score: this.#flat.similarity(unit, chunk) }))
      .sort((a, b) => b.score - a.score || a.chunk - b.chunk);
  }

  /** The vector at length 1, or null where it has no direction and so is near to nothing. */
  #unit(vector: readonly number[]): Float64Array | null {
    // An index without chunks has no dimensions to compare with.
    if (this.#flat.count === 0) return null;
    const unit = normalizeVector(vector, this.#flat.dimensions);
    return unit.some((value) => value !== 0) ? unit : null;
  }
}
