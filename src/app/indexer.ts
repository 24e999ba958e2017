import type { Article, Chunk } from '../core/article.ts';
import { nextTurn } from '../core/async.ts';
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
import type { IngestResult, SkippedItem } from '../core/ingest-result.ts';
import type { InputRecord, InputState } from '../core/input-state.ts';

/** The stages that an indexer is made of; `compose.ts` chooses them. */
export interface IndexerParts {
  /** What a path on the command line means. */
  readonly resolvePath: (given: string) => IndexedPath;
  /** What the configuration says, and what the index there is was made from. */
  readonly origins: () => Promise<
    Pick<PathChoice, 'configured' | 'isConfigured' | 'indexed' | 'brought'>
  >;
  readonly exists: (path: IndexedPath) => boolean;
  /** Looks at what would be read. */
  readonly lookAtInput: (paths: readonly IndexedPath[]) => Promise<InputState>;
  /** Looks into it, before it is read; undefined where that fails. */
  readonly recordInput: (input: InputState) => Promise<InputRecord | undefined>;
  /** What the index is to a run over this input. */
  readonly recognize: (paths: readonly IndexedPath[], input: InputState) => Promise<IndexState>;
  /** `isSame`: whether what was indexed before is of these paths too. */
  readonly ingest: (
    paths: readonly IndexedPath[],
    isSame: boolean,
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
    const ingested = await parts.ingest(paths, options.replace !== true, (done, total) => {
      onProgress?.({ stage: 'read', done, total });
    });
    signal?.throwIfAborted();
    const { articles } = ingested;
    const whole: Article[] = [];
    const chunks: Chunk[] = [];
    const broken: SkippedItem[] = [];
    for (const [number, article] of articles.entries()) {
      try {
        // Not spread into a call: an article of a megabyte has more chunks than arguments fit.
        for (const one of parts.chunk(article)) chunks.push(one);
        whole.push(article);
      } catch (error) {
        broken.push(skipped(article, `It could not be cut into chunks: ${reasonOf(error)}`));
      }
      if ((number + 1) % TURN !== 0) continue;
      onProgress?.({ stage: 'chunk', done: number + 1, total: articles.length });
      await nextTurn();
      signal?.throwIfAborted();
    }
    const withBroken = () => ({
      ...ingested,
      articles: whole,
      skipped: [...ingested.skipped, ...broken],
    });
    if (chunks.length === 0) return { ingest: withBroken(), report: null };
    onProgress?.({ stage: 'chunk', done: articles.length, total: articles.length });
    const byId = new Map(whole.map((article) => [article.id, article]));
    const onUnread = (unread: Chunk, reason: string) => {
      options.onUnread?.(unread, reason);
      const article = byId.get(unread.articleId);
      const place = `Its text from character ${unread.start} to ${unread.end}`;
      if (article !== undefined) {
        broken.push(skipped(article, `${place} is found by meaning alone: ${reason}`));
      }
    };
    const report = await parts.index(
      { articles: whole, chunks },
      { ...options, onUnread },
      { paths, input: record },
    );
    return { ingest: withBroken(), report };
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

/** An article, or a part of it, as one that was left out. */
function skipped({ origin, title }: Article, reason: string): SkippedItem {
  return { ...origin, title, code: 'malformed', reason };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
