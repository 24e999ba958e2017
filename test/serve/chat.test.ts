import { afterEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/core/answer.ts';
import type { AnswerEvent } from '../../src/core/answer-event.ts';
import type { Article } from '../../src/core/article.ts';
import { YinzhengError } from '../../src/core/errors.ts';
import { streamedBlocks } from '../core/streamed-blocks.ts';
import { readEvents, type Served, serve } from './http-fixture.ts';
import { ARTICLES, createMemoryApplication } from './memory-application.ts';

const QUESTION = '国防部长会议在哪里举行?';
const ask = (content: string, more: object = {}) => ({
  messages: [{ role: 'user', content }],
  ...more,
});

const servers: Served[] = [];
async function start(...settings: Parameters<typeof serve>): Promise<Served> {
  const server = await serve(...settings);
  servers.push(server);
  return server;
}
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

/** Events without end until the signal is aborted, which is reported. */
function endless(stopped: () => void, event: AnswerEvent) {
  return createMemoryApplication({
    async *answer({ signal }) {
      try {
        for (;;) {
          signal?.throwIfAborted();
          yield event;
          await new Promise((resolve) => setImmediate(resolve));
        }
      } finally {
        stopped();
      }
    },
  });
}

const META: AnswerEvent = {
  type: 'meta',
  id: 'a',
  language: 'zh',
  kind: 'what',
  question: QUESTION,
  composer: 'extractive',
  model: null,
};

describe('POST /api/chat without a stream', () => {
  it.each([QUESTION, 'Where did the competition take place, in Qingdao?'])(
    'answers with one JSON whose citations are exact: %s',
    async (question) => {
      const server = await start();
      const response = await server.post('/api/chat', ask(question));
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toMatch(/^application\/json/);
      const answer = (await response.json()) as Answer;
      expect(answer.citations.length).toBeGreaterThan(0);
      for (const { articleId, start, end, quote } of answer.citations) {
        const found = await server.get(`/api/articles/${articleId}`);
        const article = (await found.json()) as Article;
        expect(article.body.slice(start, end)).toBe(quote);
      }
    },
  );

  it('hands the conversation, the filters and the date on as they came', async () => {
    const application = createMemoryApplication();
    const server = await start({ application });
    const messages = [
      { role: 'user', content: '谁主持了会议?' },
      { role: 'assistant', content: '董军。[1]' },
      { role: 'user', content: '会议在哪里举行?' },
    ];
    const filters = { from: '2025-06-01', to: '2025-06-30', source: '人民日报', language: 'zh' };
    await server.post('/api/chat', { messages, filters, today: '2025-07-01', stream: false });
    expect(application.asked[0]).toMatchObject({ messages, filters, today: '2025-07-01' });
  });

  it('turns an error event into its problem', async () => {
    const problem = new YinzhengError('embedding-failed', 'It is down.').toProblem();
    const application = createMemoryApplication({
      async *answer() {
        yield META;
        yield { type: 'error', problem };
      },
    });
    const response = await (await start({ application })).post('/api/chat', ask(QUESTION));
    expect(response.status).toBe(502);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(await response.json()).toEqual(problem);
  });
});

describe('POST /api/chat with a stream', () => {
  it('sends every event with its name, and the answer last', async () => {
    const response = await (await start()).post('/api/chat', ask(QUESTION, { stream: true }));
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('x-accel-buffering')).toBe('no');
    expect(response.headers.get('cache-control')).toContain('no-transform');
    expect(response.headers.get('content-encoding')).toBeNull();
    const events = await readEvents(response);
    expect(events.map(({ event }) => event)).toEqual([
      'meta',
      'sources',
      'citation',
      'block-start',
      'block-delta',
      'block-end',
      'done',
    ]);
    for (const { event, data } of events) expect(data.type).toBe(event);
    const last = events.at(-1)?.data;
    const answer = last?.type === 'done' ? last.answer : undefined;
    expect(streamedBlocks(events.map(({ data }) => data))).toEqual(answer?.blocks);
    const quote = answer?.citations[0]?.quote ?? 'no quote';
    expect(ARTICLES.some(({ body }) => body.includes(quote))).toBe(true);
  });

  it.each([
    ['', 'empty-question', 400],
    ['  \n', 'empty-question', 400],
    ['长'.repeat(4_001), 'question-too-long', 413],
  ])('answers bad input with a status, not with a stream', async (question, code, status) => {
    const response = await (await start()).post('/api/chat', ask(question, { stream: true }));
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code });
  });

  it('answers a failure before the first event with its status, not with a stream', async () => {
    const problem = new YinzhengError('embedding-failed', 'It is down.').toProblem();
    const application = createMemoryApplication({
      async *answer() {
        yield { type: 'error', problem };
      },
    });
    const server = await start({ application });
    for (const path of ['/api/chat', '/v1/chat/completions']) {
      const response = await server.post(path, ask(QUESTION, { stream: true }));
      expect(response.status).toBe(502);
      expect(await response.text()).toContain('embedding-failed');
    }
  });

  it('sends a failure in the middle as an error event that tells nothing of the inside', async () => {
    const application = createMemoryApplication({
      async *answer() {
        yield META;
        throw new TypeError('secret of the inside');
      },
    });
    const server = await start({ application });
    const response = await server.post('/api/chat', ask(QUESTION, { stream: true }));
    const events = await readEvents(response);
    expect(events.map(({ event }) => event)).toEqual(['meta', 'error']);
    expect(events[1]?.data).toMatchObject({ problem: { code: 'internal', status: 500 } });
    expect(JSON.stringify(events)).not.toContain('secret');
    expect(JSON.stringify(server.log)).toContain('secret of the inside');
  });

  it('says so when an answer ends without its closing event', async () => {
    const application = createMemoryApplication({
      async *answer() {
        yield META;
      },
    });
    const response = await (await start({ application })).post(
      '/api/chat',
      ask(QUESTION, { stream: true }),
    );
    expect((await readEvents(response)).at(-1)?.event).toBe('error');
  });

  it('sends heartbeats while the answer is silent', async () => {
    let release = (): void => undefined;
    const application = createMemoryApplication({
      async *answer() {
        yield META;
        await new Promise<void>((resolve) => {
          release = resolve;
        });
        yield { type: 'error', problem: new YinzhengError('internal', '').toProblem() };
      },
    });
    const server = await start({ application, limits: { heartbeatMs: 10 } });
    const response = await server.post('/api/chat', ask(QUESTION, { stream: true }));
    let text = '';
    for await (const bytes of response.body ?? []) {
      text += Buffer.from(bytes).toString();
      if (text.split(': heartbeat\n\n').length > 3) release();
    }
    expect(text).toContain('event: error\n');
  });
});

