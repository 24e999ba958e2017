import type { Application, Readiness } from '../../core/application.ts';
import { asYinzhengError, type ErrorCode, YinzhengError } from '../../core/errors.ts';
import type { IndexFingerprints } from '../../index/input-fingerprint.ts';
import type { SharedGeneration } from '../../index/shared-generation.ts';
import type { Config } from '../config.ts';

/** Use cases that take more than a look into a list, and so are done by workers. */
export type WorkerUseCase =
  | 'answer'
  | 'summarize'
  | 'search'
  | 'timeline'
  | 'articleDates'
  | 'eventChanges'
  | 'comparePresses'
  | 'embed'
  | 'lookUpWord'
  | 'askableQuestions'
  | 'readingAid'
  | 'textAid';

/** A use case with what it is called with; a request goes without its signal, which cannot cross. */
export type WorkerCall = {
  [Name in WorkerUseCase]: {
    readonly useCase: Name;
    readonly parameters: Parameters<Application[Name]>;
  };
}[WorkerUseCase];

/** What a worker begins with. */
export interface WorkerArgument {
  readonly config: Config;
  /** The generation to answer from, or null where there is none yet. */
  readonly generation: SharedGeneration | null;
  /**
   * Two 32-bit numbers: one that the worker counts up as long as its event loop turns, and its thread
   * id where the system tells what processor time a thread has had, else 0.
   */
  readonly pulse: SharedArrayBuffer;
  /** Values that a request may send before the first of them has been taken. */
  readonly window: number;
}

export type MessageToWorker =
  | { readonly kind: 'call'; readonly id: number; readonly call: WorkerCall }
  /** The reader has taken so many values more. */
  | { readonly kind: 'taken'; readonly id: number; readonly count: number }
  | { readonly kind: 'abort'; readonly id: number }
  | { readonly kind: 'open'; readonly generation: SharedGeneration }
  /** It is to end by itself, between two steps of its work. */
  | { readonly kind: 'end' };

export type MessageFromWorker =
  /** It can take calls; `failure` says why it answers from no generation although it was given one. */
  | {
      readonly kind: 'ready';
      readonly failure: PortableError | null;
      readonly fingerprints: IndexFingerprints;
    }
  | { readonly kind: 'opened'; readonly failure: PortableError | null }
  /** All that one turn of the worker's event loop made. */
  | { readonly kind: 'values'; readonly id: number; readonly values: readonly unknown[] }
  | { readonly kind: 'ended'; readonly id: number; readonly failure: PortableError | null }
  /** Something went wrong beside the requests' own results. */
  | { readonly kind: 'report'; readonly what: string; readonly failure: PortableError }
  | { readonly kind: 'readiness'; readonly readiness: Readiness };

/** An error that survives the crossing between threads with its code and its cause. */
export interface PortableError {
  readonly code: ErrorCode;
  readonly detail: string;
  readonly field: string | undefined;
  /** Stack of the cause, for the log. */
  readonly cause: string | undefined;
}

export function toPortable(thrown: unknown): PortableError {
  const { code, message, field, cause } = asYinzhengError(thrown);
  return {
    code,
    detail: message,
    field,
    cause:
      cause instanceof Error
        ? (cause.stack ?? cause.message)
        : cause === undefined
          ? undefined
          : String(cause),
  };
}

export function fromPortable({ code, detail, field, cause }: PortableError): YinzhengError {
  return new YinzhengError(code, detail, {
    ...(field === undefined ? {} : { field }),
    ...(cause === undefined ? {} : { cause: new Error(cause) }),
  });
}
