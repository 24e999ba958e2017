import type { BackgroundIndexing } from './background-indexing.ts';

export interface KeepInStepParts {
  /** Milliseconds between the end of one round and the next. */
  readonly everyMs: number;
  /** Fetches what comes from addresses. */
  readonly fetchAgain: () => Promise<void>;
  readonly indexing: BackgroundIndexing;
  readonly reportFailure: (error: unknown, what: string) => void;
}

/**
 * Looks again and again whether folders and sources changed, and has what did indexed while the index of before
 * answers. A round that fails is told of, and the next one comes all the same.
 */
export function keepInStep(parts: KeepInStepParts): { stop(): Promise<void> } {
  const { everyMs, fetchAgain, indexing, reportFailure } = parts;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const wait = () => {
    if (!isStopped) timer = setTimeout(round, everyMs);
  };
  const round = async () => {
    try {
      await fetchAgain();
    } catch (error) {
      reportFailure(error, 'sources could not be fetched again');
    }
    if (!isStopped) indexing.start();
    wait();
  };
  wait();
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await indexing.stop();
    },
  };
}
