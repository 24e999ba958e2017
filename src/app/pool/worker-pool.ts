import { performance } from 'node:perf_hooks';
import type { Readiness } from '../../core/application.ts';
import { YinzhengError } from '../../core/errors.ts';
import type { IndexFingerprints } from '../../index/input-fingerprint.ts';
import type { SharedGeneration } from '../../index/shared-generation.ts';
import { readPointer } from '../../index/snapshot/current-generation.ts';
import type { Config } from '../config.ts';
import { Job } from './job.ts';
import type { WorkerCall } from './messages.ts';
import { PoolWorker, type PoolWorkerListener } from './pool-worker.ts';

export interface WorkerPoolParts {
  readonly config: Config;
  /** Told of what goes wrong beside the requests' own results. */
  readonly reportFailure: (error: unknown, what: string) => void;
  /** The module that workers run; absent means the one that answers. */
  readonly entry?: URL | undefined;
}

/** Milliseconds between two looks at how hard the workers work. */
const WATCH_INTERVAL = 50;
/** Milliseconds that a job which took too long has to end by itself. */
const EXPIRY_GRACE = 250;
/** Milliseconds before a worker that could not start is started again. */
const START_AGAIN = 1_000;
/** Milliseconds between two workers that are renewed because memory is short. */
const RENEWAL_INTERVAL = 10_000;
const MEGABYTE = 2 ** 20;

/**
 * Worker threads that do what takes processor time, with a bounded queue in front. Each job has a
 * bound in processor time, in time and in memory; a worker that does not keep them is replaced. The
 * job at fault fails with an error of the table; others that shared its worker are done again.
 */
export class WorkerPool {
  readonly #parts: WorkerPoolParts;
  readonly #workers = new Set<PoolWorker>();
  #first: Promise<IndexFingerprints> | null = null;
  #queue: Job[] = [];
  #generation: SharedGeneration | null = null;
  #nextId = 0;
  #isClosed = false;
  #watch: NodeJS.Timeout | undefined;
  #watchedAt = performance.now();
  #renewedAt = Number.NEGATIVE_INFINITY;
  #memory = { readAt: Number.NEGATIVE_INFINITY, usedMb: 0 };
  #readiness: Readiness = { status: 'ready' };

  constructor(parts: WorkerPoolParts) {
    this.#parts = parts;
  }

  /** What the workers last said of what they depend on. */
  get readiness(): Readiness {
    return this.#readiness;
  }

  /** By what the workers read, as the first one tells when it started; null where none was begun. */
  get fingerprints(): Promise<IndexFingerprints> | null {
    return this.#first;
  }

  /** Begins to start the first worker, which loads its dictionaries. */
  prepare(): Promise<IndexFingerprints> {
    if (this.#first === null) {
      this.#first = this.#startFirst();
      // Told by `start`, which waits for the same.
      this.#first.catch(() => {});
    }
    return this.#first;
  }

  /**
   * Resolves when the first worker takes calls; the others follow, one after the other.
   * @param generation may still be loading: the worker reads its dictionaries meanwhile
   * @throws {YinzhengError} `index-*` when it cannot answer from the generation
   * @throws what the generation is rejected with
   */
  async start(
    generation: SharedGeneration | null | Promise<SharedGeneration | null>,
  ): Promise<void> {
    try {
      const [loaded] = await Promise.all([generation, this.prepare()]);
      if (loaded !== null) await this.open(loaded);
    } catch (error) {
      await this.close();
      throw error;
    }
    void this.#startOthers();
    this.#watch = setInterval(() => this.#look(), WATCH_INTERVAL).unref();
  }

