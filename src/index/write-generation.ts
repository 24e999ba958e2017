import { randomBytes } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { EventDetection } from '../core/event-detection.ts';
import type { IndexingStage, IndexReport } from '../core/indexer.ts';
import { rangesByLanguage } from './chunk-range.ts';
import { type EmbeddingPlan, embedChunks, encodeKeys } from './embed-chunks.ts';
import type { IndexingRequest } from './indexing-request.ts';
import { BM25_PARAMETERS } from './keyword/bm25.ts';
import type { PlacedChunk } from './placed-chunk.ts';
import { sideBySide } from './side-by-side.ts';
import { encodeArticles, encodeChunks } from './snapshot/article-file.ts';
import {
  type GenerationPointer,
  generationDirectory,
  generationsDirectory,
  nameGeneration,
} from './snapshot/current-generation.ts';
import { type FileRecord, syncDirectory, writeDurably } from './snapshot/durable-file.ts';
import { encodeEvents, encodeProfiles } from './snapshot/event-file.ts';
import {
  encodeManifest,
  FILES,
  FORMAT_VERSION,
  MANIFEST,
  type Manifest,
} from './snapshot/manifest.ts';
import { encodeVectors } from './snapshot/vector-file.ts';
import type { FlatVectors } from './vector/flat-vectors.ts';
import { needsGraph } from './vector/vector-index.ts';
import type { VectorJournal } from './vector/vector-journal.ts';
import { writeGraph } from './write-graph.ts';
import { writeKeywords } from './write-keywords.ts';

export interface GenerationInput {
  readonly request: IndexingRequest;
  readonly chunks: readonly PlacedChunk[];
  /** See `inputFingerprint`. */
  readonly input: string;
  readonly plan: EmbeddingPlan;
  readonly journal: VectorJournal;
  /** Reads the events of the snapshot before; called only where a detector is at work. */
  readonly previousEvents: (detector: string) => Promise<EventDetection>;
}

export interface WrittenGeneration {
  readonly pointer: GenerationPointer;
  readonly manifest: Manifest;
  /** Milliseconds by stage. */
  readonly timings: IndexReport['timings'];
}

/**
 * Writes a generation folder, its manifest last, all of it on the disk when this returns. Nobody
 * sees it before CURRENT names it. When anything fails the folder is removed.
 */
export async function writeGeneration(input: GenerationInput): Promise<WrittenGeneration> {
  const { directory } = input.request;
  const createdAt = new Date();
  const generation = nameGeneration(createdAt, randomBytes(4));
  const folder = generationDirectory(directory, generation);
  await mkdir(folder, { recursive: true });
  try {
    const written = await new GenerationWriter(input, folder, generation, createdAt).write();
    await syncDirectory(folder);
    await syncDirectory(generationsDirectory(directory));
    return written;
  } catch (error) {
    await rm(folder, { recursive: true, force: true }).catch(() => {});
    throw error;
  }
}

class GenerationWriter {
  readonly #input: GenerationInput;
  readonly #folder: string;
  readonly #generation: string;
  readonly #createdAt: Date;
  readonly #files: Record<string, FileRecord> = {};
  readonly #timings: Partial<Record<IndexingStage, number>> = {};

  constructor(input: GenerationInput, folder: string, generation: string, createdAt: Date) {
    this.#input = input;
    this.#folder = folder;
    this.#generation = generation;
    this.#createdAt = createdAt;
  }

