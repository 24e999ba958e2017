import { randomBytes } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { IndexingStage, IndexReport } from '../core/indexer.ts';
import { type EmbeddingPlan, embedChunks, encodeKeys } from './embed-chunks.ts';
import type { IndexingRequest } from './indexing-request.ts';
import { BM25_PARAMETERS } from './keyword/bm25.ts';
import type { PlacedChunk } from './placed-chunk.ts';
import { encodeArticles, encodeChunks } from './snapshot/article-file.ts';
import {
  type GenerationPointer,
  generationDirectory,
  generationsDirectory,
  nameGeneration,
} from './snapshot/current-generation.ts';
import { type FileRecord, syncDirectory, writeDurably } from './snapshot/durable-file.ts';
import { encodeManifest, FILES, FORMAT_VERSION, type Manifest } from './snapshot/manifest.ts';
import { encodeVectors } from './snapshot/vector-file.ts';
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
    const written = await writeFiles(input, folder, generation, createdAt);
    await syncDirectory(folder);
    await syncDirectory(generationsDirectory(directory));
    return written;
  } catch (error) {
    await rm(folder, { recursive: true, force: true }).catch(() => {});
    throw error;
  }
}

async function writeFiles(
  { request, chunks, input, plan, journal }: GenerationInput,
  folder: string,
  generation: string,
  createdAt: Date,
): Promise<WrittenGeneration> {
  const { articles, embedder, analyzer, analyzerModule, chunkSettings, onProgress } = request;
  const files: Record<string, FileRecord> = {};
  const timings: Partial<Record<IndexingStage, number>> = {};
  // When one of the two sides fails, the other stops too.
  const failed = new AbortController();
  const signal = AbortSignal.any([failed.signal, ...(request.signal ? [request.signal] : [])]);

  const report = (stage: IndexingStage) => (done: number) =>
    onProgress?.({ stage, done, total: chunks.length });
  const timed = async <Value>(stage: IndexingStage, run: () => Promise<Value>): Promise<Value> => {
    const start = performance.now();
    const value = await run();
    timings[stage] = Math.round(performance.now() - start);
    return value;
  };
  const write = async (name: string, parts: Iterable<Uint8Array>) => {
    files[name] = await writeDurably(path.join(folder, name), parts);
  };

  const dense = async (): Promise<number> => {
    const flat = await timed('embed', () =>
      embedChunks(plan, embedder, journal, report('embed'), signal),
    );
    await write(FILES.vectors, encodeVectors({ flat, keys: encodeKeys(plan.keys) }));
    if (needsGraph(flat)) {
      files[FILES.graph] = await timed('graph', () =>
        writeGraph(flat, path.join(folder, FILES.graph), report('graph'), signal),
      );
    }
    return flat.dimensions;
  };
  const keywords = async (): Promise<void> => {
    const stage = { chunks, analyzer, analyzerModule, directory: folder, signal };
    const records = await timed('analyse', () =>
      writeKeywords({ ...stage, onProgress: report('analyse') }),
    );
    Object.assign(files, records);
  };
  const stop = (error: unknown) => {
    failed.abort(error);
    throw error;
  };
  const [embedded] = await Promise.allSettled([dense().catch(stop), keywords().catch(stop)]);
  // The first reason is the true one: the other side only stopped because of it.
  signal.throwIfAborted();
  if (embedded.status === 'rejected') throw embedded.reason;
  const dimensions = embedded.value;

  const manifest = await timed('write', async () => {
    report('write')(0);
    await write(FILES.articles, encodeArticles(articles));
    await write(FILES.chunks, encodeChunks(request.chunks, articles));
    signal.throwIfAborted();
    const described: Manifest = {
      formatVersion: FORMAT_VERSION,
      description: {
        generation,
        createdAt: createdAt.toISOString(),
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
      files,
    };
    return described;
  });
  const text = Buffer.from(encodeManifest(manifest), 'utf8');
  const { sha256 } = await writeDurably(path.join(folder, 'manifest.json'), [text]);
  report('write')(chunks.length);
  return { pointer: { generation, manifestSha256: sha256 }, manifest, timings };
}
