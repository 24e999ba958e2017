/** Lets timers, signals and other requests have the thread before work goes on. */
export async function nextTurn(): Promise<void> {
  await new Promise(setImmediate);
}

/**
 * The same result, unless the signal is aborted first: then throws its reason at once, even where
 * the work behind it does not notice. What that work still does is let go of.
 */
export async function orAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  let abort = () => {};
  try {
    // Not a race with one long promise: that would hold every result it was ever raced with.
    return await new Promise<Value>((resolve, reject) => {
      abort = () => reject(signal.reason);
      signal.addEventListener('abort', abort, { once: true });
      work.then(resolve, reject);
      if (signal.aborted) abort();
    });
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

/** The same values, until the signal is aborted: then throws its reason at once. */
export async function* untilAborted<T>(
  values: AsyncIterable<T>,
  signal: AbortSignal,
): AsyncGenerator<T, void, void> {
  const iterator = values[Symbol.asyncIterator]();
  try {
    for (;;) {
      signal.throwIfAborted();
      const next = await orAborted(iterator.next(), signal);
      if (next.done) return;
      yield next.value;
    }
  } finally {
    // Waits for a value under way, so it is not waited for; nobody is left to hear its error.
    iterator.return?.().catch(() => undefined);
  }
}

/**
 * Runs two tasks at once. When one fails, or the outer signal aborts, both are told to stop; what
 * is thrown, once both have ended, is the first reason.
 */
export async function sideBySide<First, Second>(
  outer: AbortSignal | undefined,
  first: (signal: AbortSignal) => Promise<First>,
  second: (signal: AbortSignal) => Promise<Second>,
): Promise<[First, Second]> {
  const failed = new AbortController();
  const signal = AbortSignal.any([failed.signal, ...(outer === undefined ? [] : [outer])]);
  const stopBoth = (error: unknown) => {
    failed.abort(error);
    throw error;
  };
  const running = [first(signal).catch(stopBoth), second(signal).catch(stopBoth)] as const;
  await Promise.allSettled(running);
  signal.throwIfAborted();
  return await Promise.all(running);
}
