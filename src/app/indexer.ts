import type { Article, Chunk } from '../core/article.ts';
import type { ChunkedArticles, Indexer, IndexingOptions, IndexReport } from '../core/indexer.ts';
import type { IngestResult, SkippedItem } from '../core/ingest-result.ts';

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
      const whole: Article[] = [];
      const chunks: Chunk[] = [];
      const broken: SkippedItem[] = [];
      for (const [number, article] of articles.entries()) {
        try {
          // Not spread into a call: an article of a megabyte has more chunks than arguments fit.
          for (const one of chunk(article)) chunks.push(one);
          whole.push(article);
        } catch (error) {
          broken.push(skipped(article, `It could not be cut into chunks: ${reasonOf(error)}`));
        }
        if ((number + 1) % TURN !== 0) continue;
        onProgress?.({ stage: 'chunk', done: number + 1, total: articles.length });
        await new Promise(setImmediate);
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
      const report = await index({ articles: whole, chunks }, { ...options, onUnread });
      return { ingest: withBroken(), report };
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
