import { type ResourceLimits, Worker } from 'node:worker_threads';

export interface ThreadSettings {
  /** What the thread finds in `workerData.argument`; anything that can be cloned. */
  readonly argument?: unknown;
  readonly resourceLimits?: ResourceLimits | undefined;
}

/**
 * Starts a thread with a module of this project, from the sources as well as from a build: the one
 * place that knows how. Where it runs from the sources the thread has to learn TypeScript first.
 *
 * @param entry a URL made of a name beside the caller's and the caller's own, written out so that
 *   a build finds it
 */
export function startThread(entry: URL, settings: ThreadSettings = {}): Worker {
  const isBuilt = !entry.pathname.endsWith('.ts');
  return new Worker(isBuilt ? entry : new URL('./start-thread.mjs', import.meta.url), {
    workerData: { entry: entry.href, argument: settings.argument },
    ...(settings.resourceLimits === undefined ? {} : { resourceLimits: settings.resourceLimits }),
    // Not those of the process, whose hooks are not meant for threads.
    execArgv: [],
  });
}
