import type { SkipCode } from '../../core/ingest-result.ts';

/** An article as a file states it, before any field is interpreted. */
export interface RawArticle {
  /** Place in the file, from 0. */
  readonly position: number;
  readonly title: string | null;
  readonly source: string | null;
  /** In whatever form the file has it. */
  readonly publishedAt: string | null;
  readonly url: string | null;
  readonly body: string;
}

export interface RawSkip {
  /** Null when the whole file is left out. */
  readonly position: number | null;
  readonly title: string | null;
  readonly code: SkipCode;
  readonly reason: string;
}

export interface RawWarning {
  readonly position: number | null;
  readonly text: string;
}

/** What a reader found in one file. */
export interface Reading {
  readonly articles: readonly RawArticle[];
  readonly skipped: readonly RawSkip[];
  readonly warnings: readonly RawWarning[];
}

/** A file's name and its bytes, wherever they are from: a folder, an archive, a mail, an upload. */
export interface InputDocument {
  /** Its end tells of what kind it is. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file within another that is not to be had. */
export interface LeftOutDocument extends Pick<RawSkip, 'code' | 'reason'> {
  readonly name: string;
}

/** What a reader found in a file that may hold others. */
export interface Contents extends Reading {
  readonly documents?: AsyncIterable<InputDocument | LeftOutDocument>;
}

/** The reading of a file that holds articles and nothing to remark on. */
export function readingOf(articles: readonly RawArticle[]): Reading {
  return { articles, skipped: [], warnings: [] };
}

/** The reading of a file that is left out as a whole. */
export function skippedFile(code: SkipCode, reason: string): Reading {
  return { articles: [], skipped: [{ position: null, title: null, code, reason }], warnings: [] };
}