describe('a reader who leaves', () => {
  it.each([true, false])('stops the work behind the answer (stream: %s)', async (stream) => {
    let begun = (): void => undefined;
    const started = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const stopped = new Promise<void>((resolve) => {
      const application = endless(resolve, META);
      const answer = application.answer;
      const counted = createMemoryApplication({
        answer: (request) => {
          begun();
          return answer(request);
        },
      });
      void start({ application: counted }).then(async (server) => {
        const controller = new AbortController();
        const init = { signal: controller.signal, method: 'POST' };
        const asked = server.post('/api/chat', ask(QUESTION, { stream }), {
          ...init,
          headers: { 'content-type': 'application/json' },
        });
        asked.catch(() => undefined);
        await started;
        if (stream) await asked;
        controller.abort();
      });
    });
    await stopped;
  });

  it('stays connected but reads nothing: the answer waits, then is stopped', async () => {
    let sent = 0;
    const padding = '上海精神'.repeat(4_096);
    let stopped = (): void => undefined;
    const ended = new Promise<void>((resolve) => {
      stopped = resolve;
    });
    const application = createMemoryApplication({
      async *answer({ signal }) {
        try {
          while (!signal?.aborted) {
            sent += 1;
            yield { type: 'block-delta', id: 'b1', text: padding };
          }
        } finally {
          stopped();
        }
      },
    });
    const server = await start({ application, limits: { stalledReaderMs: 200 } });
    const response = await server.post('/api/chat', ask(QUESTION, { stream: true }));
    await ended;
    // Without back-pressure the loop above would have gone on to fill the memory.
    expect(sent).toBeLessThan(2_000);
    await response.body?.cancel().catch(() => undefined);
  });
});

describe('the number of answers at once', () => {
  it('is limited, and a place is free again when an answer ends', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const memory = createMemoryApplication();
    const application = createMemoryApplication({
      async *answer(request) {
        yield META;
        await held;
        for await (const event of memory.answer(request)) if (event.type !== 'meta') yield event;
      },
    });
    const server = await start({ application, limits: { openAnswers: 1 } });
    const first = await server.post('/api/chat', ask(QUESTION, { stream: true }));
    const second = await server.post('/api/chat', ask(QUESTION));
    expect(second.status).toBe(503);
    expect(second.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(await second.json()).toMatchObject({ code: 'overloaded' });
    release();
    expect((await readEvents(first)).at(-1)?.event).toBe('done');
    expect((await server.post('/api/chat', ask(QUESTION))).status).toBe(200);
  });
});

describe('work that does not notice that nobody waits', () => {
  const deaf = () =>
    createMemoryApplication({
      async *answer() {
        yield META;
        await new Promise(() => undefined);
      },
    });

  it('keeps no place', async () => {
    const server = await start({ application: deaf(), limits: { openAnswers: 1 } });
    const browser = new AbortController();
    const headers = { 'content-type': 'application/json' };
    const init = { signal: browser.signal, headers };
    await server.post('/api/chat', ask(QUESTION, { stream: true }), init);
    browser.abort();
    await expect
      .poll(
        async () => {
          const next = await server.post('/api/chat', ask(QUESTION, { stream: true }));
          await next.body?.cancel();
          return next.status;
        },
        { timeout: 15_000 },
      )
      .toBe(200);
  });

  it('does not hold up a server that goes down', async () => {
    const server = await start({ application: deaf() });
    const response = await server.post('/api/chat', ask(QUESTION, { stream: true }));
    const [events] = await Promise.all([readEvents(response), server.close()]);
    expect(events.at(-1)?.data).toMatchObject({ problem: { code: 'shutting-down' } });
  });
});

describe('going down', () => {
  it('ends a stream with an error that says so, and closes', async () => {
    let stopped = false;
    const application = endless(() => {
      stopped = true;
    }, META);
    const server = await start({ application });
    const response = await server.post('/api/chat', ask(QUESTION, { stream: true }));
    const [events] = await Promise.all([readEvents(response), server.close()]);
    expect(events.at(-1)?.data).toMatchObject({
      type: 'error',
      problem: { code: 'shutting-down', status: 503 },
    });
    expect(stopped).toBe(true);
    await expect(server.get('/api/health')).rejects.toThrow();
  });
});