  async write(): Promise<WrittenGeneration> {
    const { articles, chunks, signal } = this.#input.request;
    const [dimensions] = await sideBySide(
      signal,
      (stop) => this.#writeDenseSide(stop),
      (stop) => this.#writeKeywords(stop),
    );
    // Not beside the others, although a core is free: both this and the analysis hold a third of
    // all that a run holds at most.
    await this.#writeEvents(signal);
    const report = this.#progressOf('write');
    return await this.#timed('write', async () => {
      report(0);
      await this.#writeFile(FILES.articles, encodeArticles(articles));
      await this.#writeFile(FILES.chunks, encodeChunks(this.#input.chunks, articles));
      signal?.throwIfAborted();
      const manifest = this.#describe(dimensions);
      const text = Buffer.from(encodeManifest(manifest), 'utf8');
      const { sha256 } = await writeDurably(path.join(this.#folder, MANIFEST), [text]);
      report(chunks.length);
      const pointer = { generation: this.#generation, manifestSha256: sha256 };
      return { pointer, manifest, timings: this.#timings };
    });
  }

  /** Embeds what is missing, and links the vectors; how long they are. */
  async #writeDenseSide(signal: AbortSignal): Promise<number> {
    const flat = await this.#writeVectors(signal);
    await this.#writeGraphs(flat, signal);
    return flat.dimensions;
  }

  /** Embeds what is missing. */
  async #writeVectors(signal: AbortSignal): Promise<FlatVectors> {
    const { plan, journal, request } = this.#input;
    const flat = await this.#timed('embed', () =>
      embedChunks(plan, request.embedder, journal, this.#progressOf('embed'), signal),
    );
    await this.#writeFile(FILES.vectors, encodeVectors({ flat, keys: encodeKeys(plan.keys) }));
    return flat;
  }

  /** Links the vectors of each language that has many. */
  async #writeGraphs(flat: FlatVectors, signal: AbortSignal): Promise<void> {
    const report = this.#progressOf('graph');
    for (const [language, range] of rangesByLanguage(this.#input.chunks)) {
      const vectors = flat.part(range);
      if (!needsGraph(vectors)) continue;
      const name = FILES.graph(language);
      const file = path.join(this.#folder, name);
      this.#files[name] = await this.#timed('graph', () =>
        writeGraph(vectors, file, (done) => report(range.start + done), signal),
      );
    }
  }

  async #writeKeywords(signal: AbortSignal): Promise<void> {
    const { chunks, request } = this.#input;
    const { analyzer, analyzerModule } = request;
    const records = await this.#timed('analyse', () =>
      writeKeywords({
        chunks,
        analyzer,
        analyzerModule,
        directory: this.#folder,
        onProgress: this.#progressOf('analyse'),
        onUnread: (number, reason) => {
          const placed = chunks[number];
          if (placed !== undefined) request.onUnread?.(placed.chunk, reason);
        },
        signal,
      }),
    );
    Object.assign(this.#files, records);
  }

  async #writeEvents(signal: AbortSignal | undefined): Promise<void> {
    const { request, previousEvents } = this.#input;
    const { articles, eventDetector, onProgress } = request;
    if (eventDetector === undefined) return;
    const total = articles.length;
    onProgress?.({ stage: 'events', done: 0, total });
    const { fingerprint } = eventDetector;
    const { events, stories, profiles } = await this.#timed('events', async () =>
      eventDetector.detect(articles, await previousEvents(fingerprint), signal),
    );
    await this.#writeFile(FILES.events, encodeEvents({ events, stories }));
    await this.#writeFile(FILES.eventProfiles, encodeProfiles(fingerprint, profiles));
    onProgress?.({ stage: 'events', done: total, total });
  }

  #describe(dimensions: number): Manifest {
    const { request, input } = this.#input;
    const { articles, chunks, chunkSettings, embedder, analyzer } = request;
    return {
      formatVersion: FORMAT_VERSION,
      description: {
        generation: this.#generation,
        createdAt: this.#createdAt.toISOString(),
        articles: articles.length,
        chunks: chunks.length,
        dimensions,
        embedder: embedder.fingerprint,
        analyzer: analyzer.fingerprint,
        chunkSize: chunkSettings.size,
        chunkOverlap: chunkSettings.overlap,
      },
      input,
      keywordParameters: BM25_PARAMETERS,
      files: this.#files,
    };
  }

  async #writeFile(name: string, parts: Iterable<Uint8Array>): Promise<void> {
    this.#files[name] = await writeDurably(path.join(this.#folder, name), parts);
  }

  #progressOf(stage: IndexingStage): (done: number) => void {
    const { onProgress, chunks } = this.#input.request;
    return (done) => onProgress?.({ stage, done, total: chunks.length });
  }

  async #timed<Value>(stage: IndexingStage, run: () => Promise<Value>): Promise<Value> {
    const start = performance.now();
    try {
      return await run();
    } finally {
      this.#timings[stage] = (this.#timings[stage] ?? 0) + Math.round(performance.now() - start);
    }
  }
}
