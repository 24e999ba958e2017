import type { Readable } from 'node:stream';
import type { Problem } from './errors.ts';

/** A file that a reader of the page brought, and what was found in it. */
export interface UploadedFile {
  /** Name under which it is stored, unique among uploads. */
  readonly id: string;
  /** As its owner names it. */
  readonly name: string;
  readonly bytes: number;
  /** ISO 8601 UTC. */
  readonly addedAt: string;
  /** Articles in it that are kept. */
  readonly articles: number;
  /** What was left out or is not known, with the reason, in words. */
  readonly remarks: readonly string[];
}

/** What came of bringing a file: it is stored, or it holds nothing that could be used. */
export interface UploadResult {
  readonly file: UploadedFile | null;
  readonly remarks: readonly string[];
}

/** Where articles come from, as far as the index of this moment holds them. */
export interface NewsSource {
  readonly kind: 'upload' | 'folder';
  /** Of an upload; null for a folder, which is the operator's. */
  readonly id: string | null;
  readonly name: string;
  /** Articles in the index. */
  readonly articles: number;
  /** First and last day of publication; null where none is dated. */
  readonly covers: { readonly from: string; readonly to: string } | null;
  /** When it was brought; null for a folder. */
  readonly addedAt: string | null;
  readonly remarks: readonly string[];
}

/** What the indexing that goes on beside answering does. */
export interface IndexingStatus {
  readonly state: 'idle' | 'running' | 'failed';
  /** Share that is done, from 0 to 1. */
  readonly progress: number;
  /** Why the last run failed, or null. */
  readonly failure: Problem | null;
}

/** The news that readers bring in the page, and the index that takes it up. */
export interface NewsUploads {
  /**
   * Stores a file and begins to index it beside everything else. Nothing is overwritten.
   * @param name as its owner names it
   * @throws {YinzhengError} `body-too-large`, `upload-exists`, `uploads-full`, `invalid-request`
   */
  add(name: string, content: Readable): Promise<UploadResult>;
  /** Takes a file out of the index; it can be restored. @throws {YinzhengError} `upload-not-found` */
  remove(id: string): Promise<void>;
  /** Undoes `remove`. @throws {YinzhengError} `upload-not-found` */
  restore(id: string): Promise<void>;
  sources(): Promise<readonly NewsSource[]>;
  indexing(): IndexingStatus;
  close(): Promise<void>;
}
