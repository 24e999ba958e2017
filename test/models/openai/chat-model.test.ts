import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ChatModelRequest } from '../../../src/core/chat-model.ts';
import { YinzhengError } from '../../../src/core/errors.ts';
import { createOpenAIChatModel } from '../../../src/models/openai/chat-model.ts';
import type { OpenAIChatModelSettings } from '../../../src/models/openai/chat-model-settings.ts';
import {
  after,
  cutAfter,
  endWithoutFinish,
  errorEventAfter,
  htmlPage,
  malformedAfter,
  redirect,
  reply,
  silence,
  stallAfter,
  status,
} from '../../model-server/chat-behaviours.ts';
import {
  type Behaviour,
  type ModelServer,
  startModelServer,
} from '../../model-server/model-server.ts';

const CHINESE = '上海合作组织成员国国防部长会议于6月25日至26日在青岛举行。[1]';
const ENGLISH = 'The defence ministers met in Qingdao on 25–26 June. [1, 2] 😀';
const KEY = 'sk-secret-0123456789';

const request: ChatModelRequest = {
  messages: [
    { role: 'system', content: 'Answer from the passages.' },
    { role: 'user', content: '会议在哪里举行?' },
  ],
  maxTokens: 200,
  temperature: 0,
};

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer();
});
afterEach(() => server.reset());
afterAll(() => server.close());

function model(changes: Partial<OpenAIChatModelSettings> = {}) {
  return createOpenAIChatModel({
    apiKey: KEY,
    baseUrl: server.url,
    model: 'test-model',
    firstTokenTimeoutMs: 5_000,
    idleTimeoutMs: 5_000,
    retry: { retries: 2, firstDelayMs: 1, longestDelayMs: 1_000 },
    ...changes,
  });
}

/** Everything that was written, and the error it ended with. */
async function run(pieces: AsyncIterable<string>): Promise<{ text: string; error: unknown }> {
  let text = '';
  try {
    for await (const piece of pieces) text += piece;
    return { text, error: null };
  } catch (error) {
    return { text, error };
  }
}

async function failure(pieces: AsyncIterable<string>): Promise<YinzhengError> {
  const { error } = await run(pieces);
  expect(error).toBeInstanceOf(YinzhengError);
  return error as YinzhengError;
}

describe('a good answer', () => {
  it.each([CHINESE, ENGLISH])('arrives whole, in pieces: %s', async (text) => {
    server.script(reply(text));
    const pieces: string[] = [];
    for await (const piece of model().stream(request)) pieces.push(piece);
    expect(pieces.join('')).toBe(text);
    expect(pieces.length).toBeGreaterThan(5);
  });

  it('arrives whole wherever its bytes are cut on the wire', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.integer({ min: 1, max: 90 }),
        async (text, bytesPerWrite) => {
          server.script(reply(`答${text}`, { bytesPerWrite }));
          expect(await run(model().stream(request))).toEqual({ text: `答${text}`, error: null });
        },
      ),
      { numRuns: 25 },
    );
  });

  it('comes in pieces of whole characters, though the server cuts through them', async () => {
    server.script(reply('😀青岛😀', { pieces: ['\uD83D', '\uDE00青', '岛\uD83D', '\uDE00'] }));
    const pieces: string[] = [];
    for await (const piece of model().stream(request)) pieces.push(piece);
    expect(pieces).toEqual(['😀青', '岛', '😀']);
  });

  it('is asked for as the protocol says, with the key in its header alone', async () => {
    await run(model().stream(request));
    const [sent] = server.requests;
    expect(sent?.path).toBe('/v1/chat/completions');
    expect(sent?.headers.authorization).toBe(`Bearer ${KEY}`);
    expect(sent?.body).toEqual({
      model: 'test-model',
      messages: request.messages,
      stream: true,
      max_tokens: 200,
      temperature: 0,
    });
  });

  it('does without the reasoning that some servers write before it', async () => {
    server.script(reply(`<think>\nThe passages say [3] …\n</think>\n\n${CHINESE}`));
    expect(await run(model().stream(request))).toEqual({ text: CHINESE, error: null });
  });

  it('may begin late, within the limit', async () => {
    server.script(reply(CHINESE, { firstPieceAfterMs: 100 }));
    expect((await run(model().stream(request))).text).toBe(CHINESE);
  });
});

