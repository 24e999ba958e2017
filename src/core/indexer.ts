import type { Article, Chunk } from './article.ts';
import type { IngestResult } from './ingest-result.ts';

/**
 * What a run of the indexer is doing, in this order; analysis goes on beside embedding and graph,
 * and `graph` only comes where the collection is large enough for one.
 */
export const INDEXING_STAGES = [
  'read',
  'chunk',
  'embed',
  'analyse',
  'graph',
  'events',
  'write',
] as const;
export type IndexingStage = (typeof INDEXING_STAGES)[number];

export interface IndexingProgress {
  readonly stage: IndexingStage;
  /** Files for `read`, articles for `chunk`, chunks otherwise. A stage ends at its total. */
  readonly done: number;
  readonly total: number;
}

/** What a run of the indexer did, or in a dry run would do. */
export interface IndexReport {
  readonly status: 'indexed' | 'unchanged' | 'dry-run';
  /** The generation that is current afterwards; null after a dry run without one. */
  readonly generation: string | null;
  readonly articles: number;
  readonly chunks: number;
  readonly vectors: {
    /** Taken over from the previous index, or shared with a chunk of the same text. */
    readonly reused: number;
    /** Taken over from a run that was interrupted. */
    readonly resumed: number;
    readonly computed: number;
  };
  /** Size of the index on disk. */
  readonly bytes: number;
  /** What was wrong with the previous index, or null. */
  readonly previousProblem: string | null;
  /** Milliseconds that indexing took, reading and cutting aside. */
  readonly duration: number;
  /** Milliseconds by stage. Stages from `embed` to `graph` overlap. */
  readonly timings: Readonly<Partial<Record<IndexingStage, number>>>;
}

/** How a run is to go. */
export interface IndexingOptions {
  /** Build even if nothing changed, and embed everything again. */
  readonly force?: boolean | undefined;
  /** Give up the articles that the index was made from for those of this run. */
  readonly replace?: boolean | undefined;
  /** Index those of this run beside those that the index was made from. */
  readonly add?: boolean | undefined;
  /** Say what would be done, and write nothing. */
  readonly dryRun?: boolean | undefined;
  readonly onProgress?: ((progress: IndexingProgress) => void) | undefined;
  /** Told of each chunk that the analysis broke on: it is kept, and found by its vector alone. */
  readonly onUnread?: ((chunk: Chunk, reason: string) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Articles cut into chunks, ready to be indexed. */
export interface ChunkedArticles {
  readonly articles: readonly Article[];
  /** Chunks of one article stand together, in order of their place in it. */
  readonly chunks: readonly Chunk[];
}

export interface IndexerResult {
  readonly ingest: IngestResult;
  /** Null when no article was usable: `ingest.skipped` says why, and the index is as it was. */
  readonly report: IndexReport | null;
}

/**
 * `current`: a run would change nothing. `outdated`: it would, and the index answers meanwhile.
 * `unusable`: there is none that could be opened.
 */
export type IndexState = 'current' | 'outdated' | 'unusable';

/** Makes the index of a data folder from files. */
export interface Indexer {
  /**
   * @param paths files and folders to read; none reads those that the index was made from, and
   *   where there is no index, the configured ones
   * @throws {YinzhengError} `index-other-articles`, `articles-missing`, `index-locked`,
   *   `index-write-failed`, `embedding-failed`
   * @throws the signal's reason when it aborts: the index is as it was, and the next run goes on
   *   from the vectors computed so far
   */
  run(paths: readonly string[], options?: IndexingOptions): Promise<IndexerResult>;
  /**
   * What the index is to a run without paths; no article is read to tell.
   * @throws {YinzhengError} `index-other-articles`, `articles-missing`
   */
  state(): Promise<IndexState>;
}
