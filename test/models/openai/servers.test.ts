import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createOpenAIChatModel } from '../../../src/models/openai/chat-model.ts';
import { listServerModels } from '../../../src/models/openai/list-models.ts';
import { status } from '../../model-server/chat-behaviours.ts';
import {
  type Behaviour,
  type ModelServer,
  startModelServer,
} from '../../model-server/model-server.ts';

/** Streams as servers that people have write them, each with the oddities of its own. */

const TEXT = '会议在青岛举行[1]。';
const KEY = 'sk-secret-0123456789';

const chunk = (choice: object | null, extra: object = {}) =>
  `data: ${JSON.stringify({
    id: 'chatcmpl-1',
    object: 'chat.completion.chunk',
    created: 1,
    model: 'm',
    choices: choice === null ? [] : [{ index: 0, ...choice }],
    ...extra,
  })}\n\n`;
const DONE = 'data: [DONE]\n\n';
const usage = { prompt_tokens: 9, completion_tokens: 4, total_tokens: 13 };

const SERVERS: Readonly<Record<string, readonly string[]>> = {
  'OpenAI: a role first, usage in a chunk without choices': [
    chunk({ delta: { role: 'assistant', content: '', refusal: null }, finish_reason: null }),
    chunk({ delta: { content: TEXT }, logprobs: null, finish_reason: null }),
    chunk({ delta: {}, finish_reason: 'stop' }),
    chunk(null, { usage }),
    DONE,
  ],
  'Azure: what its filters found first, and with every choice': [
    chunk(null, { prompt_filter_results: [{ prompt_index: 0, content_filter_results: {} }] }),
    chunk({ delta: { role: 'assistant' }, finish_reason: null, content_filter_results: {} }),
    chunk({ delta: { content: TEXT }, finish_reason: null, content_filter_offsets: {} }),
    chunk({ delta: {}, finish_reason: 'stop', content_filter_results: {} }),
    DONE,
  ],
  'Ollama: reasoning in a field of its own, an empty last text, no usage': [
    chunk({ delta: { role: 'assistant', content: '', reasoning: 'The passages say' } }),
    chunk({ delta: { role: 'assistant', content: TEXT }, finish_reason: null }),
    chunk({ delta: { role: 'assistant', content: '' }, finish_reason: 'stop' }),
    DONE,
  ],
  'vLLM: reasoning and text in one chunk, a null usage, a stop reason of its own': [
    chunk({ delta: { role: 'assistant', content: '' }, finish_reason: null }, { usage: null }),
    chunk({ delta: { reasoning_content: 'so', content: TEXT }, finish_reason: null }),
    chunk({ delta: { content: '' }, finish_reason: 'stop', stop_reason: null }),
    DONE,
  ],
  'llama.cpp: a null text, timings at the end': [
    chunk({ delta: { role: 'assistant', content: null }, finish_reason: null }),
    chunk({ delta: { content: TEXT }, finish_reason: null }),
    chunk({ delta: {}, finish_reason: 'stop' }, { timings: { predicted_ms: 12.5 } }),
    DONE,
  ],
  'DeepSeek: signs of life as comments, long reasoning first': [
    ': keep-alive\n\n',
    chunk({ delta: { role: 'assistant', content: null, reasoning_content: '段落说' } }),
    ': keep-alive\n\n',
    chunk({ delta: { content: null, reasoning_content: '……' }, finish_reason: null }),
    chunk({ delta: { content: TEXT, reasoning_content: null }, finish_reason: null }),
    chunk({ delta: { content: '' }, finish_reason: 'stop' }, { usage }),
    DONE,
  ],
  'DashScope: an empty finish reason with every chunk': [
    chunk({ delta: { role: 'assistant', content: '' }, finish_reason: '' }),
    chunk({ delta: { content: TEXT }, finish_reason: '', logprobs: null }),
    chunk({ delta: { content: '' }, finish_reason: 'stop' }),
    chunk(null, { usage }),
    DONE,
  ],
  'OpenRouter: comments, and who provides the model': [
    ': OPENROUTER PROCESSING\n\n',
    chunk({ delta: { role: 'assistant', content: '', reasoning: null } }, { provider: 'X' }),
    chunk({ delta: { content: TEXT }, finish_reason: null, native_finish_reason: null }),
    chunk({ delta: { content: '' }, finish_reason: 'stop', native_finish_reason: 'end_turn' }),
    chunk({ delta: { role: 'assistant', content: '' } }, { usage }),
    DONE,
  ],
  'a gateway that ends without [DONE], with CRLF between events': [
    chunk({ delta: { content: TEXT } }).replaceAll('\n', '\r\n'),
    chunk({ delta: {}, finish_reason: 'stop' }).replaceAll('\n', '\r\n'),
  ],
};

