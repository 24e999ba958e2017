import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Worker } from 'node:worker_threads';
import type { Readiness } from '../../core/application.ts';
import type { YinzhengError } from '../../core/errors.ts';
import type { IndexFingerprints } from '../../index/input-fingerprint.ts';
import type { SharedGeneration } from '../../index/shared-generation.ts';
import { startThread } from '../../index/threads/start-thread.ts';
import type { Config } from '../config.ts';
import type { Job } from './job.ts';
import {
  fromPortable,
  type MessageFromWorker,
  type MessageToWorker,
  type PortableError,
  type WorkerArgument,
} from './messages.ts';

/** Milliseconds that a worker has to end by itself. */
const ENDING_TIMEOUT = 500;
/** Values that a job may have waiting for its reader before its worker stops to make more. */
export const WINDOW = 256;

/**
 * Milliseconds that a worker may go on opening an index when it is to end: the library that reads
 * graphs ends the whole process where its thread ends meanwhile.
 */
const OPENING_TIMEOUT = 2_000;

export interface PoolWorkerSettings {
  readonly config: Config;
  readonly generation: SharedGeneration | null;
  /** Megabytes of heap. */
  readonly memoryMb: number;
  /** The module it runs; absent means the one that answers. */
  readonly entry?: URL | undefined;
}

/** What a worker tells its pool. */
export interface PoolWorkerListener {
  /** It takes calls; `failure` is why it could not open its generation. */
  onReady(failure: YinzhengError | null, fingerprints: IndexFingerprints): void;
  onEnded(job: Job): void;
  onReport(what: string, error: YinzhengError): void;
  onReadiness(readiness: Readiness): void;
  /** The thread is gone, not by `stop`. */
  onLost(error: Error): void;
}

/**
 * Megabytes of new objects. Node gives a thread 16 MB beyond its limit to end itself; where one collection moves
 * more than that into the old generation, the whole process aborts: 6 of 16 times with the default of Node 24,
 * never in 16 with 48.
 */
const MAX_YOUNG_GENERATION_MB = 48;

/** One worker thread, seen from the main one: its jobs, and how hard it works. */
export class PoolWorker {
  readonly jobs = new Map<number, Job>();
  /** The generation it answers from, or is about to. */
  generation: SharedGeneration | null;
  state: 'starting' | 'ready' | 'opening' | 'gone' = 'starting';
  readonly #thread: Worker;
  readonly #beats: Int32Array;
  readonly #listener: PoolWorkerListener;
  #opened: ((failure: PortableError | null) => void) | null = null;
  #seenBeats = 0;
  /** Milliseconds of processor time when it was last asked, and when the last beat was seen. */
  #processorMs = 0;
  #beatMs = 0;

