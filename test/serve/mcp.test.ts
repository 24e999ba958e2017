import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from './http-fixture.ts';
import { ARTICLES, createMemoryApplication } from './memory-application.ts';

let server: Served;
let client: Client;
beforeAll(async () => {
  server = await serve({ publicUrl: 'https://news.example' });
  client = await connect(server);
});
afterAll(async () => {
  await client.close();
  await server.close();
});

async function connect({ url }: Served, headers: Record<string, string> = {}): Promise<Client> {
  const connected = new Client({ name: 'test', version: '1.0.0' });
  await connected.connect(
    new StreamableHTTPClientTransport(new URL(`${url}/mcp`), { requestInit: { headers } }),
  );
  return connected;
}

describe('the Model Context Protocol over HTTP', () => {
  it('offers tools that only read, with the form of what they give', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name).sort()).toEqual([
      'ask',
      'fetch',
      'search',
      'summarize',
      'timeline',
    ]);
    for (const { annotations, outputSchema, description } of tools) {
      expect(annotations).toMatchObject({ readOnlyHint: true, openWorldHint: false });
      expect(outputSchema?.['type']).toBe('object');
      expect(description).toMatch(/\p{Script=Han}/u);
    }
  });

  it.each(['国防部长会议', 'Shanghai'])('finds %s and fetches it', async (query) => {
    const found = await client.callTool({ name: 'search', arguments: { query, limit: 3 } });
    const { results } = found.structuredContent as {
      results: { id: string; text: string; url: string }[];
    };
    const [first] = results;
    expect(first?.url).toContain(`https://news.example/#/?article=${first?.id}`);
    const fetched = await client.callTool({ name: 'fetch', arguments: { id: first?.id ?? '' } });
    const article = ARTICLES.find(({ id }) => id === first?.id);
    expect(fetched.structuredContent).toMatchObject({ text: article?.body, title: article?.title });
    expect(article?.body).toContain(first?.text);
  });

  it.each(['国防部长会议在哪里举行?', 'Where did the Ministers meet?'])(
    'answers %s with exact quotes and a link to each article',
    async (question) => {
      const { content, structuredContent } = await client.callTool({
        name: 'ask',
        arguments: { question },
      });
      const { answer, citations } = structuredContent as {
        answer: string;
        citations: { articleId: string; start: number; end: number; quote: string; url: string }[];
      };
      expect(answer).toContain('[1]');
      expect(citations.length).toBeGreaterThan(0);
      for (const { articleId, start, end, quote, url } of citations) {
        const article = ARTICLES.find(({ id }) => id === articleId);
        expect(article?.body.slice(start, end)).toBe(quote);
        expect(JSON.stringify(content)).toContain(url);
      }
      expect(content.filter(({ type }) => type === 'resource_link').length).toBeGreaterThan(0);
    },
  );

  it('says that it found nothing, summarizes, and tells of days', async () => {
    const nothing = await client.callTool({ name: 'ask', arguments: { question: 'zzqx?' } });
    expect(nothing.structuredContent).toMatchObject({ abstained: true, outcome: 'not-found' });
    const summary = await client.callTool({
      name: 'summarize',
      arguments: { topic: '国防部长', language: 'zh' },
    });
    expect(summary.structuredContent).toMatchObject({ abstained: false });
    const timeline = await client.callTool({ name: 'timeline', arguments: { topic: '上海' } });
    expect(timeline.structuredContent).toEqual({ total: 0, entries: [] });
  });

  it('tells an assistant what it did wrong', async () => {
    const unknown = await client.callTool({ name: 'fetch', arguments: { id: 'none' } });
    expect(unknown.isError).toBe(true);
    expect(JSON.stringify(unknown.content)).toContain('No such article');
    const inverted = await client.callTool({
      name: 'search',
      arguments: { query: '会议', from: '2025-02-01', to: '2025-01-01' },
    });
    expect(inverted.isError).toBe(true);
    expect(JSON.stringify(inverted.content)).toContain('ends before it starts');
  });

  it('lists articles as resources, a page at a time, and reads each', async () => {
    const [model] = ARTICLES;
    if (model === undefined) throw new Error('There are no seeds.');
    const many = Array.from({ length: 120 }, (_, at) => ({ ...model, id: `many/${at}` }));
    const application = createMemoryApplication({
      listArticles: ({ page, pageSize }) => ({
        articles: many.slice((page - 1) * pageSize, page * pageSize),
        total: many.length,
        page,
        pageSize,
      }),
      getArticle: (id) => many.find((article) => article.id === id) ?? model,
    });
    const other = await serve({ application });
    const reader = await connect(other);
    const uris: string[] = [];
    const first = await reader.request({ method: 'resources/list', params: {} });
    expect(first.resources.length).toBe(50);
    expect(first.nextCursor).toBe('2');
    let cursor: string | undefined;
    for (let page = 0; page < 5; page += 1) {
      const listed = await reader.request({
        method: 'resources/list',
        params: cursor === undefined ? {} : { cursor },
      });
      uris.push(...listed.resources.map(({ uri }) => uri));
      cursor = listed.nextCursor;
      if (cursor === undefined) break;
    }
    expect(new Set(uris).size).toBe(120);
    const read = await reader.readResource({ uri: uris[7] ?? '' });
    expect(JSON.stringify(read.contents)).toContain(model.title);
    await expect(
      reader.request({ method: 'resources/list', params: { cursor: 'x' } }),
    ).rejects.toThrow('cursor');
    await reader.close();
    await other.close();
  });

  it('has prompts in both languages', async () => {
    const { prompts } = await client.listPrompts();
    const names = prompts.map(({ name }) => name).join(' ');
    expect(names).toMatch(/answer-from-the-news/);
    expect(names).toMatch(/据新闻回答/);
    for (const { name } of prompts) {
      const { messages } = await client.getPrompt({ name, arguments: { about: '上海 summit' } });
      expect(JSON.stringify(messages)).toContain('上海 summit');
    }
  });

  it('stops an answer when its client has left, and takes no more than it may', async () => {
    let stopped = false;
    let begin = () => {};
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const memory = createMemoryApplication();
    const application = createMemoryApplication({
      async *answer(asked) {
        for await (const event of memory.answer(asked)) {
          yield event;
          if (event.type !== 'meta') continue;
          begin();
          await new Promise<void>((resolve) => {
            asked.signal?.addEventListener('abort', () => resolve(), { once: true });
          });
          stopped = true;
        }
      },
    });
    const other = await serve({ application, limits: { openAnswers: 1 } });
    const [first, second] = [await connect(other), await connect(other)];
    const call = { name: 'ask', arguments: { question: '会议?' } };
    const left = first.callTool(call).catch(() => 'left');
    await begun;
    const refused = await second.callTool(call);
    expect(refused.isError).toBe(true);
    expect(JSON.stringify(refused.content)).toContain('as many questions as it may');
    // A server without sessions hears of it by the connection.
    await first.close();
    expect(await left).toBe('left');
    await expect.poll(() => stopped, { timeout: 10_000 }).toBe(true);
    await second.close();
    await other.close();
  });

  it('asks for the key, and answers no page elsewhere', async () => {
    const key = 'a-key-of-24-characters-x';
    const closed = await serve({ apiKeys: [key] });
    await expect(connect(closed)).rejects.toThrow();
    const known = await connect(closed, { authorization: `Bearer ${key}` });
    expect((await known.listTools()).tools.length).toBe(5);
    await known.close();
    await closed.close();
    const ping = { jsonrpc: '2.0', id: 1, method: 'ping' };
    const foreign = await server.post('/mcp', ping, {
      headers: { 'content-type': 'application/json', origin: 'https://evil.example' },
    });
    expect(foreign.status).toBe(403);
    expect(await foreign.json()).toMatchObject({ code: 'origin-not-allowed' });
  });
});
