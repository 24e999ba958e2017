import path from 'node:path';
import { YinzhengError } from '../core/errors.ts';
import { samePaths } from '../core/indexed-paths.ts';
import type { IndexReport } from '../core/indexer.ts';
import { cleanGenerations, removeAbandonedGenerations } from './clean-generations.ts';
import { type EmbeddingPlan, planEmbedding } from './embed-chunks.ts';
import { acquireIndexLock, type IndexLock } from './index-lock.ts';
import type { IndexingRequest } from './indexing-request.ts';
import { inputFingerprint } from './input-fingerprint.ts';
import { type OrderedChunk, orderByLanguage } from './ordered-chunk.ts';
import {
  type PreviousSnapshot,
  readPreviousEvents,
  readPreviousSnapshot,
  readPreviousVectors,
} from './previous-snapshot.ts';
import { switchPointer } from './snapshot/current-generation.ts';
import { writeInputRecord } from './snapshot/input-record-file.ts';
import type { Manifest } from './snapshot/manifest.ts';
import { VectorGraph } from './vector/vector-graph.ts';
import {
  openVectorJournal,
  readVectorJournal,
  removeVectorJournal,
} from './vector/vector-journal.ts';
import { writeGeneration } from './write-generation.ts';

/**
 * Builds a snapshot of some articles and makes it the current one of a data folder. Until the one
 * rename that does so, and if anything fails, the previous snapshot stays as it is. Unchanged
 * input writes nothing; vectors of texts that were embedded before are taken over.
 *
 * @throws {YinzhengError} `nothing-to-index`, `index-locked`, `index-write-failed`,
 *   `embedding-failed`
 * @throws the signal's reason when it aborts; vectors computed so far are kept for the next run
 */
export async function indexArticles(request: IndexingRequest): Promise<IndexReport> {
  const started = performance.now();
  const { articles, chunks, directory } = request;
  if (chunks.length === 0) {
    throw new YinzhengError('nothing-to-index', `${articles.length} articles hold no text.`);
  }
  const placed = orderByLanguage(articles, chunks);
  const input = inputFingerprint(request);
  const before = await readPreviousSnapshot(directory);
  const unchanged = reportUnchanged(request, input, before, started);
  if (unchanged !== null) return await keepSnapshot(request, unchanged);
  if (request.dryRun === true) return await reportDryRun(request, placed, before, started);

  return await asWriteFailure(directory, async () => {
    const lock = await acquireIndexLock(directory);
    try {
      // Another indexer may have been at work before the lock was ours.
      const previous = await readPreviousSnapshot(directory, before);
      return (
        reportUnchanged(request, input, previous, started) ??
        (await replaceSnapshot({ request, placed, input, previous, lock, started }))
      );
    } finally {
      await lock.release();
    }
  });
}

/** Notes what the input looks like now, and removes what killed runs left. */
async function keepSnapshot(request: IndexingRequest, report: IndexReport): Promise<IndexReport> {
  const { directory, storedInput, dryRun } = request;
  if (dryRun === true || report.generation === null) return report;
  if (storedInput !== undefined) await writeInputRecord(directory, report.generation, storedInput);
  await removeAbandonedGenerations(directory);
  return report;
}

interface Replacement {
  readonly request: IndexingRequest;
  readonly placed: readonly OrderedChunk[];
  readonly input: string;
  readonly previous: PreviousSnapshot;
  readonly lock: IndexLock;
  /** When the run began, on the clock of `performance.now()`. */
  readonly started: number;
}