  /**
   * Takes up a generation, one worker after the other, so that the others go on answering. Jobs
   * under way keep the one they began with.
   * @throws {YinzhengError} `index-*`; all keep the old one then
   */
  async open(generation: SharedGeneration): Promise<void> {
    for (const worker of [...this.#workers]) {
      if (worker.state !== 'ready') continue;
      try {
        await worker.open(generation);
      } catch (error) {
        if (this.#generation !== generation) throw error;
        this.#parts.reportFailure(error, 'a worker could not open the new index');
      }
      this.#generation = generation;
      this.#dispatch();
    }
    this.#generation = generation;
  }

  /**
   * The values of a call as its worker makes them, and `RESTARTED` where they begin anew. Leaving
   * the iteration, or aborting the signal, stops the work.
   * @throws {YinzhengError} `overloaded`, `request-timeout`, `request-memory`, `shutting-down`, and
   *   what the call throws
   */
  async *run(
    call: WorkerCall,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<unknown, void, void> {
    signal?.throwIfAborted();
    const job = this.#admit(call);
    const leave = () => this.#abandon(job);
    signal?.addEventListener('abort', leave, { once: true });
    try {
      for (;;) {
        const next = await job.take();
        if (next.done) break;
        this.#workerOf(job)?.taken(job);
        yield next.value;
      }
      signal?.throwIfAborted();
    } finally {
      signal?.removeEventListener('abort', leave);
      this.#abandon(job);
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#watch);
    const failure = new YinzhengError('shutting-down', 'It takes no more questions.');
    const jobs = [...this.#queue, ...[...this.#workers].flatMap(({ jobs }) => [...jobs.values()])];
    for (const job of jobs) job.end(failure);
    this.#queue = [];
    await Promise.all(Array.from(this.#workers, (worker) => worker.stop()));
    this.#workers.clear();
  }

  #admit(call: WorkerCall): Job {
    const { queueLength, queueTimeoutMs } = this.#parts.config.answering;
    if (this.#isClosed) throw new YinzhengError('shutting-down', 'It takes no more questions.');
    this.#requireMemory();
    const job = new Job(this.#nextId++, call);
    this.#queue.push(job);
    this.#dispatch();
    if (!this.#queue.includes(job)) return job;
    if (this.#queue.length > queueLength) {
      this.#queue.pop();
      throw new YinzhengError(
        'overloaded',
        `${this.#queue.length} requests are waiting already, which is as many as may.`,
      );
    }
    setTimeout(() => {
      if (!this.#leaveQueue(job)) return;
      const detail = `No worker was free for ${queueTimeoutMs} ms.`;
      job.end(new YinzhengError('overloaded', detail));
    }, queueTimeoutMs).unref();
    return job;
  }

  /** Refuses while the process is near the end of its memory, and frees some where it can. */
  #requireMemory(): void {
    const { memoryLimitMb } = this.#parts.config.answering;
    const now = performance.now();
    // The system's answer costs as much as a short request.
    if (now - this.#memory.readAt > WATCH_INTERVAL) {
      this.#memory = { readAt: now, usedMb: Math.ceil(process.memoryUsage.rss() / MEGABYTE) };
    }
    const { usedMb } = this.#memory;
    if (usedMb <= memoryLimitMb) return;
    if (now - this.#renewedAt > RENEWAL_INTERVAL) {
      this.#renewedAt = now;
      const detail = `${usedMb} of ${memoryLimitMb} MB of memory are in use.`;
      this.#parts.reportFailure(new YinzhengError('overloaded', detail), 'memory is short');
      const idle = [...this.#workers].find(
        ({ state, jobs }) => state === 'ready' && jobs.size === 0,
      );
      if (idle !== undefined) this.#replace(idle, new Error('Its memory was needed.'));
    }
    throw new YinzhengError('overloaded', 'The memory that it may use is in use.');
  }

  #dispatch(): void {
    for (;;) {
      const [job] = this.#queue;
      const worker = job && this.#freeWorkerFor(job);
      if (job === undefined || worker === undefined) return;
      this.#queue.shift();
      worker.begin(job);
    }
  }

  #freeWorkerFor(job: Job): PoolWorker | undefined {
    const { slotsPerWorker } = this.#parts.config.answering;
    const { chatConcurrency } = this.#parts.config.server;
    const loads = [...this.#workers].map((worker) => ({
      worker,
      active: worker.activeJobs.length,
    }));
    if (loads.reduce((sum, { active }) => sum + active, 0) >= chatConcurrency) return undefined;
    const free = loads.filter(({ worker, active }) => {
      if (worker.state !== 'ready') return false;
      if (job.isSuspect) return worker.jobs.size === 0;
      return active < slotsPerWorker && ![...worker.jobs.values()].some((other) => other.isSuspect);
    });
    return free.sort((a, b) => a.active - b.active)[0]?.worker;
  }

  #workerOf(job: Job): PoolWorker | undefined {
    return [...this.#workers].find(({ jobs }) => jobs.has(job.id));
  }

  #leaveQueue(job: Job): boolean {
    const place = this.#queue.indexOf(job);
    if (place >= 0) this.#queue.splice(place, 1);
    return place >= 0;
  }

  /** Nobody waits for a job any more. Its worker keeps it until it has stopped. */
  #abandon(job: Job): void {
    if (job.isAbandoned) return;
    job.isAbandoned = true;
    job.end(null);
    if (!this.#leaveQueue(job)) this.#workerOf(job)?.abort(job);
  }

  #look(): void {
    const { processorMs, timeoutMs } = this.#parts.config.answering;
    const now = performance.now();
    const passed = now - this.#watchedAt;
    this.#watchedAt = now;
    for (const worker of [...this.#workers]) {
      if (worker.state === 'starting') continue;
      const load = worker.readLoad();
      const active = worker.activeJobs;
      for (const job of active) {
        job.elapsedMs += passed;
        job.processorMs += load.processorMs / active.length;
        const isDear = job.processorMs > processorMs;
        if (job.expiredAt === null && (isDear || job.elapsedMs > timeoutMs)) {
          job.expiredAt = now;
          job.end(tookTooLong(isDear ? `${processorMs} ms of processor time` : `${timeoutMs} ms`));
          worker.abort(job);
        }
      }
      const isDeaf = active.some(({ expiredAt }) => now - (expiredAt ?? now) > EXPIRY_GRACE);
      if (isDeaf || (active.length > 0 && load.stalledMs > processorMs + EXPIRY_GRACE)) {
        this.#replace(worker, tookTooLong(`${processorMs} ms of processor time`));
      }
    }
    this.#dispatch();
  }

  async #startFirst(): Promise<IndexFingerprints> {
    return await new Promise<IndexFingerprints>((resolve, reject) => {
      this.#add(
        (failure, fingerprints) => (failure === null ? resolve(fingerprints) : reject(failure)),
        (error) => reject(error),
      );
    });
  }

  async #startOthers(): Promise<void> {
    for (let number = 1; number < this.#parts.config.answering.workers; number++) {
      if (this.#isClosed) return;
      await new Promise<void>((resolve) =>
        this.#add(
          () => resolve(),
          () => resolve(),
        ),
      );
    }
  }

  /**
   * @param onReady called when it takes calls
   * @param onStartFailed called where it was lost before; absent means to start it again
   */
  #add(
    onReady: PoolWorkerListener['onReady'] = () => {},
    onStartFailed?: (error: Error) => void,
  ): void {
    const { config, reportFailure, entry } = this.#parts;
    const memoryMb = config.answering.workerMemoryMb;
    let isReady = false;
    const worker = new PoolWorker(
      { config, generation: this.#generation, memoryMb, entry },
      {
        onReady: (failure, fingerprints) => {
          isReady = true;
          if (failure !== null && onStartFailed === undefined) {
            reportFailure(failure, 'a worker could not open the index');
          }
          // A newer generation may have come while it started.
          const { generation } = this.#state();
          if (generation !== null && worker.generation !== generation) {
            worker
              .open(generation)
              .catch((error) => reportFailure(error, 'a worker could not open the index'))
              .finally(() => this.#dispatch());
          }
          onReady(failure, fingerprints);
          this.#dispatch();
        },
        onEnded: () => this.#dispatch(),
        onReport: (what, error) => reportFailure(error, what),
        onReadiness: (readiness) => {
          this.#readiness = readiness;
        },
        onLost: (error) => {
          if (isReady) return this.#replace(worker, error);
          this.#workers.delete(worker);
          reportFailure(error, 'a worker could not be started');
          onStartFailed?.(error);
          if (this.#watch !== undefined && !this.#isClosed) {
            setTimeout(() => this.#isClosed || this.#add(), START_AGAIN).unref();
          }
        },
      },
    );
    this.#workers.add(worker);
  }

  #state() {
    return { generation: this.#generation };
  }

  /** Ends a worker, starts another, and sees to the jobs that it had. */
  #replace(worker: PoolWorker, cause: Error): void {
    if (!this.#workers.delete(worker)) return;
    void worker.stop();
    if (this.#isClosed) return;
    const jobs = [...worker.jobs.values()];
    if (jobs.length > 0) this.#parts.reportFailure(cause, 'a worker was replaced');
    const waiting = jobs.filter((job) => !job.isAbandoned && job.expiredAt === null);
    // One that had the worker to itself is at fault; of several nobody knows which one.
    const isAlone = jobs.length === 1;
    for (const job of waiting) {
      if (isAlone || job.isSuspect) {
        job.end(failureOf(cause, this.#parts.config.answering.workerMemoryMb));
      } else {
        job.restart();
        this.#queue.unshift(job);
      }
    }
    this.#add();
  }
}

/** A pool for the index of the data folder: where there is one, its first worker starts at once. */
export async function preparePool(parts: WorkerPoolParts): Promise<WorkerPool> {
  const pool = new WorkerPool(parts);
  const isIndexed = await readPointer(parts.config.dataPath).then(
    () => true,
    () => false,
  );
  if (isIndexed) void pool.prepare();
  return pool;
}

function tookTooLong(bound: string): YinzhengError {
  return new YinzhengError('request-timeout', `It was not done within ${bound}.`);
}

/** What a request is told whose worker was lost. */
function failureOf(cause: Error, memoryMb: number): YinzhengError {
  if (cause instanceof YinzhengError) return cause;
  if (Reflect.get(cause, 'code') === 'ERR_WORKER_OUT_OF_MEMORY') {
    return new YinzhengError('request-memory', `It was not done within ${memoryMb} MB of memory.`, {
      cause,
    });
  }
  return new YinzhengError('internal', 'The cause is in the log.', { cause });
}
