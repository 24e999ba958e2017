import type { ResourceLimits, Worker } from 'node:worker_threads';
import { isErrorCode, YinzhengError } from '../../core/errors.ts';
import { ownedBuffers } from './owned-buffers.ts';
import { startThread } from './start-thread.ts';

/** An error as it crosses from a thread. */
export interface ErrorText {
  readonly message: string;
  readonly stack: string | undefined;
  /** Of the error table, or the system's code and call. */
  readonly code: string | undefined;
  readonly syscall: string | undefined;
}

/** What a thread says to the one that started it. */
export type ThreadMessage =
  | { readonly kind: 'reply'; readonly id: number; readonly value: unknown }
  | ({ readonly kind: 'failure'; readonly id: number } & ErrorText)
  | { readonly kind: 'progress'; readonly done: number };

export interface ThreadRequest {
  readonly id: number;
  readonly request: unknown;
}

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
}

/** A worker thread that answers requests in the order they are made. */
export class Thread<Request, Reply> {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #nextId = 0;
  #ended: unknown = null;

  /**
   * @param entry a module that calls `answerRequests`: TypeScript, or JavaScript where it is built
   * @param settings its `onProgress` is told how much of the request under way is done
   */
  constructor(
    entry: URL,
    {
      resourceLimits,
      onProgress = () => {},
    }: {
      readonly resourceLimits?: ResourceLimits;
      readonly onProgress?: (done: number) => void;
    } = {},
  ) {
    this.#worker = startThread(entry, { resourceLimits });
    this.#worker.on('message', (message: ThreadMessage) => {
      if (message.kind === 'progress') return onProgress(message.done);
      const waiting = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      if (message.kind === 'reply') waiting?.resolve(message.value as never);
      else waiting?.reject(errorOf(message));
    });
    this.#worker.on('error', (error) => this.#end(error));
    this.#worker.on('exit', (code) => this.#end(new Error(`A worker thread ended with ${code}.`)));
  }

  /** Arrays in the request change hands. */
  request(request: Request): Promise<Reply> {
    if (this.#ended !== null) return Promise.reject(this.#ended);
    const id = this.#nextId++;
    return new Promise<Reply>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, request } satisfies ThreadRequest, ownedBuffers(request));
    });
  }

  /** Stops the thread wherever it is; requests under way are rejected. */
  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  #end(error: unknown): void {
    this.#ended ??= error;
    for (const { reject } of this.#waiting.values()) reject(this.#ended);
    this.#waiting.clear();
  }
}

function errorOf({ message, stack, code, syscall }: ErrorText): Error {
  if (isErrorCode(code)) return new YinzhengError(code, message, { cause: stack });
  const error = new Error(message, { cause: stack });
  // Only a system's error has these, and is told by them.
  return code === undefined ? error : Object.assign(error, { code, syscall });
}
