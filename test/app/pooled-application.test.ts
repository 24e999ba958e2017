import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { composeApplication } from '../../src/app/compose.ts';
import { composeIndexer } from '../../src/app/compose-indexer.ts';
import { composeServedApplication } from '../../src/app/compose-server.ts';
import { type Config, readConfig } from '../../src/app/config.ts';
import type { Answer } from '../../src/core/answer.ts';
import type { AnswerEvent } from '../../src/core/answer-event.ts';
import type { Application } from '../../src/core/application.ts';
import { status } from '../model-server/chat-behaviours.ts';
import { startModelServer } from '../model-server/model-server.ts';

/** The same application, in this thread and over worker threads, on the seeds. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const data = mkdtempSync(path.join(tmpdir(), 'yinzheng-pool-'));
const root = path.resolve(import.meta.dirname, '../..');
let config: Config;
let here: Application;
let pooled: Application;
const reports: string[] = [];

beforeAll(async () => {
  config = readConfig({ DATA_PATH: data, ANSWER_WORKERS: '2' }, root);
  await composeIndexer(config).run([]);
  here = await composeApplication(config);
  pooled = await composeServedApplication(config, {
    reportFailure: (_error, what) => reports.push(what),
  });
});
afterAll(async () => {
  await here.close();
  await pooled.close();
  rmSync(data, { recursive: true, force: true });
});

async function answerOf(events: AsyncIterable<AnswerEvent>): Promise<Partial<Answer>> {
  for await (const event of events) {
    if (event.type === 'done') return { ...event.answer, id: '', timings: {} };
  }
  throw new Error('The answer ended without its closing event.');
}

const today = '2025-07-08';

describe('worker threads answer as this thread does', () => {
  it.each([
    ['国防部长会议在哪里举行？'],
    ['Who chaired the friendship cities forum that opened in Shenyang?'],
    ['谁发明了电话？'],
    ['总结一下青岛防长会'],
    ['国防部长会议在哪里举行？', '**青岛** [1]', '谁主持的？'],
  ])('to %s', async (...turns) => {
    const messages = turns.map((content, number) => ({
      role: number % 2 === 0 ? ('user' as const) : ('assistant' as const),
      content,
    }));
    const request = { messages, filters: {}, today };
    expect(await answerOf(pooled.answer(request))).toEqual(await answerOf(here.answer(request)));
  });

  it('to everything else', async () => {
    const [event] = here.listEvents({
      filters: {},
      sort: 'most-reported',
      page: 1,
      pageSize: 5,
    }).events;
    const id = event?.id ?? '';
    const article = event?.articleIds[0] ?? '';
    const both = async (ask: (application: Application) => unknown) =>
      expect(await ask(pooled)).toEqual(await ask(here));
    await both((one) => answerOf(one.summarize({ eventId: id, language: 'en', length: 'full' })));
    await both((one) =>
      answerOf(one.summarize({ from: '2025-06-01', language: 'zh', length: 'full' })),
    );
    await both((one) => one.timeline({ filters: {}, language: 'zh', page: 2, pageSize: 7 }));
    await both(async (one) => {
      const found = await one.search({ query: '上海精神', filters: {}, limit: 10, today });
      return { ...found, timings: {} };
    });
    await both((one) => one.articleDates(article));
    await both((one) => one.eventChanges(id, null, 'zh'));
    await both((one) => one.lookUpWord('上海'));
    await both((one) => one.embed(['上海精神', 'the Shanghai Spirit']));
    await both((one) => one.getArticle(article));
    await both((one) => one.listArticles({ filters: { language: 'en' }, page: 1, pageSize: 3 }));
    await both((one) =>
      one.listEvents({ filters: {}, query: '青岛', sort: 'oldest', page: 1, pageSize: 3 }),
    );
    await both((one) => one.health());
    await both((one) => one.ready());
  });

  it('with the same errors', async () => {
    for (const one of [here, pooled]) {
      expect(() => one.answer({ messages: [{ role: 'user', content: ' ' }], filters: {} })).toThrow(
        expect.objectContaining({ code: 'empty-question' }),
      );
      const timeline = {
        filters: {},
        eventId: 'none',
        language: 'en',
        page: 1,
        pageSize: 1,
      } as const;
      await expect(one.timeline(timeline)).rejects.toMatchObject({ code: 'event-not-found' });
      await expect(one.comparePresses('none', 'zh', 'en', 'en')).rejects.toMatchObject({
        code: 'event-not-found',
        status: 404,
      });
      await expect(one.articleDates('none')).rejects.toMatchObject({ code: 'article-not-found' });
    }
  });

  it('and embed no further once nobody waits', async () => {
    const texts = Array.from({ length: 256 }, (_, number) => `第${number}次国防部长会议`);
    for (const one of [here, pooled]) {
      const leaving = new AbortController();
      setImmediate(() => leaving.abort(new Error('left')));
      await expect(one.embed(texts, leaving.signal)).rejects.toThrow('left');
    }
    expect(await pooled.embed(texts.slice(0, 20))).toEqual(await here.embed(texts.slice(0, 20)));
  });

  it('and report it where a model fails, which its reader is told in words', async () => {
    const server = await startModelServer();
    server.otherwise(() => status(401));
    const failures: string[] = [];
    const models = {
      ANSWER_WORKERS: '1',
      OPENAI_BASE_URL: server.url,
      OPENAI_API_KEY: 'sk-hush-hush',
      CHAT_MODEL: 'writer',
      MODEL_RETRIES: '0',
    };
    const failing = await composeServedApplication(
      readConfig({ DATA_PATH: data, ...models }, root),
      {
        reportFailure: (error, what) =>
          failures.push(`${what}: ${String(error)} ${(error as Error).cause}`),
      },
    );
    const messages = [{ role: 'user', content: '国防部长会议在哪里举行？' }] as const;
    const { composer, notices } = await answerOf(failing.answer({ messages, filters: {}, today }));
    expect(composer).toBe('extractive');
    expect(notices?.map(({ code }) => code)).toEqual(['model-unavailable']);
    expect(failures).toEqual([expect.stringMatching(/^the model failed: .*401/)]);
    expect(failures.join()).not.toContain('hush');
    await failing.close();
    await server.close();
  });

  it('and go on while a new index is taken up', async () => {
    const before = pooled.health().index?.generation;
    await composeIndexer(config).run([], { force: true });
    const request = {
      messages: [{ role: 'user', content: '董军会见了谁？' }],
      filters: {},
      today,
    } as const;
    const expected = await answerOf(here.answer(request));
    while (pooled.health().index?.generation === before) {
      expect(await answerOf(pooled.answer(request))).toEqual(expected);
    }
    expect(await answerOf(pooled.answer(request))).toEqual(expected);
    expect(reports).toEqual([]);
  });

  it('over what an update made while the index of before was read', async () => {
    const updated = composeIndexer(config).run([], { force: true });
    const served = await composeServedApplication(config, {
      reportFailure: (_error, what) => reports.push(what),
      update: updated,
    });
    const { report } = await updated;
    expect(served.health().index?.generation).toBe(report?.generation);
    expect(reports).toEqual([]);
    await served.close();
  });
});
