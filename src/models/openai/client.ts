import type { OpenAI } from 'openai';

/** Where an OpenAI-compatible server is. */
export interface OpenAIServer {
  readonly apiKey: string;
  /** Ends where `/chat/completions` begins, usually in `/v1`; null means api.openai.com. */
  readonly baseUrl: string | null;
}

/** Longest delay that Node's timers take; the time limits are ours, not the SDK's. */
const NO_TIMEOUT_MS = 2 ** 31 - 1;

/**
 * Makes a client of the SDK, which is loaded only now because it takes longer to load than all
 * else at start-up. Nothing is left to the SDK's own reading of the environment, to its retries
 * (they know nothing of first tokens) or to its log (it prints article text).
 */
export async function createClient(server: OpenAIServer): Promise<OpenAI> {
  const { OpenAI: Client } = await import('openai');
  return new Client({
    apiKey: server.apiKey,
    baseURL: server.baseUrl ?? 'https://api.openai.com/v1',
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    timeout: NO_TIMEOUT_MS,
    logLevel: 'off',
    // A redirect would carry the key and the articles to another place, or turn POST into GET.
    fetchOptions: { redirect: 'manual' },
  });
}
