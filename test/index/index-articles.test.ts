import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { IndexingProgress } from '../../src/core/indexer.ts';
import { indexArticles } from '../../src/index/index-articles.ts';
import type { IndexingRequest } from '../../src/index/indexing-request.ts';
import { openSnapshot } from '../../src/index/open-snapshot.ts';
import {
  type Collection,
  collectionOf,
  SampleEmbedder,
  sampleAnalyzer,
  seedCollection,
} from './sample-collection.ts';
import { temporaryDirectory } from './temporary-directory.ts';

const expectation = { embedderFingerprint: 'sample-1', analyzerFingerprint: 'characters-1' };

function request(
  directory: string,
  collection: Collection,
): IndexingRequest & { embedder: SampleEmbedder } {
  return {
    ...collection,
    chunkSettings: { size: 120, overlap: 0 },
    embedder: new SampleEmbedder(),
    analyzer: sampleAnalyzer,
    directory,
  };
}

/** Everything a folder holds, with the time each file was last written. */
function traces(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((name) => `${name} ${statSync(path.join(directory, name)).mtimeMs}`)
    .sort();
}

/** Longer than two batches of the embedder. */
function longCollection(): Collection {
  return collectionOf(
    Array.from({ length: 700 }, (_, number) => ({
      title: `Report ${number}`,
      body: `第${number}号报告:上海合作组织秘书处发布消息 ${number * 7919}。`,
    })),
  );
}

