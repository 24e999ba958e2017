import type { EventDetector } from '../core/event-detection.ts';
import type { IndexedPath } from '../core/indexed-paths.ts';
import type { ChunkedArticles, IndexingOptions } from '../core/indexer.ts';
import type { PassageAnalyzer } from '../core/search-index.ts';
import type { IndexEmbedder } from './index-embedder.ts';
import type { StoredInput } from './snapshot/input-record-file.ts';
import type { ReadingModule } from './threads/reading-thread.ts';

/** Everything that `indexArticles` works with. */
export interface IndexingRequest extends ChunkedArticles, IndexingOptions {
  /** How the chunks were cut: kept in the manifest, and part of what makes input unchanged. */
  readonly chunkSettings: { readonly size: number; readonly overlap: number };
  readonly embedder: IndexEmbedder;
  readonly analyzer: PassageAnalyzer;
  /** Finds the events of the collection; absent leaves them out. */
  readonly eventDetector?: EventDetector | undefined;
  /** Makes analyzer and embedder in a thread, for large collections; absent reads in this one. */
  readonly readingModule?: ReadingModule | undefined;
  /** Most threads that read at a time; absent means as many as there are cores. */
  readonly readingThreads?: number | undefined;
  /** Files and folders that the articles are from: kept in the manifest. */
  readonly paths?: readonly IndexedPath[] | undefined;
  /** The files as they were before they were read, so that the next run can tell a change. */
  readonly storedInput?: StoredInput | undefined;
  /** The data folder. */
  readonly directory: string;
}
