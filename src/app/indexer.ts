import type { Article, Chunk } from '../core/article.ts';
import { YinzhengError } from '../core/errors.ts';
import {
  choosePaths,
  type IndexedPath,
  listPaths,
  type PathChoice,
} from '../core/indexed-paths.ts';
import type {
  ChunkedArticles,
  Indexer,
  IndexerResult,
  IndexingOptions,
  IndexReport,
  IndexState,
} from '../core/indexer.ts';
import type { IngestResult } from '../core/ingest-result.ts';
import type { InputRecord, InputState } from '../core/input-state.ts';

/** The stages that an indexer is made of; `compose.ts` chooses them. */
export interface IndexerParts {
  /** What a path on the command line means. */
  readonly resolvePath: (given: string) => IndexedPath;
  /** What the configuration says, and what the index there is was made from. */
  readonly origins: () => Promise<Pick<PathChoice, 'configured' | 'isConfigured' | 'indexed'>>;
  readonly exists: (path: IndexedPath) => boolean;
  /** Looks at what would be read. */
  readonly lookAtInput: (paths: readonly IndexedPath[]) => Promise<InputState>;
  /** Looks into it, before it is read; undefined where that fails. */
  readonly recordInput: (input: InputState) => Promise<InputRecord | undefined>;
  /** What the index is to a run over this input. */
  readonly recognize: (paths: readonly IndexedPath[], input: InputState) => Promise<IndexState>;
  readonly ingest: (
    paths: readonly IndexedPath[],
    onProgress: (filesRead: number, filesFound: number) => void,
  ) => Promise<IngestResult>;
  readonly chunk: (article: Article) => readonly Chunk[];
  readonly index: (
    articles: ChunkedArticles,
    options: IndexingOptions,
    origin: {
      readonly paths: readonly IndexedPath[];
      readonly input: InputRecord | undefined;
    },
  ) => Promise<IndexReport>;
}

/** Articles cut before signals and timers get their turn. */
const TURN = 100;

/** Reading, cutting and indexing in one go, over stages that are passed in. */
export function createIndexer(parts: IndexerParts): Indexer {
  async function choose(given: readonly string[], options: IndexingOptions) {
    const { replace = false, add = false } = options;
    const origins = await parts.origins();
    const paths = choosePaths({ ...origins, given: given.map(parts.resolvePath), replace, add });
    requireIndexed(paths, origins.indexed);
    return paths;
  }

  /** What an index was made from and is gone would be taken for articles that were deleted. */
  function requireIndexed(paths: readonly IndexedPath[], indexed: PathChoice['indexed']): void {
    if (indexed === null || indexed === 'unknown') return;
    const known = new Set(indexed.map(({ absolute }) => absolute));
    const missing = paths.filter((path) => known.has(path.absolute) && !parts.exists(path));
    if (missing.length === 0) return;
    throw new YinzhengError('articles-missing', `${listPaths(missing)} was expected.`);
  }

  async function run(
    paths: readonly IndexedPath[],
    input: InputState,
    options: IndexingOptions,
  ): Promise<IndexerResult> {
    const { onProgress, signal } = options;
    // What is read afterwards may be newer than the record, never older: then the next run sees it.
    const record = options.dryRun === true ? undefined : await parts.recordInput(input);
    const ingested = await parts.ingest(paths, (done, total) => {
      onProgress?.({ stage: 'read', done, total });
    });
    signal?.throwIfAborted();
    const { articles } = ingested;
    const chunks: Chunk[] = [];
    for (const [number, article] of articles.entries()) {
      chunks.push(...parts.chunk(article));
      if ((number + 1) % TURN !== 0) continue;
      onProgress?.({ stage: 'chunk', done: number + 1, total: articles.length });
      await new Promise(setImmediate);
      signal?.throwIfAborted();
    }
    if (chunks.length === 0) return { ingest: ingested, report: null };
    onProgress?.({ stage: 'chunk', done: articles.length, total: articles.length });
    const report = await parts.index({ articles, chunks }, options, { paths, input: record });
    return { ingest: ingested, report };
  }

  return {
    async run(given, options = {}) {
      const paths = await choose(given, options);
      return await run(paths, await parts.lookAtInput(paths), options);
    },
    async state() {
      const paths = await choose([], {});
      return await parts.recognize(paths, await parts.lookAtInput(paths));
    },
  };
}
