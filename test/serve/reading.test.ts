import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/core/answer.ts';
import type { Article } from '../../src/core/article.ts';
import { YinzhengError } from '../../src/core/errors.ts';
import type { ArticlePageView, ArticleView, SearchView } from '../../src/core/http-views.ts';
import { rawGet, readEvents, type Served, serve } from './http-fixture.ts';
import { ARTICLE_DATE, ARTICLES, createMemoryApplication } from './memory-application.ts';

let server: Served;
beforeAll(async () => {
  server = await serve();
});
afterAll(() => server.close());

async function getJson<T>(path: string): Promise<T> {
  const response = await server.get(path);
  expect(response.status).toBe(200);
  return (await response.json()) as T;
}

describe('GET /api/articles', () => {
  it('lists the newest first, page by page, each article once', async () => {
    const pages = await Promise.all(
      [1, 2, 3, 4].map((page) => getJson<ArticlePageView>(`/api/articles?page=${page}&pageSize=3`)),
    );
    const listed = pages.flatMap(({ articles }) => articles);
    expect(pages.map(({ total }) => total)).toEqual([10, 10, 10, 10]);
    expect(listed.map(({ id }) => id).sort()).toEqual(ARTICLES.map(({ id }) => id).sort());
    const dates = listed.map(({ publishedAt }) => publishedAt ?? '');
    expect(dates).toEqual([...dates].sort().reverse());
  });

  it('sends the beginning of the body for the body', async () => {
    const { articles } = await getJson<ArticlePageView>('/api/articles');
    for (const article of articles) {
      const body = ARTICLES.find(({ id }) => id === article.id)?.body ?? '';
      expect(article.excerpt).toBe(body.slice(0, 200));
      expect(article).not.toHaveProperty('body');
    }
  });

  it('filters, and an empty match is empty', async () => {
    const june = '/api/articles?from=2025-06-26&to=2025-06-26';
    const { articles } = await getJson<ArticlePageView>(june);
    expect(articles.length).toBeGreaterThan(0);
    expect(articles.every(({ publishedAt }) => publishedAt?.startsWith('2025-06-26'))).toBe(true);
    const none = await getJson<ArticlePageView>('/api/articles?source=%E8%B7%AF%E9%80%8F');
    expect(none).toMatchObject({ articles: [], total: 0 });
  });
});

describe('GET /api/articles/:id', () => {
  it('sends the article whole, as it was ingested', async () => {
    expect(await getJson<ArticleView>('/api/articles/seed-0')).toEqual({
      ...ARTICLES[0],
      dates: [ARTICLE_DATE],
    });
  });

  it('needs no body where the reader has it already', async () => {
    const first = await server.get('/api/articles/seed-0');
    await first.text();
    const etag = first.headers.get('etag') ?? '';
    const again = await rawGet(server, '/api/articles/seed-0', { 'if-none-match': etag });
    expect(again.status).toBe(304);
  });
});

describe('GET /api/search', () => {
  const query = encodeURIComponent('国防部长');

  it('sends passages whose text stands at their place', async () => {
    const { results, language } = await getJson<SearchView>(`/api/search?q=${query}`);
    expect(language).toBe('zh');
    expect(results.length).toBeGreaterThan(0);
    for (const { passage } of results) {
      const article = await getJson<Article>(`/api/articles/${passage.articleId}`);
      expect(article.body.slice(passage.start, passage.end)).toBe(passage.text);
    }
  });

  it('explains only when asked', async () => {
    const plain = await getJson<SearchView>(`/api/search?q=${query}`);
    expect(plain.results[0]).not.toHaveProperty('explanation');
    expect(plain.results[0]).not.toHaveProperty('trace');
    const explained = await getJson<SearchView>(`/api/search?q=${query}&explain=1`);
    expect(explained.results[0]?.explanation).toEqual(['含有“国防部长”']);
    expect(explained.results[0]?.trace?.matched).toHaveLength(1);
  });

  it('keeps to the limit and the filters', async () => {
    const { results } = await getJson<SearchView>(`/api/search?q=${query}&limit=2&language=zh`);
    expect(results).toHaveLength(2);
    expect(results.every(({ passage }) => passage.language === 'zh')).toBe(true);
  });
});

describe('events, timeline and summaries', () => {
  it('lists events and shows one with its articles', async () => {
    expect(await getJson('/api/events?sort=oldest')).toMatchObject({ total: 1 });
    expect(await getJson('/api/events/event-1')).toMatchObject({
      id: 'event-1',
      articles: [{ id: 'seed-4' }, { id: 'seed-5' }],
    });
    expect(await getJson('/api/events/event-1/changes?since=2025-06-26')).toMatchObject({
      since: '2025-06-26',
    });
    expect(await getJson('/api/events/event-1/presses?left=zh&right=en')).toMatchObject({
      left: { press: 'zh' },
    });
    expect(await getJson('/api/timeline?event=event-1&datedFrom=2025-06-01')).toMatchObject({
      page: 1,
    });
  });

  it('summarises in one JSON or as a stream, in the form of an answer', async () => {
    const body = { topic: '国防部长会议', language: 'zh' };
    const whole = (await (await server.post('/api/summaries', body)).json()) as Answer;
    expect(whole.citations).toHaveLength(1);
    const stream = await server.post('/api/summaries', { ...body, stream: true });
    expect((await readEvents(stream)).at(-1)?.data).toMatchObject({ answer: { id: whole.id } });
  });
});

describe('GET /api/lexicon', () => {
  it('gives the senses of a word, and none for an unknown one', async () => {
    expect(await getJson('/api/lexicon?word=%E4%B8%8A%E6%B5%B7')).toMatchObject([
      { pinyin: 'Shang4 hai3' },
    ]);
    expect(await getJson('/api/lexicon?word=Qingdao')).toEqual([]);
  });
});

describe('GET /api/health and /api/ready', () => {
  it('say what is served', async () => {
    expect(await getJson('/api/health')).toMatchObject({
      status: 'ok',
      composer: 'extractive',
      covers: { from: '2025-06-17', to: '2025-07-07' },
    });
    expect(await getJson('/api/ready')).toEqual({ status: 'ready' });
  });

  it('stay apart: a server without an index lives and is not ready', async () => {
    const application = createMemoryApplication({
      ready: () => Promise.reject(new YinzhengError('index-missing', 'None was built.')),
    });
    const bare = await serve({ application });
    expect((await bare.get('/api/health')).status).toBe(200);
    const ready = await bare.get('/api/ready');
    expect(ready.status).toBe(503);
    expect(ready.headers.get('retry-after')).not.toBeNull();
    expect(await ready.json()).toMatchObject({
      code: 'index-missing',
      action: 'Run: npm run index',
    });
    await bare.close();
  });
});

describe('HEAD', () => {
  it('answers as GET does, without a body', async () => {
    const response = await server.get('/api/articles', { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
  });
});