describe('a server that refuses parameters', () => {
  const refuse = (param: string) =>
    status(400, { param, code: 'unsupported_parameter', message: `Unsupported: ${param}` });

  it('gets the others, and is remembered', async () => {
    const chat = model();
    server.script(refuse('max_tokens'), refuse('temperature'), reply(CHINESE), reply(ENGLISH));
    expect((await run(chat.stream(request))).text).toBe(CHINESE);
    expect((await run(chat.stream(request))).text).toBe(ENGLISH);
    expect(server.requests).toHaveLength(4);
    expect(server.requests[3]?.body).toMatchObject({ max_completion_tokens: 200 });
    expect(server.requests[3]?.body).not.toHaveProperty('max_tokens');
    expect(server.requests[3]?.body).not.toHaveProperty('temperature');
  });
});

describe('trying again', () => {
  it.each([429, 500, 503])('helps after a status of %i', async (code) => {
    server.script(status(code, { retryAfterSeconds: 0 }), status(code), reply(CHINESE));
    expect(await run(model().stream(request))).toEqual({ text: CHINESE, error: null });
    expect(server.requests).toHaveLength(3);
  });

  it.each([
    [429, 'model-rate-limited'],
    [500, 'model-unavailable'],
    [503, 'model-unavailable'],
  ])('ends: %i three times is %s', async (code, expected) => {
    server.otherwise(() => status(code));
    expect((await failure(model().stream(request))).code).toBe(expected);
    expect(server.requests).toHaveLength(3);
  });

  it('reads the wait as a date too', async () => {
    const past = new Date(Date.now() - 1_000).toUTCString();
    const later = new Date(Date.now() + 3_600_000).toUTCString();
    server.script(status(503, { retryAfterDate: past }), reply(CHINESE));
    expect((await run(model().stream(request))).text).toBe(CHINESE);
    server.script(status(503, { retryAfterDate: later }), reply(CHINESE));
    expect((await failure(model().stream(request))).code).toBe('model-unavailable');
  });

  it.each([
    ['a wait longer than the longest', { retryAfterSeconds: 3_600 }],
    ['an account without funds', { code: 'insufficient_quota' }],
  ])('is given up at once on %s', async (_, options) => {
    server.otherwise(() => status(429, options));
    expect((await failure(model().stream(request))).code).toBe('model-rate-limited');
    expect(server.requests).toHaveLength(1);
  });

  it('never happens once the answer has begun', async () => {
    server.script(cutAfter('会议在'));
    const { text, error } = await run(model().stream(request));
    expect(text).toBe('会议在');
    expect(error).toMatchObject({ code: 'model-interrupted' });
    expect(server.requests).toHaveLength(1);
  });
});

