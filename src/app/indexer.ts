import type { Article, Chunk } from '../core/article.ts';
import type { ChunkedArticles, Indexer, IndexingOptions, IndexReport } from '../core/indexer.ts';
import type { IngestResult } from '../core/ingest-result.ts';

/** The stages that an indexer is made of; `compose.ts` chooses them. */
export interface IndexerParts {
  /** What is read when no path is given. */
  readonly defaultPaths: readonly string[];
  readonly ingest: (
    paths: readonly string[],
    onProgress: (filesRead: number, filesFound: number) => void,
  ) => Promise<IngestResult>;
  readonly chunk: (article: Article) => readonly Chunk[];
  readonly index: (articles: ChunkedArticles, options: IndexingOptions) => Promise<IndexReport>;
}

/** Articles cut before signals and timers get their turn. */
const TURN = 100;

/** Reading, cutting and indexing in one go, over stages that are passed in. */
export function createIndexer({ defaultPaths, ingest, chunk, index }: IndexerParts): Indexer {
  return {
    async run(paths, options = {}) {
      const { onProgress, signal } = options;
      const read = paths.length === 0 ? defaultPaths : paths;
      const ingested = await ingest(read, (done, total) => {
        onProgress?.({ stage: 'read', done, total });
      });
      signal?.throwIfAborted();
      const { articles } = ingested;
      const chunks: Chunk[] = [];
      for (const [number, article] of articles.entries()) {
        chunks.push(...chunk(article));
        if ((number + 1) % TURN !== 0) continue;
        onProgress?.({ stage: 'chunk', done: number + 1, total: articles.length });
        await new Promise(setImmediate);
        signal?.throwIfAborted();
      }
      if (chunks.length === 0) return { ingest: ingested, report: null };
      onProgress?.({ stage: 'chunk', done: articles.length, total: articles.length });
      return { ingest: ingested, report: await index({ articles, chunks }, options) };
    },
  };
}
