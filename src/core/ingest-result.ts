import type { Article } from './article.ts';

/** Why a file or an article was left out. */
export type SkipCode =
  | 'unreadable'
  /** It may be whole; it could not be opened now. */
  | 'inaccessible'
  | 'unsupported-type'
  | 'binary'
  | 'too-large'
  | 'empty'
  | 'unknown-encoding'
  | 'malformed'
  | 'no-body'
  | 'duplicate';

/** A file, or an article in a file, that is not in the result. Nothing is dropped without one. */
export interface SkippedItem {
  readonly path: string;
  /** Position in the file where one article of several was left out, else null. */
  readonly position: number | null;
  readonly title: string | null;
  readonly code: SkipCode;
  /** In words: what was expected and what came. */
  readonly reason: string;
}

/** An article kept although it repeats an earlier one nearly word for word. */
export interface NearDuplicate {
  readonly articleId: string;
  readonly copyOf: string;
  /** Share of shingles in common, from 0 to 1. */
  readonly similarity: number;
}

/** What reading the input gave. */
export interface IngestResult {
  /** In a stable order: by path, then position. */
  readonly articles: readonly Article[];
  readonly skipped: readonly SkippedItem[];
  readonly nearDuplicates: readonly NearDuplicate[];
  readonly filesRead: number;
  /** Remarks on articles that were kept: an unknown date, a repaired encoding. */
  readonly warnings: readonly {
    readonly path: string;
    readonly position: number | null;
    readonly text: string;
  }[];
}
