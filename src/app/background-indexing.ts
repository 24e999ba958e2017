import { asYinzhengError, YinzhengError } from '../core/errors.ts';
import type { IndexingStatus } from '../core/uploads.ts';
import { Thread } from '../index/threads/thread.ts';
import type { UpdateSummary } from './bring-up-to-date.ts';
import type { Config } from './config.ts';
import type { UpdateRequest } from './update-thread.ts';

/** Milliseconds in which further files join a run that is about to begin. */
const GATHER = 400;
/** Milliseconds until another indexer, which holds the index, is waited for again. */
const RETRY = 3_000;

export interface BackgroundIndexing {
  /** Indexes what there is now, as soon as a run under way has ended. */
  start(): void;
  status(): IndexingStatus;
  stop(): Promise<void>;
}

/**
 * Indexes a folder beside everything that the index was made of, or that alone where none is given, in a thread,
 * while the index there is answers. One run at a time.
 */
export function createBackgroundIndexing(
  config: Config,
  folder: string | null,
  reportFailure: (error: unknown, what: string) => void,
): BackgroundIndexing {
  let status: IndexingStatus = { state: 'idle', progress: 0, failure: null };
  let timer: NodeJS.Timeout | null = null;
  let thread: Thread<UpdateRequest, UpdateSummary> | null = null;
  let isRunning = false;
  let isWanted = false;
  let isStopped = false;

  function schedule(wait: number): void {
    isWanted = true;
    if (isStopped || isRunning) return;
    status = { state: 'running', progress: 0, failure: null };
    timer ??= setTimeout(() => {
      timer = null;
      void run();
    }, wait);
  }

  async function run(): Promise<void> {
    isWanted = false;
    isRunning = true;
    let wait = GATHER;
    thread = new Thread<UpdateRequest, UpdateSummary>(
      new URL('./update-thread.ts', import.meta.url),
      {
        onProgress: (progress) => {
          status = { state: 'running', progress, failure: null };
        },
      },
    );
    try {
      const summary = await thread.request({
        config,
        paths: folder === null ? [] : [folder],
        add: folder !== null,
      });
      if (summary.status === null) {
        throw new YinzhengError('nothing-to-index', 'The articles indexed before stay.');
      }
      status = { state: 'idle', progress: 1, failure: null };
    } catch (thrown) {
      const error = asYinzhengError(thrown);
      if (error.code === 'index-locked') {
        isWanted = true;
        wait = RETRY;
      } else if (!isStopped) {
        status = { state: 'failed', progress: 0, failure: error.toProblem() };
        // What concerns brought files is shown to who brought them.
        if (error.status >= 500 || folder === null)
          reportFailure(thrown, 'articles could not be indexed beside');
      }
    } finally {
      await thread.stop();
      thread = null;
      isRunning = false;
    }
    if (isWanted) schedule(wait);
  }

  return {
    start: () => schedule(GATHER),
    status: () => status,
    async stop() {
      isStopped = true;
      if (timer !== null) clearTimeout(timer);
      await thread?.stop();
    },
  };
}
