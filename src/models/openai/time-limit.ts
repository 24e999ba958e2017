/** Aborts work that takes too long, or that the caller no longer wants. */
export interface TimeLimit {
  /** To hand to the work. Its reason is the error to throw. */
  readonly signal: AbortSignal;
  /** Aborts after some milliseconds unless restarted or stopped; replaces an earlier limit. */
  start(milliseconds: number, reason: () => Error): void;
  stop(): void;
  /** Aborts after some milliseconds whatever is started or stopped meanwhile. */
  startTotal(milliseconds: number, reason: () => Error): void;
  /** Stops, lets go of the caller's signal, and aborts whatever still runs. */
  end(): void;
}

/** @param outer the caller's signal; its abort aborts the work with the same reason */
export function createTimeLimit(outer?: AbortSignal): TimeLimit {
  const controller = new AbortController();
  const abortWithOuter = () => controller.abort(outer?.reason);
  if (outer?.aborted === true) abortWithOuter();
  outer?.addEventListener('abort', abortWithOuter, { once: true });
  let timer: NodeJS.Timeout | undefined;
  let total: NodeJS.Timeout | undefined;
  return {
    signal: controller.signal,
    start(milliseconds, reason) {
      clearTimeout(timer);
      timer = setTimeout(() => controller.abort(reason()), milliseconds);
    },
    stop: () => clearTimeout(timer),
    startTotal(milliseconds, reason) {
      clearTimeout(total);
      total = setTimeout(() => controller.abort(reason()), milliseconds);
    },
    end() {
      clearTimeout(timer);
      clearTimeout(total);
      outer?.removeEventListener('abort', abortWithOuter);
      controller.abort();
    },
  };
}
