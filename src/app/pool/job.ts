import type { YinzhengError } from '../../core/errors.ts';
import type { WorkerCall } from './messages.ts';

/**
 * Stands among a job's values where its worker was lost: the values before it are void, and the
 * work begins again.
 */
export const RESTARTED = Symbol('restarted');

/** A call on its way through the pool: what is known of it, and its values for the reader. */
export class Job {
  readonly id: number;
  readonly call: WorkerCall;
  /** Milliseconds of processor time in its worker; an equal share where that worker has several. */
  processorMs = 0;
  /** Milliseconds since it was begun, without those it waited for its reader. */
  elapsedMs = 0;
  /** When it was told to stop because it took too long, by `performance.now()`. */
  expiredAt: number | null = null;
  /** Values taken that its worker was not told of. */
  untold = 0;
  /** True once nobody waits for it any more. */
  isAbandoned = false;
  /** True where it shared a worker that was lost: it goes on alone, so that only one can be to blame. */
  isSuspect = false;
  readonly #values: unknown[] = [];
  #delivered = 0;
  #end: { readonly failure: YinzhengError | null } | null = null;
  #wake: (() => void) | null = null;

  constructor(id: number, call: WorkerCall) {
    this.id = id;
    this.call = call;
  }

  /** Values that wait for the reader. */
  get waiting(): number {
    return this.#values.length;
  }

  push(values: readonly unknown[]): void {
    if (this.#end !== null) return;
    this.#values.push(...values);
    this.#wake?.();
  }

  /** No more values come; those that wait are still given. */
  end(failure: YinzhengError | null): void {
    this.#end ??= { failure };
    this.#wake?.();
  }

  /** Begins anew, in another worker. */
  restart(): void {
    this.isSuspect = true;
    this.#values.length = 0;
    if (this.#delivered > 0) this.push([RESTARTED]);
    this.processorMs = 0;
    this.elapsedMs = 0;
  }

  /** The next value. @throws {YinzhengError} what the job failed with */
  async take(): Promise<IteratorResult<unknown, undefined>> {
    while (this.#values.length === 0) {
      if (this.#end?.failure) throw this.#end.failure;
      if (this.#end !== null) return { done: true, value: undefined };
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      this.#wake = null;
    }
    this.#delivered += 1;
    return { done: false, value: this.#values.shift() };
  }
}
