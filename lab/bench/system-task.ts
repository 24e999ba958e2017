import type { Preparation } from './prepare-collection.ts';
import type { StopWords } from './search-system.ts';

/** What a process of the bench is asked to do. Directories are absolute. */
export type Task =
  | { readonly kind: 'prepare'; readonly collection: string }
  | {
      readonly kind: 'build';
      /** Name of its module in `systems/`. */
      readonly system: string;
      readonly stopWords: StopWords;
      readonly collection: string;
      readonly directory: string;
    }
  | {
      readonly kind: 'open';
      /** Name of its module in `systems/`. */
      readonly system: string;
      readonly stopWords: StopWords;
      readonly collection: string;
      readonly directory: string;
      /** Asked at once, since some systems put off work until then. */
      readonly question: string;
    }
  | { readonly kind: 'search'; readonly question: string };

export interface BuildReport {
  readonly milliseconds: number;
  /** Work of all its threads, which is the same however busy the machine is. */
  readonly cpuMilliseconds: number;
  /** Most resident memory of the whole process. */
  readonly peakMegabytes: number;
  readonly diskMegabytes: number;
}

export interface OpenReport {
  /** Loading dictionaries and word vectors, which every system is given. */
  readonly toolsMilliseconds: number;
  readonly toolsMegabytes: number;
  /** From disk until it could answer. */
  readonly openMilliseconds: number;
  /** From disk until it had answered one question. */
  readonly firstAnswerMilliseconds: number;
  /** Resident memory that it added to that of the tools. */
  readonly megabytes: number;
}

export interface SearchReport {
  readonly milliseconds: number;
  /** Places of articles, best first, each as often as it was found. */
  readonly documents: readonly number[];
}

/** The value that each kind of task gives. */
export interface TaskValues {
  readonly prepare: Preparation;
  readonly build: BuildReport;
  readonly open: OpenReport;
  readonly search: SearchReport;
}

export interface TaskReply {
  /** Why it failed, or null. */
  readonly failed: string | null;
  readonly value: unknown;
}
