import { useEffect, useState } from 'react';
import { isAborted } from '../api/request.ts';

/** A request's state: exactly one of its result, its error, or neither while it is under way. */
export interface Requested<T> {
  readonly result: T | null;
  readonly error: unknown;
}

/**
 * Runs a request when its key changes, and drops the answer of the one before. While the next is
 * under way, the last result stays, so that the page does not empty and fill again.
 * @param key identifies the request; null asks nothing
 */
export function useRequest<T>(
  key: string | null,
  request: (signal: AbortSignal) => Promise<T>,
): Requested<T> & { readonly pending: boolean; retry(): void } {
  const [settled, setSettled] = useState<Requested<T> & { readonly key: string | null }>({
    key: null,
    result: null,
    error: null,
  });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the request
  useEffect(() => {
    if (key === null) return;
    const controller = new AbortController();
    request(controller.signal).then(
      (result) => {
        if (!controller.signal.aborted) setSettled({ key, result, error: null });
      },
      (error: unknown) => {
        if (!isAborted(error) && !controller.signal.aborted) {
          setSettled({ key, result: null, error });
        }
      },
    );
    return () => controller.abort();
  }, [key, attempt]);
  return {
    result: settled.result,
    error: settled.error,
    pending: key !== settled.key,
    retry() {
      setSettled({ key: null, result: null, error: null });
      setAttempt(attempt + 1);
    },
  };
}
