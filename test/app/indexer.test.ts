import { describe, expect, it } from 'vitest';
import { createIndexer } from '../../src/app/indexer.ts';
import type { IndexedPath } from '../../src/core/indexed-paths.ts';
import type {
  ChunkedArticles,
  IndexingProgress,
  IndexReport,
  IndexState,
} from '../../src/core/indexer.ts';
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

/** What the stages were asked to do. */
interface Asked {
  readonly indexed: ChunkedArticles[];
  readonly read: string[];
}

interface Surroundings {
  readonly indexed?: readonly IndexedPath[] | 'unknown' | null;
  readonly setting?: string | null;
  readonly missing?: string;
  readonly state?: IndexState;
}

const at = (given: string): IndexedPath => ({ given, absolute: `/news/${given}` });

function indexerOver(count: number, io: Surroundings = {}) {
  const { indexed = null, setting = null, missing, state = 'outdated' } = io;
  const asked: Asked = { indexed: [], read: [] };
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
  const indexer = createIndexer({
    resolvePath: at,
    origins: async () => ({
      configured: at(setting ?? 'seeds'),
      isConfigured: setting !== null,
      indexed,
    }),
    exists: ({ given }) => given !== missing,
    lookAtInput: async () => ({ seenAt: 0, files: [], unreachable: [] }),
    recordInput: async (input) => ({ ...input, hashes: [] }),
    recognize: async () => state,
    ingest: async (paths, _, onProgress) => {
      asked.read.push(paths.map(({ given }) => given).join(' '));
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
      asked.indexed.push(input);
      return report;
    },
  });
  return { indexer, asked };
}

describe('which articles an indexer reads', () => {
  it.each([
    ['the seeds, where there is no index and nobody says', {}, [], {}, 'seeds'],
    ['the setting, where there is no index', { setting: 'set' }, [], {}, 'set'],
    ['what it is given, where there is no index', { setting: 'set' }, ['a', 'b'], {}, 'a b'],
    ['those of the index, where nobody says', { indexed: [at('mine')] }, [], {}, 'mine'],
    ['those of the index again', { indexed: [at('a'), at('b')] }, ['b', 'a'], {}, 'a b'],
    ['others, to replace it', { indexed: [at('mine')] }, ['b'], { replace: true }, 'b'],
    ['the seeds, to replace it', { indexed: [at('mine')] }, [], { replace: true }, 'seeds'],
    ['others too, to add to it', { indexed: [at('mine')] }, ['b'], { add: true }, 'mine b'],
    ['others, over one that does not say', { indexed: 'unknown' }, ['b'], { replace: true }, 'b'],
  ] as const)('%s', async (_, io, given, options, expected) => {
    const { indexer, asked } = indexerOver(1, io);
    await indexer.run(given, options);
    expect(asked.read).toEqual([expected]);
  });

  it.each([
    ['another folder', { indexed: [at('mine')] }, ['b'], /\/news\/mine.*\/news\/b/],
    ['a folder more', { indexed: [at('mine')] }, ['mine', 'b'], /\/news\/mine/],
    ['another setting', { indexed: [at('mine')], setting: 'b' }, [], /ARTICLES_PATH is \/news\/b/],
    ['one that does not say', { indexed: 'unknown' }, [], /\/news\/seeds/],
  ] as const)('refuses %s than that of the index', async (_, io, given, message) => {
    const { indexer, asked } = indexerOver(1, io);
    const error = { code: 'index-other-articles', message: expect.stringMatching(message) };
    await expect(indexer.run(given)).rejects.toMatchObject(error);
    expect(asked).toEqual({ read: [], indexed: [] });
    if (given.length === 0) await expect(indexer.state()).rejects.toMatchObject(error);
  });

  it('does not take a folder that is gone for one whose articles were deleted', async () => {
    const { indexer, asked } = indexerOver(1, { indexed: [at('mine'), at('b')], missing: 'b' });
    const error = { code: 'articles-missing', message: expect.stringContaining('/news/b') };
    await expect(indexer.run([])).rejects.toMatchObject(error);
    await expect(indexer.state()).rejects.toMatchObject(error);
    expect(asked.read).toEqual([]);
  });
});

describe('createIndexer', () => {
  it('reads, cuts every article in order, and indexes it all, saying how far it is', async () => {
    const progress: IndexingProgress[] = [];
    const { indexer, asked } = indexerOver(250);
    const result = await indexer.run([], { onProgress: (step) => progress.push(step) });
    expect(result.report).toBe(report);
    const [input] = asked.indexed;
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
  });

  it('indexes nothing where nothing is usable, and gives what was read', async () => {
    const { indexer, asked } = indexerOver(0);
    const result = await indexer.run([]);
    expect(result.report).toBeNull();
    expect(result.ingest.filesRead).toBe(1);
    expect(asked.indexed).toEqual([]);
  });

  it('leaves an article out that cannot be cut, and says what else was not understood', async () => {
    const { articles } = collectionOf([
      { title: '甲', body: '甲的会议。' },
      { title: '乙', body: '乙的会议。' },
    ]);
    const [first, second] = articles;
    const indexed: ChunkedArticles[] = [];
    const indexer = createIndexer({
      resolvePath: at,
      origins: async () => ({ configured: at('seeds'), isConfigured: false, indexed: null }),
      exists: () => true,
      lookAtInput: async () => ({ seenAt: 0, files: [], unreachable: [] }),
      recordInput: async () => undefined,
      recognize: async () => 'outdated',
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
    const { indexer, asked } = indexerOver(250);
    const stopped = new AbortController();
    const running = indexer.run([], {
      signal: stopped.signal,
      onProgress: ({ done }) => done === 100 && stopped.abort(new Error('enough')),
    });
    await expect(running).rejects.toThrow('enough');
    expect(asked.indexed).toEqual([]);
  });
});
