import type { Readiness } from '../core/application.ts';
import { asYinzhengError, type YinzhengError } from '../core/errors.ts';
import type { Embedder } from './compose-models.ts';

/** Milliseconds for which a server that failed is not asked again: readers need not wait for it. */
const RETRY_AFTER = 10_000;

export interface GuardedEmbedder {
  /** @throws {YinzhengError} `embedding-failed`, at once while the server is known to be down */
  embedQuery(text: string): Promise<number[]>;
  readiness(): Readiness;
}

/**
 * An embedder of questions that knows whether its server is down. Search goes by words then.
 * @param onChange told when the server fails, with its error, and when it is back, with null
 */
export function guardEmbedder(
  embedder: Pick<Embedder, 'embedQuery'>,
  onChange: (readiness: Readiness, error: YinzhengError | null) => void,
  now: () => number = () => performance.now(),
): GuardedEmbedder {
  let failure: { readonly error: YinzhengError; readonly at: number } | null = null;
  const readiness = (): Readiness =>
    failure === null
      ? { status: 'ready' }
      : {
          status: 'degraded',
          detail: `Questions are searched by words alone: ${failure.error.message}`,
        };
  return {
    readiness,
    async embedQuery(text) {
      if (failure !== null && now() - failure.at < RETRY_AFTER) throw failure.error;
      try {
        const vector = await embedder.embedQuery(text);
        if (failure !== null) {
          failure = null;
          onChange(readiness(), null);
        }
        return vector;
      } catch (thrown) {
        const error = asYinzhengError(thrown);
        const isNew = failure === null;
        failure = { error, at: now() };
        if (isNew) onChange(readiness(), error);
        throw error;
      }
    },
  };
}
