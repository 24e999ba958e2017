/**
 * The same values, until the signal is aborted: then throws its reason at once, even where the
 * work behind the values does not notice. What that work still does is let go of.
 */
export async function* untilAborted<T>(
  values: AsyncIterable<T>,
  signal: AbortSignal,
): AsyncGenerator<T, void, void> {
  const iterator = values[Symbol.asyncIterator]();
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  // Heard by the race below, or by nobody when the values end first.
  aborted.catch(() => undefined);
  try {
    for (;;) {
      signal.throwIfAborted();
      const next = await Promise.race([iterator.next(), aborted]);
      if (next.done) return;
      yield next.value;
    }
  } finally {
    // Waits for a value under way, so it is not waited for; nobody is left to hear its error.
    iterator.return?.().catch(() => undefined);
  }
}
