import { valueAt } from '../core/array.ts';
import { nextTurn, orAborted } from '../core/async.ts';
import { YinzhengError } from '../core/errors.ts';
import { embeddedText } from './embedded-text.ts';
import type { IndexEmbedder } from './index-embedder.ts';
import type { OrderedChunk } from './ordered-chunk.ts';
import { FlatVectors, normalizeVector } from './vector/flat-vectors.ts';
import type { VectorJournal } from './vector/vector-journal.ts';
import { KEY_BYTES, vectorKey } from './vector/vector-key.ts';

/** Texts embedded between two flushes of the journal: the most that a crash can cost. */
const BATCH = 256;

/** Which vectors are there already, and which have to be computed. */
export interface EmbeddingPlan {
  /** The key of each chunk's vector, in chunk order. */
  readonly keys: readonly string[];
  /** Vectors that need not be computed, by key. */
  readonly known: ReadonlyMap<string, Float32Array>;
  /** The first chunk of every text that no vector is known for, by key. */
  readonly missing: ReadonlyMap<string, OrderedChunk>;
  readonly counts: {
    readonly reused: number;
    readonly resumed: number;
    readonly computed: number;
  };
}

/**
 * @param previous vectors of the previous snapshot
 * @param journal vectors of an interrupted run
 */
export function planEmbedding(
  chunks: readonly OrderedChunk[],
  embedderFingerprint: string,
  previous: ReadonlyMap<string, Float32Array>,
  journal: ReadonlyMap<string, Float32Array>,
): EmbeddingPlan {
  const known = new Map<string, Float32Array>();
  const missing = new Map<string, OrderedChunk>();
  let resumed = 0;
  const keys = chunks.map((placed) => {
    const key = vectorKey(embedderFingerprint, embeddedText(placed.chunk, placed.article));
    if (known.has(key) || missing.has(key)) return key;
    const interrupted = journal.get(key);
    const vector = previous.get(key) ?? interrupted;
    if (vector === undefined) missing.set(key, placed);
    else known.set(key, vector);
    if (vector !== undefined && vector === interrupted) resumed++;
    return key;
  });
  const computed = missing.size;
  return {
    keys,
    known,
    missing,
    counts: { reused: keys.length - resumed - computed, resumed, computed },
  };
}

/**
 * Computes the missing vectors, each batch on the disk before the next is asked for.
 * @throws {YinzhengError} `embedding-failed` when a vector is not usable
 */
export async function embedChunks(
  { keys, missing }: EmbeddingPlan,
  embedder: IndexEmbedder,
  collector: VectorCollector,
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const queue = [...missing];
  for (let start = 0; start < queue.length; start += BATCH) {
    const batch = queue.slice(start, start + BATCH);
    onProgress(keys.length - queue.length + start);
    const texts = batch.map(([, { chunk, article }]) => embeddedText(chunk, article));
    const embedded = await orAborted(embedder.embedDocuments(texts), signal);
    await collector.add(
      batch.map(([key]) => key),
      embedded,
    );
    // An embedder may never wait, so timers and signals get their turn here.
    await nextTurn();
  }
  onProgress(keys.length);
}

/** Takes vectors as they are computed, and puts those that are known beside them. */
export class VectorCollector {
  readonly #plan: EmbeddingPlan;
  readonly #journal: VectorJournal;
  #rows: VectorRows | null = null;

  constructor(plan: EmbeddingPlan, journal: VectorJournal) {
    this.#plan = plan;
    this.#journal = journal;
    for (const [key, vector] of plan.known) this.#rowsOf(vector.length).set(key, vector);
  }

  /**
   * Takes a batch; it is on the disk when this returns.
   * @throws {YinzhengError} `embedding-failed` when a vector is not usable
   */
  async add(keys: readonly string[], vectors: readonly ArrayLike<number>[]): Promise<void> {
    const rows = this.#rowsOf(vectors[0]?.length ?? 0);
    const entries = normalizeBatch(keys, vectors, rows.dimensions);
    await this.#journal.append(entries);
    for (const [key, vector] of entries) rows.set(key, vector);
  }

  /** All vectors in chunk order, in memory that threads can share. */
  inChunkOrder(): FlatVectors {
    return this.#rows?.inChunkOrder() ?? new FlatVectors(new Float32Array(0), 0);
  }

  #rowsOf(dimensions: number): VectorRows {
    this.#rows ??= new VectorRows(this.#plan.keys, dimensions);
    return this.#rows;
  }
}

/** Vector keys one after the other, as the snapshot stores them. */
export function encodeKeys(keys: readonly string[]): Uint8Array {
  const bytes = Buffer.alloc(keys.length * KEY_BYTES);
  for (const [place, key] of keys.entries()) bytes.write(key, place * KEY_BYTES, 'latin1');
  return bytes;
}

function normalizeBatch(
  batch: readonly string[],
  embedded: readonly ArrayLike<number>[],
  dimensions: number,
): (readonly [string, Float32Array])[] {
  if (embedded.length !== batch.length) {
    throw new YinzhengError(
      'embedding-failed',
      `${batch.length} vectors were expected; ${embedded.length} came.`,
    );
  }
  // One array for the batch: a small one for each vector would cost as much again in bookkeeping.
  const rows = new Float32Array(batch.length * dimensions);
  return batch.map((key, place) => {
    try {
      const row = rows.subarray(place * dimensions, (place + 1) * dimensions);
      row.set(normalizeVector(embedded[place] as ArrayLike<number>, dimensions));
      return [key, row] as const;
    } catch (cause) {
      throw new YinzhengError('embedding-failed', (cause as Error).message, { cause });
    }
  });
}

/** Vectors as they come, each at once in the place of the first chunk that it stands for. */
class VectorRows {
  readonly dimensions: number;
  readonly #keys: readonly string[];
  readonly #firstChunks: ReadonlyMap<string, number>;
  readonly #data: Float32Array;

  constructor(keys: readonly string[], dimensions: number) {
    this.dimensions = dimensions;
    this.#keys = keys;
    const firstChunks = new Map<string, number>();
    for (const [chunk, key] of keys.entries()) {
      if (!firstChunks.has(key)) firstChunks.set(key, chunk);
    }
    this.#firstChunks = firstChunks;
    const bytes = keys.length * dimensions * Float32Array.BYTES_PER_ELEMENT;
    this.#data = new Float32Array(new SharedArrayBuffer(bytes));
  }

  /** @throws {YinzhengError} `embedding-failed` when the vector is of another dimension */
  set(key: string, vector: Float32Array): void {
    if (vector.length !== this.dimensions) {
      throw new YinzhengError(
        'embedding-failed',
        `Vectors of ${this.dimensions} dimensions were expected, as in the earlier run; ` +
          `one has ${vector.length}. The embedder changed under the same name: run with --force.`,
      );
    }
    this.#data.set(vector, valueAt(this.#firstChunks, key) * this.dimensions);
  }

  /** All vectors, with those of chunks of equal texts filled in. */
  inChunkOrder(): FlatVectors {
    const { dimensions } = this;
    for (const [chunk, key] of this.#keys.entries()) {
      const first = valueAt(this.#firstChunks, key) * dimensions;
      if (first === chunk * dimensions) continue;
      this.#data.copyWithin(chunk * dimensions, first, first + dimensions);
    }
    return new FlatVectors(this.#data, dimensions);
  }
}
