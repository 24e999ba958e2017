import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AnswerEvent } from '../../src/core/answer-event.ts';
import { createOpenAIChatModel } from '../../src/models/openai/chat-model.ts';
import { reply, stallAfter } from '../model-server/chat-behaviours.ts';
import { type ModelServer, startModelServer } from '../model-server/model-server.ts';
import { readEvents, type Served, serve } from './http-fixture.ts';
import { createMemoryApplication } from './memory-application.ts';

/** From the browser's connection through this server to the model's, over real sockets. */

let modelServer: ModelServer;
let server: Served;

beforeAll(async () => {
  modelServer = await startModelServer();
  const model = createOpenAIChatModel({
    apiKey: 'none',
    baseUrl: modelServer.url,
    model: 'test-model',
    firstTokenTimeoutMs: 10_000,
    idleTimeoutMs: 10_000,
  });
  const memory = createMemoryApplication();
  const application = createMemoryApplication({
    async *answer(request) {
      const events: AnswerEvent[] = [];
      for await (const event of memory.answer(request)) events.push(event);
      const { messages, signal } = request;
      yield* events.filter(({ type }) => type === 'meta');
      const pieces = model.stream({ messages, maxTokens: 100, temperature: 0, signal });
      for await (const text of pieces) yield { type: 'block-delta', id: 'b1', text };
      yield* events.filter(({ type }) => type === 'done');
    },
  });
  server = await serve({ application });
});
afterEach(() => modelServer.reset());
afterAll(async () => {
  await server.close();
  await modelServer.close();
});

const body = (stream: boolean) => ({
  messages: [{ role: 'user', content: '国防部长会议在哪里举行?' }],
  stream,
});

describe('between the model and the reader', () => {
  it('every piece of text arrives, in order, as it was written', async () => {
    const text = '会议于6月25日至26日在青岛举行。[1] 😀'.repeat(50);
    modelServer.script(reply(text, { bytesPerWrite: 700 }));
    const events = await readEvents(await server.post('/api/chat', body(true)));
    const pieces = events.map(({ data }) => (data.type === 'block-delta' ? data.text : ''));
    expect(pieces.join('')).toBe(text);
    expect(pieces.filter((piece) => piece !== '').length).toBeGreaterThan(100);
  });

  it('pieces do not wait for each other', async () => {
    modelServer.script(stallAfter('会议于'));
    const response = await server.post('/api/chat', body(true));
    let received = '';
    for await (const bytes of response.body ?? []) {
      received += Buffer.from(bytes).toString();
      // The model is silent for good: only what is passed on at once can be here.
      if (received.includes('于')) break;
    }
    expect(received).toContain('event: block-delta');
    expect(await modelServer.requests[0]?.closedByClient).toBe(true);
  });

  it.each([true, false])('closing the browser stops the model (stream: %s)', async (stream) => {
    let called = (): void => undefined;
    const calling = new Promise<void>((resolve) => {
      called = resolve;
    });
    modelServer.script(async (exchange) => {
      called();
      await stallAfter('会议')(exchange);
    });
    const browser = new AbortController();
    const asked = server.post('/api/chat', body(stream), {
      signal: browser.signal,
      headers: { 'content-type': 'application/json' },
    });
    asked.catch(() => undefined);
    await calling;
    browser.abort();
    expect(await modelServer.requests[0]?.closedByClient).toBe(true);
  });
});
