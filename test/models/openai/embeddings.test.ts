import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  createOpenAIEmbeddings,
  type OpenAIEmbeddingsSettings,
} from '../../../src/models/openai/embeddings.ts';
import { htmlPage, silence, status } from '../../model-server/chat-behaviours.ts';
import {
  EMBEDDING_DIMENSIONS,
  eachVector,
  embed,
  vectorOf,
} from '../../model-server/embedding-behaviours.ts';
import { type ModelServer, startModelServer } from '../../model-server/model-server.ts';
import { describeEmbeddings } from '../embeddings-contract.ts';

const TEXTS = ['会议在青岛举行。', 'The forum opened in Shenyang.', '7月4日', 'Twelve projects'];

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer();
});
afterEach(() => server.reset());
afterAll(() => server.close());

function embeddings(changes: Partial<OpenAIEmbeddingsSettings> = {}) {
  return createOpenAIEmbeddings({
    apiKey: 'sk-secret-0123456789',
    baseUrl: server.url,
    model: 'test-embedding',
    dimensions: null,
    batchSize: 2,
    concurrency: 2,
    timeoutMs: 5_000,
    retry: { retries: 2, firstDelayMs: 1, longestDelayMs: 1_000 },
    ...changes,
  });
}

describeEmbeddings('OpenAI-compatible', async () => embeddings({ batchSize: 3 }));

function unit(vector: readonly number[]): number[] {
  const norm = Math.hypot(...vector);
  return vector.map((component) => component / norm);
}

describe('what is asked for', () => {
  it('is batches of the set size, each text once, as floats', async () => {
    await embeddings({ batchSize: 3, concurrency: 1 }).embedDocuments([...TEXTS]);
    expect(server.requests.map((request) => request.body)).toEqual([
      { model: 'test-embedding', input: TEXTS.slice(0, 3), encoding_format: 'float' },
      { model: 'test-embedding', input: TEXTS.slice(3), encoding_format: 'float' },
    ]);
  });

  it('names the dimension where one is set', async () => {
    const vectors = await embeddings({ dimensions: 5 }).embedDocuments([...TEXTS]);
    expect(server.requests[0]?.body?.dimensions).toBe(5);
    expect(vectors.every((vector) => vector.length === 5)).toBe(true);
  });

  it('stays under the set number of requests at once', async () => {
    let inFlight = 0;
    let most = 0;
    server.otherwise(() => async (exchange) => {
      inFlight += 1;
      most = Math.max(most, inFlight);
      await new Promise((resolve) => setTimeout(resolve, 20));
      inFlight -= 1;
      await embed()(exchange);
    });
    await embeddings({ batchSize: 1, concurrency: 3 }).embedDocuments([...TEXTS, ...TEXTS]);
    expect(most).toBe(3);
  });
});

describe('what comes back', () => {
  it('is put in the order of the texts by index, at unit length', async () => {
    server.otherwise(() => embed((entries) => entries.reverse()));
    const vectors = await embeddings().embedDocuments([...TEXTS]);
    for (const [position, text] of TEXTS.entries()) {
      const expected = unit(vectorOf(text, EMBEDDING_DIMENSIONS));
      for (const [place, component] of expected.entries()) {
        expect(vectors[position]?.[place]).toBeCloseTo(component, 12);
      }
    }
  });

  it.each([
    ['too few vectors', embed((entries) => entries.slice(1))],
    ['too many vectors', embed((entries) => [...entries, ...entries])],
    ['an index twice', embed((entries) => entries.map((entry) => ({ ...entry, index: 0 })))],
    ['an index out of range', embed((entries) => entries.map((e) => ({ ...e, index: 7 })))],
    ['a zero vector', embed(eachVector((vector) => vector.map(() => 0)))],
    ['a number that is none', embed(eachVector(([, ...rest]) => [null, ...rest]))],
    ['a vector of infinite length', embed(eachVector((vector) => vector.map(() => 1.7e308)))],
    [
      'vectors of two dimensions',
      embed((entries) =>
        entries.map((e) => (e.index === 0 ? e : { ...e, embedding: e.embedding.slice(1) })),
      ),
    ],
    ['empty vectors', embed(eachVector(() => []))],
    ['a page', htmlPage()],
    ['a refusal', status(401)],
  ])('is refused when it is %s', async (_, behaviour) => {
    server.script(behaviour);
    await expect(embeddings().embedDocuments(TEXTS.slice(0, 2))).rejects.toMatchObject({
      code: 'embedding-failed',
      // Told in words, and not by a validator.
      message: expect.not.stringMatching(/Invalid input|✖/),
    });
    expect(server.requests).toHaveLength(1);
  });

  it('is refused when its dimension is not the one asked for', async () => {
    server.script(embed(eachVector((vector) => vector.slice(1))));
    await expect(embeddings({ dimensions: 8 }).embedQuery('青岛')).rejects.toMatchObject({
      code: 'embedding-failed',
      message: 'Vectors of 8 dimensions were expected; 7 came.',
    });
  });

  it('is refused when its dimension changes from one call to the next', async () => {
    const same = embeddings();
    await same.embedQuery('青岛');
    server.script(embed(eachVector((vector) => vector.slice(1))));
    await expect(same.embedQuery('沈阳')).rejects.toMatchObject({ code: 'embedding-failed' });
  });
});

describe('a server in trouble', () => {
  it.each([429, 500, 502])('is tried again after a status of %i', async (code) => {
    server.script(status(code, { retryAfterSeconds: 0 }), status(code));
    await expect(embeddings().embedQuery('青岛')).resolves.toHaveLength(EMBEDDING_DIMENSIONS);
    expect(server.requests).toHaveLength(3);
  });

  it('ends the call with an error that does not hold the key', async () => {
    server.otherwise(() => status(500, { message: 'sk-secret-0123456789 failed' }));
    const error: unknown = await embeddings()
      .embedQuery('青岛')
      .catch((thrown) => thrown);
    expect(error).toMatchObject({ code: 'embedding-failed' });
    expect(`${error}${(error as Error).cause}`).not.toContain('secret');
  });

  it('runs into the time limit when it is silent, and is left', async () => {
    server.script(silence());
    await expect(embeddings({ timeoutMs: 100 }).embedQuery('青岛')).rejects.toMatchObject({
      code: 'embedding-failed',
      message: 'No answer came within 100 ms.',
    });
    expect(await server.requests[0]?.closedByClient).toBe(true);
  });

  it('is asked for nothing more once one batch has failed', async () => {
    server.script(status(401), silence());
    const many = Array.from({ length: 40 }, (_, index) => `text ${index}`);
    await expect(
      embeddings({ batchSize: 2, concurrency: 2 }).embedDocuments(many),
    ).rejects.toMatchObject({ code: 'embedding-failed' });
    const asked = server.requests.length;
    expect(asked).toBeLessThanOrEqual(3);
    await Promise.all(server.requests.map((request) => request.closedByClient));
    expect(server.requests).toHaveLength(asked);
  });
});

describe('the fingerprint', () => {
  it('tells models and dimensions apart, and not the places they are served at', () => {
    const prints = [
      embeddings(),
      embeddings({ model: 'other' }),
      embeddings({ dimensions: 256 }),
    ].map(({ fingerprint }) => fingerprint);
    expect(new Set(prints).size).toBe(3);
    expect(embeddings({ baseUrl: null, apiKey: 'other' }).fingerprint).toBe(prints[0]);
  });
});
