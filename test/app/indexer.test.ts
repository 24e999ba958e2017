import { describe, expect, it } from 'vitest';
import { createIndexer } from '../../src/app/indexer.ts';
import type { ChunkedArticles, IndexingProgress, IndexReport } from '../../src/core/indexer.ts';
import type { IngestResult } from '../../src/core/ingest-result.ts';
import { collectionOf } from '../index/sample-collection.ts';

const report: IndexReport = {
  status: 'indexed',
  generation: 'g',
  articles: 250,
  chunks: 500,
  vectors: { reused: 0, resumed: 0, computed: 500 },
  bytes: 1,
  previousProblem: null,
  duration: 1,
  timings: {},
};

function indexerOver(count: number, indexed: ChunkedArticles[], read: (readonly string[])[] = []) {
  const texts = Array.from({ length: count }, (_, number) => ({
    title: `第${number}条`,
    body: `第一句,${number}。第二句。`,
  }));
  const { articles } = collectionOf(texts);
  const ingest: IngestResult = {
    articles,
    skipped: [],
    nearDuplicates: [],
    filesRead: 1,
    warnings: [],
  };
  return createIndexer({
    defaultPaths: ['seeds'],
    ingest: async (paths, onProgress) => {
      read.push(paths);
      onProgress(1, 1);
      return ingest;
    },
    chunk: ({ id, body }) => {
      const cut = body.indexOf('。') + 1;
      return [
        { id: `${id}-1`, articleId: id, start: 0, end: cut, text: body.slice(0, cut) },
        { id: `${id}-2`, articleId: id, start: cut, end: body.length, text: body.slice(cut) },
      ];
    },
    index: async (input) => {
      indexed.push(input);
      return report;
    },
  });
}

describe('createIndexer', () => {
  it('reads, cuts every article in order, and indexes it all, saying how far it is', async () => {
    const indexed: ChunkedArticles[] = [];
    const read: (readonly string[])[] = [];
    const progress: IndexingProgress[] = [];
    const indexer = indexerOver(250, indexed, read);
    const result = await indexer.run([], { onProgress: (step) => progress.push(step) });
    expect(result.report).toBe(report);
    expect(read).toEqual([['seeds']]);
    const [input] = indexed;
    expect(input?.chunks).toHaveLength(500);
    expect(input?.chunks.map(({ articleId }) => articleId)).toEqual(
      input?.articles.flatMap(({ id }) => [id, id]),
    );
    expect(progress).toEqual([
      { stage: 'read', done: 1, total: 1 },
      { stage: 'chunk', done: 100, total: 250 },
      { stage: 'chunk', done: 200, total: 250 },
      { stage: 'chunk', done: 250, total: 250 },
    ]);
    await indexer.run(['news', 'more']);
    expect(read[1]).toEqual(['news', 'more']);
  });

  it('indexes nothing where nothing is usable, and gives what was read', async () => {
    const indexed: ChunkedArticles[] = [];
    const result = await indexerOver(0, indexed).run([]);
    expect(result.report).toBeNull();
    expect(result.ingest.filesRead).toBe(1);
    expect(indexed).toEqual([]);
  });

  it('leaves an article out that cannot be cut, and says what else was not understood', async () => {
    const { articles } = collectionOf([
      { title: '甲', body: '甲的会议。' },
      { title: '乙', body: '乙的会议。' },
    ]);
    const [first, second] = articles;
    const indexed: ChunkedArticles[] = [];
    const indexer = createIndexer({
      defaultPaths: [],
      ingest: async () => ({
        articles,
        skipped: [],
        nearDuplicates: [],
        filesRead: 1,
        warnings: [],
      }),
      chunk: ({ id, body }) => {
        if (id === first?.id) throw new RangeError('too much');
        return [{ id: 'c', articleId: id, start: 0, end: body.length, text: body }];
      },
      index: async (input, { onUnread }) => {
        indexed.push(input);
        for (const chunk of input.chunks) onUnread?.(chunk, 'no words');
        return report;
      },
    });
    const { ingest } = await indexer.run(['news']);
    expect(indexed[0]?.articles).toEqual([second]);
    expect(ingest.articles).toEqual([second]);
    expect(ingest.skipped).toMatchObject([
      {
        ...first?.origin,
        title: '甲',
        code: 'malformed',
        reason: expect.stringContaining('too much'),
      },
      {
        ...second?.origin,
        title: '乙',
        code: 'malformed',
        reason: expect.stringContaining('no words'),
      },
    ]);
  });

  it('stops when it is interrupted', async () => {
    const indexed: ChunkedArticles[] = [];
    const stopped = new AbortController();
    const running = indexerOver(250, indexed).run([], {
      signal: stopped.signal,
      onProgress: ({ done }) => done === 100 && stopped.abort(new Error('enough')),
    });
    await expect(running).rejects.toThrow('enough');
    expect(indexed).toEqual([]);
  });
});
