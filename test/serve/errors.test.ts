import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ERRORS, type ErrorCode } from '../../src/core/errors.ts';
import { type Served, serve } from './http-fixture.ts';
import { createMemoryApplication } from './memory-application.ts';

let server: Served;
beforeAll(async () => {
  server = await serve();
});
afterAll(() => server.close());

const question = (content: unknown) => ({ messages: [{ role: 'user', content }] });
const chat = (body: unknown, init?: RequestInit) => server.post('/api/chat', body, init);
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const latin = { 'content-type': 'application/json; charset=latin1' };
const json = { 'content-type': 'application/json' };

/** A problem of the table, with the status the table gives it, and no trace of the inside. */
async function expectProblem(response: Response, code: ErrorCode, field?: string): Promise<void> {
  const text = await response.text();
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  const problem = JSON.parse(text);
  expect(problem).toMatchObject({
    type: `urn:yinzheng:error:${code}`,
    code,
    status: ERRORS[code].status,
    title: ERRORS[code].title,
    action: ERRORS[code].action,
    ...(field === undefined ? {} : { field }),
  });
  expect(problem.detail).not.toBe('');
  expect(response.status).toBe(ERRORS[code].status);
  expect(text).not.toMatch(/node_modules|\bat .+:\d+:\d+|\.ts\b/);
}

describe('a question', () => {
  it.each<[string, unknown, ErrorCode]>([
    ['empty', '', 'empty-question'],
    ['of white space', ' \n\u3000', 'empty-question'],
    ['of 100,000 Chinese characters', '问'.repeat(100_000), 'question-too-long'],
  ])('that is %s', async (_, content, code) => {
    await expectProblem(await chat(question(content)), code);
  });
});

describe('a body', () => {
  it.each<[string, string, ErrorCode]>([
    ['that is cut off', '{"messages":[', 'malformed-json'],
    ['that is no JSON', 'question=hello', 'malformed-json'],
    ['that is a JSON string', '"hello"', 'malformed-json'],
    [
      'of more bytes than are taken',
      JSON.stringify(question('a'.repeat(1_100_000))),
      'body-too-large',
    ],
  ])('%s', async (_, body, code) => {
    await expectProblem(await chat(body), code);
  });

  it('that is not there', async () => {
    await expectProblem(await chat(null, { body: null, headers: json }), 'invalid-request');
  });

  it.each<[string, RequestInit]>([
    ['of a form', { headers: form, body: 'a=b' }],
    ['without a type', { headers: {}, body: new Blob(['{}']) }],
    ['of plain text', { headers: { 'content-type': 'text/plain' }, body: '{}' }],
    ['in another encoding', { headers: latin, body: '{}' }],
    ['compressed in an unknown way', { headers: { ...json, 'content-encoding': 'x' }, body: '{}' }],
  ])('%s', async (_, init) => {
    await expectProblem(await chat(null, init), 'unsupported-media-type');
  });
});

