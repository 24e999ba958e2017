import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { CompositionWriter } from '../../src/core/composition-writer.ts';
import { YinzhengError } from '../../src/core/errors.ts';
import { streamAnswer } from '../../src/core/stream-answer.ts';
import { readEvents, type Served, serve } from './http-fixture.ts';
import { ARTICLES, createMemoryApplication } from './memory-application.ts';

/** Everything the server answers on one connection to bytes that are sent as they are. */
async function exchange({ port }: Served, ...pieces: readonly string[]): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let received = '';
  socket.on('data', (bytes: Buffer) => {
    received += bytes.toString('utf8');
  });
  socket.on('error', () => {});
  for (const piece of pieces) {
    socket.write(piece);
    await delay(20);
  }
  if (!socket.destroyed) await Promise.race([once(socket, 'close'), delay(3_000)]);
  const isClosed = socket.destroyed;
  socket.destroy();
  return isClosed ? `${received}<closed>` : received;
}

const POST = 'POST /api/chat HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';
const BODY = { messages: [{ role: 'user', content: '国防部长会议在哪里举行?' }] };

describe('a body that is too large', () => {
  let server: Served;
  beforeAll(async () => {
    server = await serve({ limits: { bodyLimitBytes: 1_000 } });
  });
  afterAll(() => server.close());

  it('is refused at once where its length is told, and the connection is closed', async () => {
    const answer = await exchange(server, `${POST}Content-Length: 20000000000\r\n\r\n{"a`);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toMatch(/<closed>$/);
  });

  it('is refused at the byte that is one too many where it is not', async () => {
    const piece = `${'1f4'}\r\n${'x'.repeat(500)}\r\n`;
    const answer = await exchange(
      server,
      `${POST}Transfer-Encoding: chunked\r\n\r\n`,
      piece,
      piece,
      piece,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toMatch(/<closed>$/);
  });

  it('is not waited for where it is refused for something else', async () => {
    const head = POST.replace('application/json', 'text/plain');
    const answer = await exchange(server, `${head}Content-Length: 900\r\n\r\nabc`);
    expect(answer).toMatch(/^HTTP\/1\.1 415 /);
    expect(answer).toMatch(/<closed>$/);
  });
});

describe('a request', () => {
  let server: Served;
  beforeAll(async () => {
    server = await serve({ allowedHosts: ['localhost', '127.0.0.1'] });
  });
  afterAll(() => server.close());

  it('names one host', async () => {
    const two =
      'GET /api/health HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\nConnection: close\r\n\r\n';
    expect(await exchange(server, two)).toMatch(/^HTTP\/1\.1 400 /);
    const other =
      'GET http://evil.example/api/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n';
    expect(await exchange(server, other)).toMatch(/^HTTP\/1\.1 400 /);
  });

  it('may follow another on its connection for longer than proxies keep theirs', async () => {
    const response = await server.get('/api/health');
    const kept = /timeout=(\d+)/.exec(response.headers.get('keep-alive') ?? '')?.[1];
    expect(Number(kept)).toBeGreaterThanOrEqual(65);
  });
});

describe('readers who leave', () => {
  it('end the work that was done for them', async () => {
    const signals: AbortSignal[] = [];
    const pending = <Value>(signal: AbortSignal | undefined): Promise<Value> => {
      if (signal !== undefined) signals.push(signal);
      return new Promise(() => {});
    };
    const server = await serve({
      application: createMemoryApplication({
        timeline: ({ signal }) => pending(signal),
        search: ({ signal }) => pending(signal),
        articleDates: (_id, signal) => pending(signal),
        eventChanges: (_id, _since, _language, signal) => pending(signal),
        comparePresses: (_id, _left, _right, _language, signal) => pending(signal),
        embed: (_texts, signal) => pending(signal),
        lookUpWord: (_word, signal) => pending(signal),
      }),
    });
    const { get, post } = server;
    const requests: ((leaving: RequestInit) => Promise<Response>)[] = [
      (leaving) => get('/api/timeline', leaving),
      (leaving) => get('/api/search?q=a', leaving),
      (leaving) => get(`/api/articles/${ARTICLES[0]?.id}`, leaving),
      (leaving) => get('/api/events/any/changes', leaving),
      (leaving) => get('/api/events/any/presses', leaving),
      (leaving) => get('/api/lexicon?word=上海', leaving),
      (leaving) => post('/v1/embeddings', { model: 'any', input: 'text' }, leaving),
    ];
    for (const send of requests) {
      const leaving = new AbortController();
      const before = signals.length;
      const asked = send({ signal: leaving.signal }).catch(() => null);
      await vi.waitFor(() => expect(signals.length).toBe(before + 1), { timeout: 10_000 });
      leaving.abort();
      await asked;
    }
    await vi.waitFor(() => expect(signals.every(({ aborted }) => aborted)).toBe(true), {
      timeout: 10_000,
    });
    await server.close();
  });

  it('and those who stay leave no listeners behind, however many there are', async () => {
    const warnings: Error[] = [];
    const hear = (warning: Error) => warnings.push(warning);
    process.on('warning', hear);
    const memory = createMemoryApplication();
    const server = await serve({
      application: createMemoryApplication({
        async *answer(request) {
          for await (const event of memory.answer(request)) {
            yield event;
            if (event.type !== 'block-delta') continue;
            for (let piece = 0; piece < 30; piece++) {
              yield { ...event, text: '会'.repeat(20_000) };
              await delay(1);
            }
          }
        },
        timeline: () => delay(200).then(() => Promise.reject(new YinzhengError('overloaded', ''))),
      }),
      limits: { openAnswers: 100 },
    });
    await Promise.all([
      ...Array.from({ length: 20 }, () =>
        server.post('/api/chat', { ...BODY, stream: true }).then(readEvents),
      ),
      ...Array.from({ length: 20 }, () => server.get('/api/timeline').then((one) => one.text())),
    ]);
    await delay(20);
    process.off('warning', hear);
    expect(warnings.map(({ name }) => name)).toEqual([]);
    await server.close();
  });

  it('are told when the server goes down, whatever they wait for', async () => {
    let isAsked = () => {};
    const whenAsked = new Promise<void>((resolve) => {
      isAsked = resolve;
    });
    const server = await serve({
      application: createMemoryApplication({
        timeline: () => {
          isAsked();
          return new Promise(() => {});
        },
      }),
    });
    const asked = server.get('/api/timeline');
    await whenAsked;
    await server.close();
    expect((await asked).status).toBe(503);
    expect(await (await asked).json()).toMatchObject({ code: 'shutting-down' });
  });
});

describe('what is not as it should be', () => {
  it('is said to OpenAI clients in the text: sentences without support', async () => {
    const support = {
      verdict: 'unsupported',
      reason: '没有依据',
      rule: 'coverage',
      failed: null,
    } as const;
    const server = await serve({
      application: createMemoryApplication({
        answer: ({ messages }) =>
          streamAnswer({
            id: 'a',
            model: 'scripted',
            understand: async () => ({
              language: 'zh',
              kind: 'what',
              standalone: messages.at(-1)?.content ?? '',
            }),
            find: async () => ({ passages: [], dateRange: null, timings: {} }),
            async *compose() {
              const writer = new CompositionWriter('zh');
              yield* writer.write({
                kind: 'sentence',
                isProvisional: false,
                placement: 'paragraph',
                heading: null,
                text: '会议在北京举行。',
                citations: [],
                support,
                dates: [],
                corroboration: null,
              });
              const layout = 'paragraph';
              const ending = { outcome: 'answered', layout, refusal: null } as const;
              yield* writer.finish({ ...ending, suggestions: [] }, 'model');
            },
          }),
      }),
    });
    const whole = await (await server.post('/v1/chat/completions', { ...BODY, model: 'x' })).json();
    const { content } = (whole as { choices: { message: { content: string } }[] }).choices[0]
      ?.message ?? { content: '' };
    expect(content).toMatch(/〔报道中没有依据〕$/);
    const streamed = await server.post('/v1/chat/completions', {
      ...BODY,
      model: 'x',
      stream: true,
    });
    expect(await streamed.text()).toContain('〔报道中没有依据〕');
    await server.close();
  });

  it('is in the log with its cause where a summary fails, before or after it has begun', async () => {
    const memory = createMemoryApplication();
    const server = await serve({
      application: createMemoryApplication({
        async *summarize({ topic = '' }) {
          const request = { messages: [{ role: 'user', content: topic }], filters: {} } as const;
          if (topic === '会议')
            for await (const event of memory.answer(request)) {
              yield event;
              if (event.type === 'block-delta') break;
            }
          throw new Error('the cause of it');
        },
      }),
    });
    for (const topic of ['会议', 'at once']) {
      const response = await server.post('/api/summaries', { topic, language: 'zh', stream: true });
      expect(await response.text()).not.toContain('the cause of it');
    }
    const failures = server.log.filter((line) => JSON.stringify(line).includes('the cause of it'));
    expect(failures).toHaveLength(2);
    await server.close();
  });

  it('is said to those who ask whether the server is ready', async () => {
    const readiness = { status: 'degraded', detail: 'Words alone.' } as const;
    const server = await serve({
      application: createMemoryApplication({ ready: async () => readiness }),
    });
    const response = await server.get('/api/ready');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(readiness);
    await server.close();
  });
});
