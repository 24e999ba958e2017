import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { SearchIndex } from '../../src/core/search-index.ts';
import { indexArticles } from '../../src/index/index-articles.ts';
import { openSnapshot } from '../../src/index/open-snapshot.ts';
import { type GenerationWatch, watchGeneration } from '../../src/index/watch-generation.ts';
import { collectionOf, SampleEmbedder, sampleAnalyzer } from './sample-collection.ts';
import { temporaryDirectory } from './temporary-directory.ts';

const expectation = { embedderFingerprint: 'sample-1', analyzerFingerprint: 'characters-1' };

async function index(directory: string, body: string): Promise<void> {
  await indexArticles({
    ...collectionOf([{ title: '消息', body }]),
    chunkSettings: { size: 120, overlap: 0 },
    embedder: new SampleEmbedder(),
    analyzer: sampleAnalyzer,
    directory,
  });
}

describe('watchGeneration', () => {
  let watch: GenerationWatch | undefined;
  afterEach(() => watch?.close());

  /** Watches a folder; `next` waits for what is told next. */
  function start(directory: string, generation: string | null) {
    const told: (SearchIndex | unknown)[] = [];
    let wake = () => {};
    const tell = (value: unknown) => {
      told.push(value);
      wake();
    };
    watch = watchGeneration({
      directory,
      generation,
      open: () => openSnapshot(directory, expectation),
      generationOf: ({ description }) => description.generation,
      onOpened: tell,
      onFailed: tell,
      interval: 5,
    });
    return {
      told,
      async next(): Promise<unknown> {
        while (told.length === 0) await new Promise<void>((resolve) => (wake = resolve));
        return told.shift();
      },
    };
  }

  it('takes up the first generation and each new one, and the old index still answers', async () => {
    const directory = temporaryDirectory();
    const { next, told } = start(directory, null);
    await index(directory, '峰会在天津举行。');
    const first = (await next()) as SearchIndex;
    await index(directory, '防长会议在青岛举行。');
    const second = (await next()) as SearchIndex;
    expect(second.description.generation > first.description.generation).toBe(true);
    expect(second.articles[0]?.body).toBe('防长会议在青岛举行。');
    const terms = [{ term: '天津', weight: 1 }];
    expect(first.keywordQuery('words', terms).search({ limit: 1 })).toHaveLength(1);
    expect(second.keywordQuery('words', terms).search({ limit: 1 })).toHaveLength(0);
    expect(told).toEqual([]);
  });

  it('tells once of a generation that cannot be opened, and goes on to the next', async () => {
    const directory = temporaryDirectory();
    await index(directory, '峰会在天津举行。');
    const { generation } = (await openSnapshot(directory, expectation)).description;
    const current = path.join(directory, 'CURRENT');
    const { next, told } = start(directory, generation);
    writeFileSync(current, `20990101T000000000Z-00000000 ${'0'.repeat(64)}\n`);
    expect(await next()).toMatchObject({ code: 'index-damaged' });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(told).toEqual([]);
    await index(directory, '防长会议在青岛举行。');
    expect(((await next()) as SearchIndex).articles[0]?.body).toBe('防长会议在青岛举行。');
  });
});