  constructor(
    { config, generation, memoryMb, entry }: PoolWorkerSettings,
    listener: PoolWorkerListener,
  ) {
    this.generation = generation;
    this.#listener = listener;
    const pulse = new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT);
    this.#beats = new Int32Array(pulse);
    this.#thread = startThread(entry ?? new URL('./answer-worker.ts', import.meta.url), {
      argument: { config, generation, pulse, window: WINDOW } satisfies WorkerArgument,
      resourceLimits: {
        maxOldGenerationSizeMb: memoryMb,
        maxYoungGenerationSizeMb: MAX_YOUNG_GENERATION_MB,
      },
    });
    this.#thread.on('message', (message: MessageFromWorker) => this.#hear(message));
    this.#thread.on('error', (error) => this.#lose(error));
    this.#thread.on('exit', (code) =>
      this.#lose(new Error(`An answering worker ended with code ${code}.`)),
    );
  }

  /** Jobs that it works on, without those that wait for their readers. */
  get activeJobs(): Job[] {
    return [...this.jobs.values()].filter((job) => job.waiting < WINDOW || job.isAbandoned);
  }

  begin(job: Job): void {
    // What it did before is not this job's doing.
    if (this.jobs.size === 0) {
      this.#processorMs = this.#readProcessorMs();
      this.#beatMs = this.#processorMs;
    }
    job.untold = 0;
    this.jobs.set(job.id, job);
    this.#say({ kind: 'call', id: job.id, call: job.call });
  }

  /** The reader of a job has taken a value; the worker hears of many at once. */
  taken(job: Job): void {
    if (!this.jobs.has(job.id) || ++job.untold < WINDOW / 2) return;
    this.#say({ kind: 'taken', id: job.id, count: job.untold });
    job.untold = 0;
  }

  abort(job: Job): void {
    this.#say({ kind: 'abort', id: job.id });
  }

  /** Takes up a generation. @throws {YinzhengError} `index-*`; the old one stays in use then */
  async open(generation: SharedGeneration): Promise<void> {
    const before = this.generation;
    this.state = 'opening';
    this.generation = generation;
    const failure = await new Promise<PortableError | null>((resolve) => {
      this.#opened = resolve;
      this.#say({ kind: 'open', generation });
    });
    this.#opened = null;
    if (this.state === 'opening') this.state = 'ready';
    if (failure === null) return;
    this.generation = before;
    throw fromPortable(failure);
  }

  /**
   * Milliseconds of processor time since it was last asked, and since the worker's event loop was
   * last seen to turn.
   */
  readLoad(): { readonly processorMs: number; readonly stalledMs: number } {
    const beats = Atomics.load(this.#beats, 0);
    const total = this.#readProcessorMs();
    if (beats !== this.#seenBeats) {
      this.#seenBeats = beats;
      this.#beatMs = total;
    }
    const processorMs = Math.max(0, total - this.#processorMs);
    this.#processorMs = total;
    return { processorMs, stalledMs: total - this.#beatMs };
  }

  /**
   * What Linux says that the thread has had of a processor; elsewhere the time in which its event loop
   * was not idle, which on a busy machine is more.
   */
  #readProcessorMs(): number {
    const thread = Atomics.load(this.#beats, 1);
    if (thread !== 0) {
      try {
        const nanoseconds = readFileSync(`/proc/self/task/${thread}/schedstat`, 'utf8').split(
          ' ',
        )[0];
        return Number(nanoseconds) / 1e6;
      } catch {
        // The thread is about to be gone, or the system does not tell.
        Atomics.store(this.#beats, 1, 0);
      }
    }
    return this.#thread.performance.eventLoopUtilization().active;
  }

  /**
   * Ends the thread, wherever it is where it does not end by itself in time; but not while it opens an index. One
   * that is ended from outside within native code, as of a graph, takes the process with it.
   */
  async stop(): Promise<void> {
    const isOpening = this.state === 'starting' || this.state === 'opening';
    this.state = 'gone';
    this.#opened?.(null);
    if (isOpening) {
      const waited = AbortSignal.timeout(OPENING_TIMEOUT);
      await once(this.#thread, 'message', { signal: waited }).catch(() => {});
    }
    const ended = once(this.#thread, 'exit', { signal: AbortSignal.timeout(ENDING_TIMEOUT) });
    this.#say({ kind: 'end' });
    await ended.catch(() => this.#thread.terminate());
  }

  #say(message: MessageToWorker): void {
    this.#thread.postMessage(message);
  }

  #hear(message: MessageFromWorker): void {
    if (this.state === 'gone') return;
    switch (message.kind) {
      case 'ready':
        this.state = 'ready';
        this.#listener.onReady(
          message.failure && fromPortable(message.failure),
          message.fingerprints,
        );
        break;
      case 'opened':
        this.#opened?.(message.failure);
        break;
      case 'values':
        this.jobs.get(message.id)?.push(message.values);
        break;
      case 'ended': {
        const job = this.jobs.get(message.id);
        if (job === undefined) break;
        this.jobs.delete(message.id);
        job.end(message.failure && fromPortable(message.failure));
        this.#listener.onEnded(job);
        break;
      }
      case 'report':
        this.#listener.onReport(message.what, fromPortable(message.failure));
        break;
      case 'readiness':
        this.#listener.onReadiness(message.readiness);
    }
  }

  #lose(error: Error): void {
    if (this.state === 'gone') return;
    this.state = 'gone';
    this.#opened?.(null);
    this.#listener.onLost(error);
  }
}
