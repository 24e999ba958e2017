import type { OpenAI } from 'openai';

/** Where an OpenAI-compatible server is. */
export interface OpenAIServer {
  readonly apiKey: string;
  /**
   * Ends where `/chat/completions` begins, usually in `/v1`, and may have a query (Azure's
   * `?api-version=…`); null means api.openai.com.
   */
  readonly baseUrl: string | null;
  /** Most bytes of one answer that are read, unpacked; absent means enough for any. */
  readonly maxAnswerBytes?: number | undefined;
}

/** Longest delay that Node's timers take; the time limits are ours, not the SDK's. */
const NO_TIMEOUT_MS = 2 ** 31 - 1;

/** An answer of 100,000 tokens, each in an event of its own, has less; so have 2,048 embeddings. */
const MAX_ANSWER_BYTES = 512 * 2 ** 20;
/** Bytes of an error that are read: enough for its message. */
const MAX_ERROR_BYTES = 64 * 1024;

/** `fetch` that reads no more of an answer than it may: an error is cut off, anything else fails. */
function fetchWithin(maxBytes: number): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    if (response.body === null) return response;
    const { status, statusText, headers } = response;
    const body = response.body.pipeThrough(
      response.ok ? failAfter(maxBytes) : cutAfter(MAX_ERROR_BYTES),
    );
    return new Response(body, { status, statusText, headers });
  };
}

function failAfter(maxBytes: number): TransformStream<Uint8Array, Uint8Array> {
  let bytes = 0;
  return new TransformStream({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      if (bytes <= maxBytes) controller.enqueue(chunk);
      else controller.error(new SyntaxError(`More than ${maxBytes} bytes came.`));
    },
  });
}

function cutAfter(maxBytes: number): TransformStream<Uint8Array, Uint8Array> {
  let left = maxBytes;
  return new TransformStream({
    transform(chunk, controller) {
      controller.enqueue(chunk.subarray(0, left));
      left -= Math.min(left, chunk.byteLength);
      if (left === 0) controller.terminate();
    },
  });
}

/** A server's address without the query that every request is to carry. */
function splitAddress(baseUrl: string): { address: string; query: Record<string, string> } {
  const url = new URL(baseUrl);
  const query = Object.fromEntries(url.searchParams);
  url.search = '';
  return { address: url.href.replace(/\/$/u, ''), query };
}

/**
 * Makes a client of the SDK, which is loaded only now because it takes longer to load than all
 * else at start-up. Nothing is left to the SDK's own reading of the environment, to its retries
 * (they know nothing of first tokens) or to its log (it prints article text).
 */
export async function createClient(server: OpenAIServer): Promise<OpenAI> {
  const { OpenAI: Client } = await import('openai');
  const { address, query } = splitAddress(server.baseUrl ?? 'https://api.openai.com/v1');
  return new Client({
    apiKey: server.apiKey,
    baseURL: address,
    defaultQuery: query,
    // Azure's addresses with a version take the key in a header of their own.
    ...('api-version' in query ? { defaultHeaders: { 'api-key': server.apiKey } } : {}),
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    timeout: NO_TIMEOUT_MS,
    logLevel: 'off',
    fetch: fetchWithin(server.maxAnswerBytes ?? MAX_ANSWER_BYTES),
    // A redirect would carry the key and the articles to another place, or turn POST into GET.
    fetchOptions: { redirect: 'manual' },
  });
}
