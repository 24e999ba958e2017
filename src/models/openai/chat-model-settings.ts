import type { OpenAIServer } from './client.ts';
import type { RetryPolicy } from './retry.ts';

export interface OpenAIChatModelSettings extends OpenAIServer {
  /** Name of the model on the server. */
  readonly model: string;
  /** Milliseconds from the request to the first piece of the answer, retries included. */
  readonly firstTokenTimeoutMs: number;
  /** Milliseconds the server may be silent once it has begun. */
  readonly idleTimeoutMs: number;
  /** Milliseconds from the request to the end of the answer; absent means five minutes. */
  readonly totalTimeoutMs?: number | undefined;
  readonly retry?: RetryPolicy;
}
