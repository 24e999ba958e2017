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