/** Sends events as they stand, each in a packet of its own. */
function raw(events: readonly string[]): Behaviour {
  return async ({ response }) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const event of events) await new Promise((resolve) => response.write(event, resolve));
    response.end();
  };
}

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer();
});
afterEach(() => server.reset());
afterAll(() => server.close());

async function write(baseUrl = server.url): Promise<string> {
  const model = createOpenAIChatModel({
    apiKey: KEY,
    baseUrl,
    model: 'm',
    firstTokenTimeoutMs: 5_000,
    idleTimeoutMs: 5_000,
    retry: { retries: 2, firstDelayMs: 1, longestDelayMs: 5 },
  });
  let text = '';
  const messages = [{ role: 'user' as const, content: '会议在哪里举行?' }];
  for await (const piece of model.stream({ messages, maxTokens: 100, temperature: 0 })) {
    text += piece;
  }
  return text;
}

describe('an answer is read from', () => {
  it.each(Object.entries(SERVERS))('%s', async (_, events) => {
    server.script(raw(events));
    expect(await write()).toBe(TEXT);
  });

  it('llama.cpp while it still loads its model: it is asked again', async () => {
    server.script(
      status(503, { message: 'Loading model' }),
      raw(SERVERS[Object.keys(SERVERS)[4] ?? ''] ?? []),
    );
    expect(await write()).toBe(TEXT);
    expect(server.requests).toHaveLength(2);
  });

  it("Azure's older addresses, whose version stands in the query and whose key has a header", async () => {
    server.script(raw(Object.values(SERVERS)[1] ?? []));
    const address = server.url.replace('/v1', '/openai/deployments/m?api-version=2024-10-21');
    expect(await write(address)).toBe(TEXT);
    const [sent] = server.requests;
    expect(sent?.path).toBe('/openai/deployments/m/chat/completions');
    expect(sent?.query).toBe('?api-version=2024-10-21');
    expect(sent?.headers['api-key']).toBe(KEY);
  });
});

describe('a failure in the middle', () => {
  it.each([
    [
      'OpenRouter',
      chunk({ delta: {}, finish_reason: 'error' }, { error: { code: 502, message: 'gone' } }),
    ],
    ['a gateway', `data: ${JSON.stringify({ error: { code: 429, message: 'slow down' } })}\n\n`],
  ])('of %s is no whole answer', async (_, event) => {
    server.script(raw([chunk({ delta: { content: '会议' } }), event, DONE]));
    await expect(write()).rejects.toMatchObject({ code: expect.stringMatching(/^model-/) });
  });
});

describe('the list of models', () => {
  const list = () => listServerModels({ apiKey: KEY, baseUrl: server.url, timeoutMs: 2_000 });

  it('is what the server has', async () => {
    expect(await list()).toEqual(['test-model']);
  });

  it('fails in words, without the key, where there is none', async () => {
    const nowhere = { apiKey: KEY, baseUrl: `${server.url}/elsewhere`, timeoutMs: 2_000 };
    const error: unknown = await listServerModels(nowhere).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: expect.stringMatching(/^model-/) });
    expect(String(error)).not.toContain(KEY);
  });
});
