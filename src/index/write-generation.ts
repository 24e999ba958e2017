import { randomBytes } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { sideBySide } from '../core/async.ts';
import type { EventDetection } from '../core/event-detection.ts';
import type { IndexingStage, IndexReport } from '../core/indexer.ts';
import type { SentencesOf } from '../core/sentence.ts';
import { articlesInOrder, type PlacedArticle } from './articles-in-order.ts';
import { rangesByLanguage } from './chunk-range.ts';
import { type EmbeddingPlan, embedChunks, encodeKeys, VectorCollector } from './embed-chunks.ts';
import type { IndexingRequest } from './indexing-request.ts';
import { BM25_PARAMETERS } from './keyword/bm25.ts';
import type { OrderedChunk } from './ordered-chunk.ts';
import { type Reading, readArticles } from './reading/read-articles.ts';
import { Sentences } from './sentences/sentences.ts';
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
import { decodeSentences } from './snapshot/sentences-file.ts';
import { encodeVectors } from './snapshot/vector-file.ts';
import { readVerified } from './snapshot/verified-file.ts';
import { decodeWords } from './snapshot/words-file.ts';
import type { FlatVectors } from './vector/flat-vectors.ts';
import { VectorGraph } from './vector/vector-graph.ts';
import { needsGraph } from './vector/vector-index.ts';
import type { VectorJournal } from './vector/vector-journal.ts';
import { Words } from './words/words.ts';
import { writeGraph } from './write-graph.ts';

/** Each thread that reads holds some 200 MB, so that more of them cost more than they bring. */
const MAX_READING_THREADS = 8;

export interface GenerationInput {
  readonly request: IndexingRequest;
  readonly chunks: readonly OrderedChunk[];
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
  #lacksGraph = false;
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
    const { plan, journal } = this.#input;
    const placed = articlesInOrder(articles, this.#input.chunks);
    const collector = new VectorCollector(plan, journal);
    const [reading] = await sideBySide(
      signal,
      (stop) => this.#readArticles(placed, collector, stop),
      (stop) => this.#embed(collector, stop),
    );
    const flat = collector.inChunkOrder();
    await sideBySide(
      signal,
      (stop) => this.#writeVectors(flat, stop),
      (stop) => this.#writeReading(reading, placed, stop),
    );
    const report = this.#progressOf('write');
    return await this.#timed('write', async () => {
      report(0);
      await this.#writeFile(FILES.articles, encodeArticles(articles));
      await this.#writeFile(FILES.chunks, encodeChunks(this.#input.chunks, articles));
      signal?.throwIfAborted();
      const manifest = this.#describe(flat.dimensions);
      const text = Buffer.from(encodeManifest(manifest), 'utf8');
      const { sha256 } = await writeDurably(path.join(this.#folder, MANIFEST), [text]);
      report(chunks.length);
      const pointer = { generation: this.#generation, manifestSha256: sha256 };
      return { pointer, manifest, timings: this.#timings };
    });
  }

  /** Reads all articles, and embeds of their words what is missing, where the embedder can. */
  async #readArticles(
    articles: readonly PlacedArticle[],
    collector: VectorCollector,
    signal: AbortSignal,
  ): Promise<Reading> {
    const { chunks, plan, request } = this.#input;
    const { analyzer, embedder, readingModule, readingThreads } = request;
    const { keys, missing } = plan;
    const { embedWords } = embedder;
    return await this.#timed('analyse', () =>
      readArticles({
        articles,
        chunkCount: chunks.length,
        directory: this.#folder,
        tools: { analyzer, embedWords: embedWords?.bind(embedder) },
        module: readingModule,
        threads: Math.min(readingThreads ?? availableParallelism(), MAX_READING_THREADS),
        wantsVector: (chunk) =>
          embedWords !== undefined && missing.get(keys[chunk] as string) === chunks[chunk],
        takeVectors: (numbers, vectors) => {
          const dimensions = vectors.length / numbers.length;
          return collector.add(
            numbers.map((chunk) => keys[chunk] as string),
            numbers.map((_, row) => vectors.subarray(row * dimensions, (row + 1) * dimensions)),
          );
        },
        onProgress: this.#progressOf('analyse'),
        onUnread: (number, reason) => {
          const placed = chunks[number];
          if (placed !== undefined) request.onUnread?.(placed.chunk, reason);
        },
        signal,
      }),
    );
  }

  /** Embeds what is missing, where that takes the texts of the chunks. */
  async #embed(collector: VectorCollector, signal: AbortSignal): Promise<void> {
    const { plan, request } = this.#input;
    const report = this.#progressOf('embed');
    if (request.embedder.embedWords !== undefined) return report(plan.keys.length);
    await this.#timed('embed', () =>
      embedChunks(plan, request.embedder, collector, report, signal),
    );
  }

  /** Writes the vectors, and links those of each language that has many. */
  async #writeVectors(flat: FlatVectors, signal: AbortSignal): Promise<void> {
    const { plan, chunks } = this.#input;
    await this.#writeFile(FILES.vectors, encodeVectors({ flat, keys: encodeKeys(plan.keys) }));
    const report = this.#progressOf('graph');
    for (const [language, range] of rangesByLanguage(chunks)) {
      const vectors = flat.part(range);
      if (!needsGraph(vectors)) continue;
      if (!VectorGraph.isAvailable()) {
        this.#lacksGraph = true;
        continue;
      }
      const name = FILES.graph(language);
      const file = path.join(this.#folder, name);
      this.#files[name] = await this.#timed('graph', () =>
        writeGraph(vectors, file, (done) => report(range.start + done), signal),
      );
    }
  }

  /** Writes what was read, and the events that come of it. */
  async #writeReading(
    reading: Reading,
    placed: readonly PlacedArticle[],
    signal: AbortSignal,
  ): Promise<void> {
    try {
      Object.assign(this.#files, await reading.write(this.#folder, signal));
    } finally {
      await reading.close();
    }
    // Afterwards, although a core is free: both hold a third of all that a run holds at most.
    await this.#writeEvents(placed, signal);
  }

  async #writeEvents(placed: readonly PlacedArticle[], signal: AbortSignal): Promise<void> {
    const { request, previousEvents } = this.#input;
    const { articles, eventDetector, onProgress } = request;
    if (eventDetector === undefined) return;
    const total = articles.length;
    onProgress?.({ stage: 'events', done: 0, total });
    const { fingerprint } = eventDetector;
    const { events, stories, profiles } = await this.#timed('events', async () =>
      eventDetector.detect(
        articles,
        await previousEvents(fingerprint),
        signal,
        await this.#openSentences(placed),
      ),
    );
    await this.#writeFile(FILES.events, encodeEvents({ events, stories }));
    await this.#writeFile(FILES.eventProfiles, encodeProfiles(fingerprint, profiles));
    onProgress?.({ stage: 'events', done: total, total });
  }

  /** The sentences as they were written a moment ago. */
  async #openSentences(placed: readonly PlacedArticle[]): Promise<SentencesOf> {
    const read = async (name: string) =>
      await readVerified(path.join(this.#folder, name), this.#files[name] as FileRecord);
    const words = new Words(decodeWords(await read(FILES.words)));
    const sentences = new Sentences(decodeSentences(await read(FILES.sentences)), words);
    const numbers = new Map(placed.map(({ article }, number) => [article.id, number]));
    return (article) => {
      const number = numbers.get(article.id);
      return number === undefined ? [] : sentences.sentencesOf(number, article);
    };
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
      paths: [...(request.paths ?? [])],
      lacksGraph: this.#lacksGraph,
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
