import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer } from '../../src/serve/http-server.ts';
import { rawGet, type Served, serve } from './http-fixture.ts';

const PAGE = '<!doctype html><title>引证</title>';

let webRoot: string;
let server: Served;
beforeAll(async () => {
  webRoot = await mkdtemp(path.join(tmpdir(), 'yinzheng-web-'));
  await mkdir(path.join(webRoot, 'assets'));
  await writeFile(path.join(webRoot, 'index.html'), PAGE);
  await writeFile(path.join(webRoot, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(path.join(webRoot, 'assets', 'main-3f2a.js'), 'export {};');
  await writeFile(path.join(webRoot, '.secret'), 'not for readers');
  server = await serve({ webRoot, allowedHosts: ['localhost', '127.0.0.1', '[::1]'] });
});
afterAll(async () => {
  await server.close();
  await rm(webRoot, { recursive: true });
});

describe('the web page', () => {
  it.each(['/', '/articles/seed-0', '/搜索'])('is there for %s, asked for anew', async (page) => {
    const response = await server.get(page, { headers: { accept: 'text/html,*/*;q=0.8' } });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(await response.text()).toBe(PAGE);
  });

  it('keeps its hashed files for good and asks for the others anew', async () => {
    const asset = await server.get('/assets/main-3f2a.js');
    expect(asset.headers.get('content-type')).toMatch(/javascript/);
    expect(asset.headers.get('cache-control')).toContain('immutable');
    const icon = await server.get('/favicon.svg');
    expect(icon.headers.get('cache-control')).toBe('no-cache');
    const etag = icon.headers.get('etag') ?? '';
    const again = await rawGet(server, '/favicon.svg', { 'if-none-match': etag });
    expect(again.status).toBe(304);
  });

  it('answers HEAD without a body', async () => {
    const response = await server.get('/', { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-length')).toBe(String(Buffer.byteLength(PAGE)));
  });

  it.each(['/assets/gone.js', '/assets/gone', '/gone.css'])(
    'is not sent for a file that is missing: %s',
    async (file) => {
      const response = await server.get(file);
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ code: 'not-found' });
    },
  );

  it('never takes the place of an API that is not there', async () => {
    const response = await server.get('/api/nothing', { headers: { accept: 'text/html' } });
    expect(response.status).toBe(404);
  });

  it.each(['/metric', '/healthz', '/sse'])(
    'does not stand in for %s, which probes and programs ask for',
    async (path) => {
      const responses = [
        await server.get(path),
        await server.get(path, { headers: { accept: 'application/json' } }),
        await server.post(path, {}),
      ];
      for (const response of responses) {
        expect(response.status).toBe(404);
        expect(response.headers.get('content-type')).toContain('application/problem+json');
        expect(await response.json()).toMatchObject({ code: 'not-found' });
      }
    },
  );

  it('takes no other method', async () => {
    const response = await server.get('/', { method: 'POST' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
  });

  it.each(['/.secret', '/../package.json', '/%2e%2e/package.json', '/..%2fpackage.json'])(
    'hides what is not part of it: %s',
    async (file) => {
      const { body } = await rawGet(server, file);
      expect(body).not.toContain('not for readers');
      expect(body).not.toContain('"name"');
    },
  );
});

describe('the headers of safety', () => {
  it.each(['/', '/api/health', '/api/nothing', '/assets/main-3f2a.js'])(
    'go with %s',
    async (at) => {
      const { headers } = await server.get(at);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(headers.get('x-powered-by')).toBeNull();
    },
  );
});

describe('the name the server is called by', () => {
  it.each(['localhost', 'LOCALHOST:8080', '127.0.0.1:1', '[::1]:3000'])(
    'may be %s',
    async (host) => {
      expect((await rawGet(server, '/api/health', { host })).status).toBe(200);
    },
  );

  it.each(['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example:3000'])(
    'may not be %s, which a page elsewhere can point here',
    async (host) => {
      const { status, body } = await rawGet(server, '/api/articles', { host });
      expect(status).toBe(421);
      expect(JSON.parse(body)).toMatchObject({ code: 'host-not-allowed' });
    },
  );

  it('may be any where none are set', async () => {
    const open = await serve();
    expect((await rawGet(open, '/api/health', { host: 'news.example' })).status).toBe(200);
    await open.close();
  });
});

describe('the log', () => {
  it('has a line for each request, with its id, and never the question', async () => {
    const quiet = await serve();
    const secret = '谁主持了会议';
    await (await quiet.get(`/api/search?q=${encodeURIComponent(secret)}`)).text();
    const response = await quiet.post('/api/chat', {
      messages: [{ role: 'user', content: secret }],
    });
    await response.text();
    await quiet.close();
    const lines = quiet.log.filter((line) => line.msg === 'request');
    expect(lines).toMatchObject([
      { level: 30, method: 'GET', path: '/api/search', status: 200 },
      { level: 30, method: 'POST', path: '/api/chat', status: 200 },
    ]);
    expect(lines[1]?.id).toBe(response.headers.get('x-request-id'));
    expect(JSON.stringify(quiet.log)).not.toContain(secret);
    expect(JSON.stringify(quiet.log)).not.toContain(encodeURIComponent(secret));
  });
});

describe('a server', () => {
  it('prints an address that can be opened', async () => {
    expect(server.url).toBe(`http://127.0.0.1:${server.port}`);
    const everywhere = await startServer({ app: () => undefined, host: '0.0.0.0', port: 0 });
    expect(everywhere.url).toBe(`http://localhost:${everywhere.port}`);
    await everywhere.close();
  });

  it('says which port is taken', async () => {
    const second = startServer({ app: () => undefined, host: '127.0.0.1', port: server.port });
    await expect(second).rejects.toMatchObject({ code: 'port-in-use', field: 'PORT' });
    await expect(second).rejects.toThrow(
      `Another program listens on port ${server.port} of 127.0.0.1.`,
    );
  });

  it('closes once, however often it is told', async () => {
    const twice = await serve();
    await Promise.all([twice.close(), twice.close()]);
    await expect(twice.get('/api/health')).rejects.toThrow();
  });
});
