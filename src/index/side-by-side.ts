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
