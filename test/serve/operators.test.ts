import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/core/answer.ts';
import { YinzhengError } from '../../src/core/errors.ts';
import { type Served, serve } from './http-fixture.ts';
import { createMemoryApplication } from './memory-application.ts';

const KEYS = ['first-key-with-24-letters', '第二把钥匙有二十四个字符那么长才算数吧是不是呢好'];
const ORIGIN = 'https://chat.example';

let server: Served | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function start(settings: Parameters<typeof serve>[0]): Promise<Served> {
  server = await serve(settings);
  return server;
}

const question = { messages: [{ role: 'user', content: '国防部长会议在哪里?' }] };

/** The bytes as they come, which fetch would decode. */
function rawBytes({ port }: Served, path: string): Promise<{ encoding: string; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const headers = { 'accept-encoding': 'gzip' };
    const sent = request({ host: '127.0.0.1', port, path, headers }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (bytes: Buffer) => void pieces.push(bytes));
      response.on('end', () =>
        resolve({
          encoding: response.headers['content-encoding'] ?? 'none',
          body: Buffer.concat(pieces),
        }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}

describe('keys', () => {
  it.each(['/', '/api/articles', '/v1/models', '/metrics', '/assets/x.js'])(
    'are asked for at %s',
    async (path) => {
      const { get } = await start({ apiKeys: KEYS });
      for (const authorization of [
        undefined,
        'Bearer wrong',
        `Bearer ${KEYS[0]}x`,
        'Bearer ',
        'x',
      ]) {
        const response = await get(path, { headers: authorization ? { authorization } : {} });
        expect(response.status).toBe(401);
        expect(response.headers.get('www-authenticate')).toMatch(/^(Bearer|Basic realm=)/);
        expect(await response.text()).not.toContain(KEYS[0]);
      }
    },
  );

  it('open the server, as a token and as the password of a browser', async () => {
    const { get } = await start({ apiKeys: KEYS });
    const basic = (key = '') => `Basic ${Buffer.from(`anyone:${key}`).toString('base64')}`;
    for (const authorization of [`Bearer ${KEYS[0]}`, basic(KEYS[0]), basic(KEYS[1])]) {
      const response = await get('/api/articles', { headers: { authorization } });
      expect(response.status).toBe(200);
    }
    expect((await get('/api/ready')).status).toBe(200);
  });

  it('are missed in the form of each API', async () => {
    const { get } = await start({ apiKeys: KEYS });
    expect(await (await get('/v1/models')).json()).toMatchObject({
      error: { code: 'unauthorized', type: 'invalid_request_error' },
    });
    expect(await (await get('/api/articles')).json()).toMatchObject({ code: 'unauthorized' });
  });
});

describe('pages of other origins', () => {
  it('read the API where they are named, keys or not', async () => {
    const { get } = await start({ allowedOrigins: [ORIGIN], apiKeys: KEYS });
    const preflight = await get('/v1/chat/completions', {
      method: 'OPTIONS',
      headers: {
        origin: ORIGIN,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type',
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe(ORIGIN);
    expect(preflight.headers.get('access-control-allow-headers')).toContain('authorization');
    const headers = { origin: ORIGIN, authorization: `Bearer ${KEYS[0]}` };
    const answered = await get('/v1/models', { headers });
    expect(answered.headers.get('access-control-allow-origin')).toBe(ORIGIN);
    expect(answered.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  });

  it('are told nothing where they are not', async () => {
    const { get } = await start({ allowedOrigins: [ORIGIN] });
    const foreign = await get('/v1/models', { headers: { origin: 'https://evil.example' } });
    expect(foreign.headers.get('access-control-allow-origin')).not.toBe('https://evil.example');
    expect(foreign.headers.get('cross-origin-resource-policy')).toBe('same-origin');
  });
});

describe('the rate of one client', () => {
  it('is bounded, and says when to come back', async () => {
    const { get } = await start({ rateLimit: 3, apiKeys: KEYS });
    const ask = (key: string | undefined) =>
      get('/v1/models', { headers: { authorization: `Basic ${btoaUtf8(`:${key}`)}` } });
    for (let at = 0; at < 3; at += 1) expect((await ask(KEYS[0])).status).toBe(200);
    const refused = await ask(KEYS[0]);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ error: { code: 'rate-limited' } });
    expect((await ask(KEYS[1])).status).toBe(200);
    expect((await get('/api/ready')).status).toBe(200);
  });
});

function btoaUtf8(text: string): string {
  return Buffer.from(text).toString('base64');
}

describe('compression', () => {
  it('makes lists smaller and leaves event streams as they are', async () => {
    const served = await start({});
    const { encoding, body } = await rawBytes(served, '/api/articles?pageSize=10');
    expect(encoding).toBe('gzip');
    const text = gunzipSync(body);
    expect(JSON.parse(text.toString('utf8')).articles.length).toBeGreaterThan(5);
    expect(body.length).toBeLessThan(text.length);
    const stream = await served.post('/api/chat', { ...question, stream: true });
    expect(stream.headers.get('content-encoding')).toBeNull();
    await stream.text();
  });

  it('spares clients on the same machine the work of unpacking answers', async () => {
    const served = await start({});
    const ask = async (headers: Record<string, string>) => {
      const answer = await fetch(`${served.url}/api/chat`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'accept-encoding': 'gzip', ...headers },
        body: JSON.stringify(question),
      });
      const { sentences } = (await answer.json()) as { sentences: unknown[] };
      return { encoding: answer.headers.get('content-encoding'), sentences: sentences.length };
    };
    const here = await ask({});
    const passedOn = await ask({ 'x-forwarded-for': '203.0.113.7' });
    expect(here.encoding).toBeNull();
    expect(passedOn.encoding).toBe('gzip');
    expect(here.sentences).toBe(passedOn.sentences);
  });
});

describe('metrics', () => {
  it('count answers by outcome, stages, requests and failures of models', async () => {
    const memory = createMemoryApplication();
    let fails = false;
    const application = createMemoryApplication({
      answer: (asked) => {
        if (fails) throw new YinzhengError('model-timeout', 'Nothing came.');
        return memory.answer(asked);
      },
      health: () => ({
        ...memory.health(),
        index: {
          generation: 'g',
          createdAt: new Date(Date.now() - 60_000).toISOString(),
          articles: 10,
          chunks: 31,
          dimensions: 100,
          embedder: 'e',
          analyzer: 'a',
          chunkSize: 400,
          chunkOverlap: 1,
        },
      }),
    });
    const { post, get } = await start({ application });
    await (await post('/api/chat', question)).text();
    await (await post('/v1/chat/completions', { ...question, stream: true })).text();
    await (await post('/api/chat', { messages: [{ role: 'user', content: 'zzqx' }] })).text();
    fails = true;
    await (await post('/api/chat', question)).text();
    await (await get('/whatever/anybody/likes')).text();
    const response = await get('/metrics');
    const text = await response.text();
    expect(response.headers.get('content-type')).toContain('text/plain');
    expect(text).toContain('yinzheng_answers_total{outcome="answered",composer="extractive"} 2');
    expect(text).toContain('yinzheng_answers_total{outcome="not-found",composer="extractive"} 1');
    expect(text).toContain('yinzheng_model_errors_total{code="model-timeout"} 1');
    expect(text).toMatch(/yinzheng_stage_duration_seconds_count\{stage="\w+"\} 3/);
    expect(text).toMatch(
      /request_duration_seconds_count\{method="POST",part="api\/chat",status="200"\} 2/,
    );
    expect(text).toContain('yinzheng_index_articles 10');
    const age = Number(/^yinzheng_index_age_seconds (\S+)$/m.exec(text)?.[1]);
    expect(age).toBeGreaterThanOrEqual(60);
    expect(text).not.toContain('whatever');
    expect(text).not.toContain('国防');
  });
});

describe('the log', () => {
  it('says how an answer ended and what its stages took, and holds no word of it', async () => {
    const { post, log } = await start({});
    const messages = [{ role: 'user', content: '国防部长会议在哪里举行?' }];
    const { timings } = (await (await post('/api/chat', { messages })).json()) as Answer;
    const line = log.find(({ msg }) => msg === 'answer');
    expect(line).toMatchObject({ outcome: 'answered', composer: 'extractive', timings });
    expect(JSON.stringify(log)).not.toContain('国防');
  });
});

describe('the id of a request', () => {
  const trace = '0af7651916cd43dd8448eb211c80319c';
  it.each([
    [{ 'x-request-id': 'proxy-42' }, 'proxy-42'],
    [{ traceparent: `00-${trace}-b7ad6b7169203331-01` }, trace],
  ])('is taken over from %j', async (headers, id) => {
    const { get, log } = await start({});
    const response = await get('/api/health', { headers });
    await response.text();
    expect(response.headers.get('x-request-id')).toBe(id);
    expect(log.at(-1)?.id).toBe(id);
  });

  it.each([
    [{ 'x-request-id': 'a b"c' }],
    [{ traceparent: '00-00000000000000000000000000000000-b7ad6b7169203331-01' }],
    [{ 'x-request-id': 'x'.repeat(200) }],
  ])('is made anew for %j', async (headers) => {
    const { get } = await start({});
    const response = await get('/api/health', { headers });
    expect(response.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
  });
});