describe('indexArticles', () => {
  it('writes nothing when nothing changed, and says so', async () => {
    const directory = temporaryDirectory();
    const collection = seedCollection();
    const first = await indexArticles(request(directory, collection));
    expect(first).toMatchObject({
      status: 'indexed',
      vectors: { reused: 0, resumed: 0, computed: collection.chunks.length },
    });
    const before = traces(directory);
    const again = request(directory, collection);
    const second = await indexArticles(again);
    expect(second).toMatchObject({ status: 'unchanged', generation: first.generation });
    expect(again.embedder.embedded).toBe(0);
    expect(traces(directory)).toEqual(before);
  });

  it('embeds only the chunks that changed', async () => {
    const directory = temporaryDirectory();
    const texts = seedCollection().articles.map(({ title, body }) => ({ title, body }));
    const first = collectionOf(texts);
    await indexArticles(request(directory, first));
    const added = { title: '新闻', body: '国防部长会议在青岛举行。' };
    const changed = collectionOf([added, ...texts.slice(1)]);
    const again = request(directory, changed);
    const report = await indexArticles(again);
    expect(report.vectors).toEqual({ reused: changed.chunks.length - 1, resumed: 0, computed: 1 });
    expect(again.embedder.embedded).toBe(1);
    const index = await openSnapshot(directory, expectation);
    expect(index.articles.map(({ title }) => title)).toEqual(
      changed.articles.map(({ title }) => title),
    );
    const vector = again.embedder.embed(`${added.title}\n${added.body}`);
    expect(index.searchVectors(vector, { limit: 1 })[0]).toMatchObject({ chunk: 0 });
  });

  it('embeds a text that stands in many chunks once, and gives it to all of them', async () => {
    const directory = temporaryDirectory();
    const texts = Array.from({ length: 5 }, () => ({ title: '公告', body: '本报讯。' }));
    const collection = collectionOf(
      texts.map((text, n) => ({ ...text, title: n < 4 ? '公告' : '其他' })),
    );
    // Same text, different articles.
    const articles = collection.articles.map((article, n) => ({ ...article, id: `a${n}` }));
    const chunks = collection.chunks.map((chunk, n) => ({
      ...chunk,
      id: `c${n}`,
      articleId: `a${n}`,
    }));
    const run = request(directory, { articles, chunks });
    expect((await indexArticles(run)).vectors).toEqual({ reused: 3, resumed: 0, computed: 2 });
    expect(run.embedder.embedded).toBe(2);
    const index = await openSnapshot(directory, expectation);
    const notice = run.embedder.embed('公告\n本报讯。');
    const scores = index.vectorScores(notice, [0, 1, 2, 3, 4]);
    for (const score of scores.slice(0, 4)) expect(score).toBeCloseTo(1, 5);
    expect(scores[4]).toBeLessThan(0.99);
  });

  it('embeds all again when forced, when the embedder is another, and only then', async () => {
    const directory = temporaryDirectory();
    const collection = seedCollection();
    await indexArticles(request(directory, collection));
    const forced = { ...request(directory, collection), force: true };
    expect((await indexArticles(forced)).vectors.computed).toBe(collection.chunks.length);
    const other = {
      ...request(directory, collection),
      embedder: new SampleEmbedder('other-2', 16),
    };
    expect((await indexArticles(other)).vectors.computed).toBe(collection.chunks.length);
    const index = await openSnapshot(directory, { ...expectation, embedderFingerprint: 'other-2' });
    expect(index.description.dimensions).toBe(16);
  });

  it('resumes an interrupted run without embedding again what was embedded', async () => {
    const directory = temporaryDirectory();
    const collection = longCollection();
    await indexArticles(request(directory, seedCollection()));
    const before = await openSnapshot(directory, expectation);

    const stopped = new AbortController();
    const interrupted: IndexingRequest = {
      ...request(directory, collection),
      signal: stopped.signal,
      onProgress: ({ stage, done }) => {
        if (stage === 'embed' && done >= 256) stopped.abort(new Error('stopped by hand'));
      },
    };
    await expect(indexArticles(interrupted)).rejects.toThrow('stopped by hand');
    const unharmed = await openSnapshot(directory, expectation);
    expect(unharmed.description).toEqual(before.description);

    // A crash may leave half a record behind.
    const journal = path.join(directory, 'vectors.journal');
    writeFileSync(journal, readFileSync(journal).subarray(0, -7), { flag: 'w' });
    const cut = await indexArticles({ ...request(directory, collection), dryRun: true });
    expect(cut.vectors).toEqual({ reused: 0, resumed: 0, computed: 700 });

    await expect(
      indexArticles({ ...interrupted, signal: AbortSignal.abort(new Error('at once')) }),
    ).rejects.toThrow('at once');
    const stoppedAgain = new AbortController();
    await expect(
      indexArticles({
        ...request(directory, collection),
        signal: stoppedAgain.signal,
        onProgress: ({ stage, done }) => {
          if (stage === 'embed' && done >= 512) stoppedAgain.abort(new Error('stopped again'));
        },
      }),
    ).rejects.toThrow('stopped again');
    const last = request(directory, collection);
    const report = await indexArticles(last);
    expect(report.vectors).toEqual({ reused: 0, resumed: 512, computed: 188 });
    expect(last.embedder.embedded).toBe(188);
    expect(existsSync(journal)).toBe(false);
    const index = await openSnapshot(directory, expectation);
    const text = `Report 3\n${collection.articles[3]?.body}`;
    expect(index.searchVectors(last.embedder.embed(text), { limit: 1 })[0]?.score).toBeCloseTo(
      1,
      5,
    );
  });

  it('says with dryRun what it would do, and touches nothing', async () => {
    const directory = temporaryDirectory();
    const collection = seedCollection();
    const dry = await indexArticles({ ...request(directory, collection), dryRun: true });
    expect(dry).toMatchObject({
      status: 'dry-run',
      generation: null,
      vectors: { computed: collection.chunks.length },
    });
    expect(readdirSync(directory)).toEqual([]);
  });

  it('replaces a damaged snapshot without being forced, and says why', async () => {
    const directory = temporaryDirectory();
    const collection = seedCollection();
    const { generation } = await indexArticles(request(directory, collection));
    const words = path.join(directory, 'generations', String(generation), 'keywords-words.bin');
    writeFileSync(words, 'nothing of use');
    const report = await indexArticles(request(directory, collection));
    expect(report.status).toBe('indexed');
    expect(report.previousProblem).toContain('keywords-words.bin');
    expect(report.vectors.reused).toBe(collection.chunks.length);
    await openSnapshot(directory, expectation);
  });

  it('keeps the generation before, for those who are opening it, and removes older ones', async () => {
    const directory = temporaryDirectory();
    const generations: unknown[] = [];
    for (const body of ['第一天的消息。', '第二天的消息。', '第三天的消息。', '第四天的消息。']) {
      const collection = collectionOf([{ title: '消息', body }]);
      generations.push((await indexArticles(request(directory, collection))).generation);
    }
    expect(readdirSync(path.join(directory, 'generations')).sort()).toEqual(generations.slice(2));
    expect(readdirSync(directory).sort()).toEqual(['CURRENT', 'generations']);
  });

  it('reports each stage from its beginning to its end', async () => {
    const seen: IndexingProgress[] = [];
    const collection = longCollection();
    await indexArticles({
      ...request(temporaryDirectory(), collection),
      onProgress: (progress) => seen.push(progress),
    });
    for (const stage of ['embed', 'analyse', 'write'] as const) {
      const done = seen
        .filter((progress) => progress.stage === stage)
        .map((progress) => progress.done);
      expect(done[0]).toBe(0);
      expect(done.at(-1)).toBe(collection.chunks.length);
      expect(done).toEqual([...done].sort((a, b) => a - b));
    }
  });

  it('leaves the old index when the embedder fails or gives nonsense', async () => {
    const directory = temporaryDirectory();
    await indexArticles(request(directory, seedCollection()));
    const before = traces(path.join(directory, 'generations'));
    const answers: [string, number[][]][] = [
      ['NaN', [new Array(24).fill(Number.NaN)]],
      ['24 dimensions', [new Array(24).fill(1), new Array(23).fill(1)]],
      ['2 vectors', [new Array(24).fill(1)]],
    ];
    for (const [message, vectors] of answers) {
      const collection = collectionOf([
        { title: '一', body: `${message}一。` },
        { title: '二', body: `${message}二。` },
      ]);
      const embedder = {
        fingerprint: 'sample-1',
        embedDocuments: async (texts: string[]) =>
          vectors.length === 1 && message === 'NaN'
            ? texts.map(() => vectors[0] as number[])
            : vectors,
      };
      await expect(
        indexArticles({ ...request(directory, collection), embedder }),
      ).rejects.toMatchObject({
        code: 'embedding-failed',
        message: expect.stringContaining(message),
      });
    }
    expect(traces(path.join(directory, 'generations')).map((line) => line.split(' ')[0])).toEqual(
      before.map((line) => line.split(' ')[0]),
    );
    await openSnapshot(directory, expectation);
  });

  it('lets one run at a time, and tells the other who is at work', async () => {
    const directory = temporaryDirectory();
    let finish = () => {};
    const waiting = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const sample = new SampleEmbedder();
    const embedder = {
      fingerprint: 'sample-1',
      embedDocuments: async (texts: string[]) => {
        await waiting;
        return await sample.embedDocuments(texts);
      },
    };
    const first = indexArticles({ ...request(directory, seedCollection()), embedder });
    while (!existsSync(path.join(directory, 'LOCK'))) await new Promise(setImmediate);
    await expect(indexArticles(request(directory, seedCollection()))).rejects.toMatchObject({
      code: 'index-locked',
      message: expect.stringContaining(String(process.pid)),
    });
    finish();
    expect((await first).status).toBe('indexed');
    expect((await indexArticles(request(directory, seedCollection()))).status).toBe('unchanged');
  });

  it('refuses an empty collection and a folder that is a file', async () => {
    await expect(
      indexArticles(request(temporaryDirectory(), collectionOf([]))),
    ).rejects.toMatchObject({ code: 'nothing-to-index' });
    const file = path.join(temporaryDirectory(), 'data');
    writeFileSync(file, '');
    await expect(indexArticles(request(file, seedCollection()))).rejects.toMatchObject({
      code: 'index-write-failed',
    });
  });
});
