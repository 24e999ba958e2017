import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import type { OpenAI } from 'openai';
import pLimit from 'p-limit';
import { YinzhengError } from '../../core/errors.ts';
import { createClient, type OpenAIServer } from './client.ts';
import { readVectors } from './embedding-response.ts';
import { adviseRetry, failureError, readFailure } from './failure.ts';
import { DEFAULT_RETRY_POLICY, type RetryPolicy, withRetries } from './retry.ts';
import { createTimeLimit } from './time-limit.ts';

export interface OpenAIEmbeddingsSettings extends OpenAIServer {
  /** Name of the model on the server. */
  readonly model: string;
  /** Dimension to ask for and to insist on; null takes the model's own. */
  readonly dimensions: number | null;
  /** Texts in one request; servers differ in how many they take (DashScope: 10). */
  readonly batchSize: number;
  /** Requests under way at once. */
  readonly concurrency: number;
  /** Milliseconds for one request. */
  readonly timeoutMs: number;
  readonly retry?: RetryPolicy;
}

/** LangChain embeddings whose vectors can be told from another embedder's. */
export interface OpenAIEmbeddings extends EmbeddingsInterface {
  /** Same for the same model and dimension wherever it is served, so that a server may move. */
  readonly fingerprint: string;
}

/**
 * Embeddings from any server that speaks the OpenAI protocol. Vectors come back in the order of
 * the texts, of one dimension, finite and of unit length, or the call fails: it never returns
 * fewer vectors than texts. Requests are tried again with back-off on 429, 5xx and a broken
 * connection; when one fails for good, the others are stopped.
 *
 * Both methods throw `YinzhengError` `embedding-failed`.
 */
export function createOpenAIEmbeddings(settings: OpenAIEmbeddingsSettings): OpenAIEmbeddings {
  const { model, dimensions, batchSize, concurrency } = settings;
  let client: Promise<OpenAI> | undefined;
  // The first answer decides where no dimension was asked for.
  let dimension = dimensions;

  async function embedBatch(texts: readonly string[], signal?: AbortSignal): Promise<number[][]> {
    client ??= createClient(settings);
    const { embeddings } = await client;
    const attempt = async () => {
      const limit = createTimeLimit(signal);
      limit.start(settings.timeoutMs, () => timeout(settings.timeoutMs));
      try {
        const body = {
          model,
          input: [...texts],
          // Left out, the SDK asks for base64, which other servers refuse or send as it is not.
          encoding_format: 'float' as const,
          ...(dimensions === null ? {} : { dimensions }),
        };
        return await embeddings.create(body, { signal: limit.signal });
      } catch (error) {
        limit.signal.throwIfAborted();
        throw error;
      } finally {
        limit.end();
      }
    };
    const policy = settings.retry ?? DEFAULT_RETRY_POLICY;
    const response = await withRetries(attempt, adviseRetry, policy, signal).catch((error) => {
      signal?.throwIfAborted();
      throw embeddingFailure(error, settings.apiKey);
    });
    const vectors = readVectors(response, texts.length, dimension);
    dimension ??= vectors[0]?.length ?? null;
    return vectors;
  }

  async function embedDocuments(texts: string[]): Promise<number[][]> {
    const limit = pLimit(concurrency);
    const others = new AbortController();
    const batches = batchesOf(texts, batchSize).map((batch) =>
      limit(() => embedBatch(batch, others.signal)),
    );
    try {
      return (await Promise.all(batches)).flat();
    } catch (error) {
      limit.clearQueue();
      others.abort(error);
      throw error;
    }
  }

  async function embedQuery(text: string): Promise<number[]> {
    const [vector] = await embedBatch([text]);
    if (vector === undefined) throw new YinzhengError('embedding-failed', 'No vector came.');
    return vector;
  }

  const fingerprint = `openai-compatible/${model}/${dimensions ?? 'native'}`;
  return { fingerprint, embedDocuments, embedQuery };
}

function batchesOf(texts: readonly string[], size: number): string[][] {
  const batches: string[][] = [];
  for (let start = 0; start < texts.length; start += size) {
    batches.push(texts.slice(start, start + size));
  }
  return batches;
}

function embeddingFailure(error: unknown, apiKey: string): YinzhengError {
  if (error instanceof YinzhengError) return error;
  return failureError('embedding-failed', readFailure(error).detail, error, apiKey);
}

function timeout(milliseconds: number): YinzhengError {
  return new YinzhengError('embedding-failed', `No answer came within ${milliseconds} ms.`);
}
