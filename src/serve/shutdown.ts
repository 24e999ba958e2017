import { YinzhengError } from '../core/errors.ts';

/** Work under way that ends when the server goes down. */
export interface Shutdown {
  /** @throws {YinzhengError} `shutting-down` */
  throwIfBegun(): void;
  readonly hasBegun: boolean;
  /** Aborts the work with a `shutting-down` error when it begins; call the result when it is done. */
  follow(work: AbortController): () => void;
}

/** @param signal aborted when the server goes down; gets one listener, however much is under way */
export function createShutdown(signal: AbortSignal): Shutdown {
  const inFlight = new Set<AbortController>();
  signal.addEventListener(
    'abort',
    () => {
      for (const work of inFlight) work.abort(shuttingDown());
    },
    { once: true },
  );
  return {
    get hasBegun() {
      return signal.aborted;
    },
    throwIfBegun() {
      if (signal.aborted) throw shuttingDown();
    },
    follow(work) {
      inFlight.add(work);
      return () => void inFlight.delete(work);
    },
  };
}

export function shuttingDown(): YinzhengError {
  return new YinzhengError('shutting-down', 'It takes no more questions.');
}
