import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { articlesInOrder } from '../../../src/index/articles-in-order.ts';
import { indexArticles } from '../../../src/index/index-articles.ts';
import { orderByLanguage } from '../../../src/index/ordered-chunk.ts';
import { readArticles } from '../../../src/index/reading/read-articles.ts';
import type { ReadingModule } from '../../../src/index/threads/reading-thread.ts';
import { makeTools, type SampleSettings } from '../sample-analyzer-module.ts';
import { collectionOf, SampleEmbedder } from '../sample-collection.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const url = new URL('../sample-analyzer-module.ts', import.meta.url).href;
const moduleOf = (settings: Partial<SampleSettings>): ReadingModule => ({
  url,
  exportName: 'makeTools',
  argument: { failing: null, ...settings } satisfies SampleSettings,
});

/** Large enough for threads, in five batches of which some take longer. */
const collection = collectionOf(
  Array.from({ length: 1_000 }, (_, number) => ({
    title: `Report ${number}`,
    body:
      number % 3 === 0
        ? `Report ${number} by the secretariat. `.repeat(24)
        : `第${number}号报告:上海合作组织秘书处 ${number * 7919}。`.repeat(24),
  })),
);

/** Everything that is written and handed over. */
async function read(module: ReadingModule | undefined, threads: number) {
  const directory = path.join(temporaryDirectory(), 'generation');
  mkdirSync(directory);
  const signal = new AbortController().signal;
  const chunks = orderByLanguage(collection.articles, collection.chunks);
  const numbers: number[] = [];
  const vectors: number[] = [];
  const reading = await readArticles({
    articles: articlesInOrder(collection.articles, chunks),
    chunkCount: chunks.length,
    directory,
    tools: await makeTools({ failing: null }),
    module,
    threads,
    wantsVector: (chunk) => chunk % 5 !== 0,
    takeVectors: async (embedded, values) => {
      numbers.push(...embedded);
      vectors.push(...values);
    },
    onProgress: () => {},
    onUnread: () => expect.unreachable(),
    signal,
  });
  const records = await reading.write(directory, signal);
  await reading.close();
  expect(readdirSync(directory).sort()).toEqual(Object.keys(records).sort());
  return { records, numbers, vectors };
}

describe('reading articles', () => {
  it('writes the same bytes with any number of threads, whichever is the slower', async () => {
    const here = await read(undefined, 1);
    expect(Object.keys(here.records)).toHaveLength(6);
    expect(here.numbers).toEqual(
      collection.chunks.flatMap((_, number) => (number % 5 === 0 ? [] : [number])),
    );
    expect(await read(moduleOf({}), 1)).toEqual(here);
    expect(await read(moduleOf({ delay: 0.2 }), 3)).toEqual(here);
  }, 60_000);

  it('keeps an article that the analysis breaks on without its words, and says which', async () => {
    const failing = collection.articles[700];
    const unread: [string, string][] = [];
    const settings = { failing: failing?.body ?? null };
    const report = await indexArticles({
      ...(await request()),
      analyzer: (await makeTools(settings)).analyzer,
      readingModule: moduleOf(settings),
      onUnread: ({ articleId }, reason) => unread.push([articleId, reason]),
    });
    expect(report).toMatchObject({ status: 'indexed', chunks: collection.chunks.length });
    const chunks = collection.chunks.filter(({ articleId }) => articleId === failing?.id);
    expect(unread).toEqual(
      chunks.map(({ articleId }) => [articleId, expect.stringContaining('Cannot analyse')]),
    );
  }, 60_000);

  it('fails as a whole, and leaves nothing, when a thread fails', async () => {
    const module = moduleOf({});
    for (const [broken, message] of [
      [{ ...module, exportName: 'nothing' }, 'nothing'],
      [{ ...module, url: 'file:///nowhere.ts' }, 'nowhere'],
    ] as const) {
      const failing = { ...(await request()), readingModule: broken };
      await expect(indexArticles(failing)).rejects.toThrow(message);
      expect(readdirSync(path.join(failing.directory, 'generations'))).toEqual([]);
    }
  }, 60_000);

  it('tells what the system said, also from a thread', async () => {
    const full = {
      ...(await request()),
      readingModule: { ...moduleOf({}), exportName: 'makeToolsOfFullDisk' },
    };
    await expect(indexArticles(full)).rejects.toMatchObject({
      code: 'index-write-failed',
      message: `The disk that holds ${full.directory} is full. (ENOSPC in write)`,
    });
  }, 60_000);
});

async function request() {
  const { analyzer } = await makeTools({ failing: null });
  return {
    ...collection,
    chunkSettings: { size: 120, overlap: 0 },
    embedder: new SampleEmbedder(),
    analyzer,
    readingThreads: 2,
    directory: temporaryDirectory(),
  };
}