describe('a server that misbehaves ends in an honest error', () => {
  it.each([
    ['ends without a finish reason', endWithoutFinish('会议在青岛'), 'model-interrupted'],
    ['says [DONE] only', endWithoutFinish('会议', { done: true }), 'model-interrupted'],
    ['ends with nothing at all', endWithoutFinish(''), 'model-response-invalid'],
    ['sends malformed JSON first', malformedAfter(''), 'model-response-invalid'],
    ['sends malformed JSON later', malformedAfter('会议'), 'model-response-invalid'],
    ['sends an error event first', errorEventAfter(''), 'model-unavailable'],
    ['sends an error event later', errorEventAfter('会议'), 'model-interrupted'],
    ['writes nothing', reply(''), 'model-unavailable'],
    ['writes reasoning only', reply('<think>Hm.</think>'), 'model-unavailable'],
    ['stops at the token limit', reply('会议', { finishReason: 'length' }), 'model-interrupted'],
    ['filters the answer', reply('会', { finishReason: 'content_filter' }), 'model-interrupted'],
    ['sends a page', htmlPage(), 'model-response-invalid'],
    ['sends a page with an error', htmlPage(404), 'model-unavailable'],
    ['does not know the model', status(404, { code: 'model_not_found' }), 'model-unavailable'],
  ])('%s', async (_, behaviour, code) => {
    server.script(behaviour);
    expect((await failure(model().stream(request))).code).toBe(code);
    expect(server.requests).toHaveLength(1);
  });

  it('yields what came before the error', async () => {
    server.script(endWithoutFinish('会议在青岛'));
    expect((await run(model().stream(request))).text).toBe('会议在青岛');
  });

  it.each([301, 302, 307, 308])('is not followed elsewhere by a %i', async (code) => {
    let visits = 0;
    const elsewhere = createServer((_, response) => {
      visits += 1;
      response.end();
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    const { port } = elsewhere.address() as AddressInfo;
    server.script(redirect(`http://127.0.0.1:${port}/v1/chat/completions`, code));
    expect((await failure(model().stream(request))).code).toBe('model-response-invalid');
    expect(visits).toBe(0);
    await new Promise((resolve) => elsewhere.close(resolve));
  });

  it('is not there', async () => {
    const gone = await startModelServer();
    await gone.close();
    const error = await failure(model({ baseUrl: gone.url }).stream(request));
    expect(error.code).toBe('model-unavailable');
    expect(error.message).toContain('ECONNREFUSED');
  });
});

describe('time limits', () => {
  it.each([
    ['sends no header', silence()],
    ['sends headers and no text', stallAfter('')],
    ['begins too late', after(60_000, reply(CHINESE))],
  ])('a server that %s runs into the limit for the first token', async (_, behaviour) => {
    server.script(behaviour);
    const error = await failure(model({ firstTokenTimeoutMs: 100 }).stream(request));
    expect(error.code).toBe('model-timeout');
    expect(await server.requests[0]?.closedByClient).toBe(true);
  });

  it('a server that falls silent runs into the idle limit', async () => {
    server.script(stallAfter('会议在'));
    const { text, error } = await run(model({ idleTimeoutMs: 100 }).stream(request));
    expect(text).toBe('会议在');
    expect(error).toMatchObject({ code: 'model-timeout' });
    expect(await server.requests[0]?.closedByClient).toBe(true);
  });

  it('a reader who takes time does not run into it', async () => {
    server.script(reply('会议', { pieces: ['会', '议'] }));
    let text = '';
    for await (const piece of model({ idleTimeoutMs: 300 }).stream(request)) {
      text += piece;
      await new Promise((resolve) => setTimeout(resolve, 400));
    }
    expect(text).toBe('会议');
  });
});

describe('stopping', () => {
  it('by the signal closes the connection and throws its reason', async () => {
    server.script(stallAfter('会议'));
    const controller = new AbortController();
    const pieces = model().stream({ ...request, signal: controller.signal });
    const reason = new Error('The reader left.');
    const ended = (async () => {
      for await (const _ of pieces) controller.abort(reason);
    })();
    await expect(ended).rejects.toBe(reason);
    expect(await server.requests[0]?.closedByClient).toBe(true);
  });

  it('by the signal before the request sends nothing', async () => {
    const { error } = await run(model().stream({ ...request, signal: AbortSignal.abort() }));
    expect(error).toMatchObject({ name: 'AbortError' });
    expect(server.requests).toHaveLength(0);
  });

  it('by the signal ends a wait between attempts at once', async () => {
    const controller = new AbortController();
    const { signal } = controller;
    server.script(async (exchange) => {
      await status(429, { retryAfterSeconds: 60 })(exchange);
      setTimeout(() => controller.abort(), 50);
    });
    const retry = { retries: 1, firstDelayMs: 1, longestDelayMs: 120_000 };
    const { error } = await run(
      model({ retry, firstTokenTimeoutMs: 60_000 }).stream({ ...request, signal }),
    );
    expect(error).toMatchObject({ name: 'AbortError' });
    expect(server.requests).toHaveLength(1);
  });

  it('by leaving the iteration closes the connection', async () => {
    server.script(stallAfter('会议'));
    for await (const _ of model().stream(request)) break;
    expect(await server.requests[0]?.closedByClient).toBe(true);
  });
});

describe('the key', () => {
  it.each([
    ['in a status', status(401, { message: `Incorrect API key provided: ${KEY}`, code: KEY })],
    ['in a stream', errorEventAfter('', `Bearer ${KEY} was refused`)],
  ])('is in no error and no cause, even where the server repeats it %s', async (_, behaviour) => {
    server.script(behaviour);
    const error = await failure(model().stream(request));
    const cause = error.cause instanceof Error ? `${error.cause.message}${error.cause.stack}` : '';
    expect(cause).toContain('[key]');
    expect(`${error.message}${error.stack}${cause}${JSON.stringify(error)}`).not.toContain(
      'secret',
    );
  });
});

/** Writes events until the client has had enough, or `most` of them. */
function endless(event: (number: number) => object, most = 200_000): Behaviour {
  return async ({ response, gone }) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (let number = 0; number < most && !gone.aborted; number++) {
      if (!response.write(`data: ${JSON.stringify(event(number))}\n\n`)) {
        await once(response, 'drain', { signal: gone }).catch(() => undefined);
      }
      if (number % 50 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    response.end();
  };
}

const textEvent = (content: string, finish: string | null = null) => ({
  choices: [{ index: 0, delta: { content }, finish_reason: finish }],
});

describe('a model that does not stop', () => {
  it('is stopped once it has written more than it was asked for', async () => {
    server.script(endless(() => textEvent('会议于六月在青岛举行')));
    const { text, error } = await run(model().stream(request));
    expect(error).toMatchObject({ code: 'model-interrupted', message: /at most 200 tokens/ });
    expect(text.length).toBeLessThan(20 * 200);
  });

  it('is stopped when the whole answer takes too long, though it is never silent', async () => {
    server.script(async ({ response, gone }) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      while (!gone.aborted) {
        response.write(`data: ${JSON.stringify(textEvent('会'))}\n\n`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    });
    const { error } = await run(model({ totalTimeoutMs: 200 }).stream(request));
    expect(error).toMatchObject({ code: 'model-timeout' });
  });

  it('is not heard any more once it has said that it finished', async () => {
    server.script(
      endless((number) =>
        number === 0 ? textEvent('举行。') : textEvent('又', number === 1 ? 'stop' : null),
      ),
    );
    const { text, error } = await run(model().stream(request));
    expect(error).toBeNull();
    expect(text).toBe('举行。又');
  });

  it('is not read to the end where it explains an error', async () => {
    let written = 0;
    server.script(async ({ response, gone }) => {
      response.writeHead(400, { 'content-type': 'text/plain' });
      while (!gone.aborted && written < 200 * 2 ** 20) {
        written += 2 ** 16;
        if (response.write('x'.repeat(2 ** 16))) continue;
        await new Promise<void>((resolve) => {
          response.once('drain', resolve);
          gone.addEventListener('abort', () => resolve(), { once: true });
        });
      }
      response.end();
    });
    const { error } = await run(model().stream(request));
    expect(error).toMatchObject({ code: 'model-unavailable' });
    expect(written).toBeLessThan(50 * 2 ** 20);
  });

  it('that answers in another form is told in words', async () => {
    server.script(endless(() => ({ choices: [{ delta: 'text' }] }), 1));
    const { error } = await run(model().stream(request));
    expect(error).toMatchObject({
      code: 'model-response-invalid',
      message: expect.stringMatching(/^Expected a chat\.completion\.chunk .*"choices\[0\]\.delta"/),
    });
    expect(String(error)).not.toMatch(/Invalid input|✖/);
  });
});