describe('a request of another form names the field', () => {
  const valid = question('会议在哪里?');
  it.each<[string, unknown, string]>([
    ['a list for an object', [], ''],
    ['no messages', {}, 'messages'],
    ['no message', { messages: [] }, 'messages'],
    ['a number for a text', question(7), 'messages[0].content'],
    ['a role of its own', { messages: [{ role: 'system', content: 'x' }] }, 'messages[0].role'],
    ['an assistant at the end', { messages: [{ role: 'assistant', content: 'x' }] }, 'messages'],
    ['an unknown field', { ...valid, tone: 'warm' }, 'tone'],
    ['an unknown field inside', { ...valid, filters: { year: 2025 } }, 'filters.year'],
    ['a text for a truth', { ...valid, stream: 'true' }, 'stream'],
    ['a day that is none', { ...valid, filters: { from: '2025-02-30' } }, 'filters.from'],
    ['a date in another form', { ...valid, today: '26 June 2025' }, 'today'],
    ['an unknown language', { ...valid, filters: { language: 'fr' } }, 'filters.language'],
    [
      'a prototype',
      '{"messages":[{"role":"user","content":"x"}],"__proto__":{"stream":true}}',
      '__proto__',
    ],
  ])('%s', async (_, body, field) => {
    const response = await chat(body);
    await expectProblem(response, 'invalid-request', ...(field === '' ? [] : [field]));
  });

  it.each([
    ['/api/articles?page=0', 'page'],
    ['/api/articles?page=1.5', 'page'],
    ['/api/articles?pageSize=101', 'pageSize'],
    ['/api/articles?page=1&page=2', 'page'],
    ['/api/articles?sort=title', 'sort'],
    ['/api/search', 'q'],
    ['/api/search?q=a&limit=51', 'limit'],
    ['/api/search?q=a&explain=yes', 'explain'],
    ['/api/lexicon?word=', 'word'],
    ['/api/events?sort=best', 'sort'],
    ['/api/timeline?language=fr', 'language'],
  ])('%s', async (path, field) => {
    await expectProblem(await server.get(path), 'invalid-request', field);
  });

  it('a path that cannot be decoded', async () => {
    await expectProblem(await server.get('/api/articles/%E0%A4%A'), 'invalid-request');
  });

  it('a range that ends before it starts', async () => {
    const filters = { from: '2025-07-02', to: '2025-07-01' };
    await expectProblem(await chat({ ...valid, filters }), 'inverted-range', 'to');
    const query = '?from=2025-07-02&to=2025-07-01';
    await expectProblem(await server.get(`/api/articles${query}`), 'inverted-range', 'to');
    await expectProblem(await server.get(`/api/search${query}&q=a`), 'inverted-range', 'to');
    const summary = { topic: '防长会', language: 'zh', ...filters };
    await expectProblem(await server.post('/api/summaries', summary), 'inverted-range', 'to');
  });
});

describe('an address', () => {
  it.each<[string, ErrorCode]>([
    ['/api/articles/nothing', 'article-not-found'],
    ['/api/events/nothing', 'event-not-found'],
    ['/api/nothing', 'not-found'],
    ['/api', 'not-found'],
    ['/nothing', 'not-found'],
  ])('that names nothing: %s', async (path, code) => {
    await expectProblem(await server.get(path), code);
  });

  it.each([
    ['GET', '/api/chat', 'POST'],
    ['DELETE', '/api/articles/seed-0', 'GET, HEAD'],
    ['POST', '/api/search', 'GET, HEAD'],
    ['PUT', '/api/health', 'GET, HEAD'],
  ])('%s %s says which method it takes', async (method, path, allow) => {
    const response = await server.get(path, { method });
    expect(response.headers.get('allow')).toBe(allow);
    await expectProblem(response, 'method-not-allowed');
  });

  it('tells OPTIONS its methods and nothing to other origins', async () => {
    const response = await server.get('/api/chat', {
      method: 'OPTIONS',
      headers: { origin: 'https://news.example', 'access-control-request-method': 'POST' },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('allow')).toBe('POST');
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('a fault of the server', () => {
  it('is told in general and logged in full', async () => {
    const application = createMemoryApplication({
      listArticles: () => {
        throw new TypeError('secret of the inside');
      },
    });
    const faulty = await serve({ application });
    const response = await faulty.get('/api/articles');
    const id = response.headers.get('x-request-id');
    await expectProblem(response.clone(), 'internal');
    expect(await response.text()).not.toContain('secret');
    const entry = faulty.log.find((line) => JSON.stringify(line).includes('secret'));
    expect(entry).toMatchObject({ level: 50, id, err: { type: 'TypeError' } });
    await faulty.close();
  });
});

describe('bytes that are not HTTP', () => {
  it('are refused, and the server goes on', async () => {
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(server.port, '127.0.0.1', () => socket.write('上海\r\n\r\n'));
      let received = '';
      socket.on('data', (bytes) => {
        received += bytes.toString();
      });
      socket.on('close', () => resolve(received));
      socket.on('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect((await server.get('/api/health')).status).toBe(200);
  });
});
