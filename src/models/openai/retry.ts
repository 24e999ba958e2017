import { setTimeout as delay } from 'node:timers/promises';

export interface RetryPolicy {
  /** Attempts after the first. */
  readonly retries: number;
  /** Milliseconds before the first retry; each later one waits twice as long. */
  readonly firstDelayMs: number;
  /** Longest wait. A server that asks for a longer one is not asked again. */
  readonly longestDelayMs: number;
}

export const DEFAULT_RETRY_POLICY: RetryPolicy = {
  retries: 2,
  firstDelayMs: 500,
  longestDelayMs: 20_000,
};

/** What a failure says about trying again. */
export interface RetryAdvice {
  readonly retry: boolean;
  /** Milliseconds the server asked to wait, or null. */
  readonly waitMs: number | null;
}

/**
 * Runs an attempt until it succeeds, with exponential back-off and up to a quarter of jitter
 * taken off, so that clients that failed together do not come back together.
 * @param advise reads a failure; called for failures only
 * @param signal ends a wait at once, by throwing the signal's reason
 * @throws whatever the last attempt threw
 */
export async function withRetries<T>(
  attempt: () => Promise<T>,
  advise: (error: unknown) => RetryAdvice,
  policy: RetryPolicy,
  signal?: AbortSignal,
): Promise<T> {
  for (let retry = 0; ; retry += 1) {
    try {
      return await attempt();
    } catch (error) {
      signal?.throwIfAborted();
      const advice = advise(error);
      const backOff = policy.firstDelayMs * 2 ** retry * (1 - Math.random() / 4);
      const waitMs = advice.waitMs ?? Math.min(backOff, policy.longestDelayMs);
      if (!advice.retry || retry >= policy.retries || waitMs > policy.longestDelayMs) throw error;
      await waitFor(waitMs, signal);
    }
  }
}

async function waitFor(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    await delay(milliseconds, undefined, { signal });
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
}