async function replaceSnapshot(replacement: Replacement): Promise<IndexReport> {
  const { request, placed, input, previous, lock, started } = replacement;
  const { directory } = request;
  const journalFile = journalPath(directory);
  const journal = await openVectorJournal(journalFile);
  try {
    const plan = await makePlan(request, placed, previous, journal.recovered);
    const previousEvents = (detector: string) => readPreviousEvents(directory, previous, detector);
    const written = await writeGeneration({
      request,
      chunks: placed,
      input,
      plan,
      journal,
      previousEvents,
    });
    await lock.assertHeld();
    await switchPointer(directory, written.pointer);
    const { generation } = written.pointer;
    if (request.storedInput !== undefined) {
      await writeInputRecord(directory, generation, request.storedInput);
    }
    // The previous one stays for whoever is opening it just now.
    await cleanGenerations(directory, [
      generation,
      previous.manifest?.description.generation ?? null,
    ]).catch(() => {});
    await removeVectorJournal(journalFile).catch(() => {});
    return {
      status: 'indexed',
      generation,
      ...countsOf(request),
      vectors: plan.counts,
      bytes: sizeOf(written.manifest),
      previousProblem: previous.problem,
      duration: elapsed(started),
      timings: written.timings,
    };
  } finally {
    await journal.close();
  }
}

function reportUnchanged(
  request: IndexingRequest,
  input: string,
  { manifest, problem }: PreviousSnapshot,
  started: number,
): IndexReport | null {
  if (request.force === true || problem !== null || manifest?.input !== input) return null;
  if (request.paths !== undefined && !samePaths(request.paths, manifest.paths)) return null;
  if (manifest.lacksGraph && VectorGraph.isAvailable()) return null;
  return {
    status: 'unchanged',
    generation: manifest.description.generation,
    ...countsOf(request),
    vectors: { reused: request.chunks.length, resumed: 0, computed: 0 },
    bytes: sizeOf(manifest),
    previousProblem: null,
    duration: elapsed(started),
    timings: {},
  };
}

async function reportDryRun(
  request: IndexingRequest,
  placed: readonly OrderedChunk[],
  previous: PreviousSnapshot,
  started: number,
): Promise<IndexReport> {
  const { vectors } = await readVectorJournal(journalPath(request.directory));
  const plan = await makePlan(request, placed, previous, vectors);
  return {
    status: 'dry-run',
    generation: previous.manifest?.description.generation ?? null,
    ...countsOf(request),
    vectors: plan.counts,
    bytes: 0,
    previousProblem: previous.problem,
    duration: elapsed(started),
    timings: {},
  };
}

async function makePlan(
  { embedder, force, directory }: IndexingRequest,
  placed: readonly OrderedChunk[],
  { manifest }: PreviousSnapshot,
  journal: ReadonlyMap<string, Float32Array>,
): Promise<EmbeddingPlan> {
  const reusable = manifest !== null && force !== true;
  const previous = reusable ? await readPreviousVectors(directory, manifest) : new Map();
  return planEmbedding(placed, embedder.fingerprint, previous, journal);
}

function journalPath(directory: string): string {
  return path.join(directory, 'vectors.journal');
}

function countsOf({ articles, chunks }: IndexingRequest) {
  return { articles: articles.length, chunks: chunks.length };
}

function sizeOf(manifest: Manifest): number {
  return Object.values(manifest.files).reduce((sum, { bytes }) => sum + bytes, 0);
}

function elapsed(started: number): number {
  return Math.round(performance.now() - started);
}

/** A full disk, a missing permission and the like, each in words of its own. */
async function asWriteFailure<Value>(directory: string, run: () => Promise<Value>): Promise<Value> {
  try {
    return await run();
  } catch (error) {
    const { code, syscall, message } = error as NodeJS.ErrnoException;
    if (!(error instanceof Error) || code === undefined || syscall === undefined) throw error;
    const reason = WRITE_FAILURES[code]?.(directory) ?? `${message}.`;
    throw new YinzhengError('index-write-failed', `${reason} (${code} in ${syscall})`, {
      cause: error,
    });
  }
}

/** What a system's error means for somebody who indexes, by its code. */
const WRITE_FAILURES: Readonly<Record<string, (directory: string) => string>> = {
  ENOSPC: (directory) => `The disk that holds ${directory} is full.`,
  EDQUOT: (directory) => `The quota of the disk that holds ${directory} is used up.`,
  EROFS: (directory) => `The disk that holds ${directory} is read-only.`,
  EACCES: (directory) => `This user may not write in ${directory}.`,
  EPERM: (directory) => `This user may not write in ${directory}.`,
};
