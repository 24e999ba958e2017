import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { indexArticles } from '../../src/index/index-articles.ts';
import { placeChunks } from '../../src/index/placed-chunk.ts';
import { writeKeywords } from '../../src/index/write-keywords.ts';
import { collectionOf, SampleEmbedder, sampleAnalyzer } from './sample-collection.ts';
import { temporaryDirectory } from './temporary-directory.ts';

const url = new URL('./sample-analyzer-module.ts', import.meta.url).href;
const analyzerModule = { url, exportName: 'makeAnalyzer', argument: null };

/** Large enough for a thread. */
const collection = collectionOf(
  Array.from({ length: 2_100 }, (_, number) => ({
    title: `Report ${number}`,
    body: `第${number}号报告:上海合作组织秘书处 ${number * 7919}。`,
  })),
);

describe('writeKeywords', () => {
  it('writes the same files in a thread as without one', async () => {
    const chunks = placeChunks(collection.articles, collection.chunks);
    const write = async (module: typeof analyzerModule | undefined) => {
      const directory = path.join(temporaryDirectory(), 'generation');
      mkdirSync(directory);
      const records = await writeKeywords({
        chunks,
        analyzer: sampleAnalyzer,
        analyzerModule: module,
        directory,
        onProgress: () => {},
        onUnread: () => {},
        signal: new AbortController().signal,
      });
      expect(readdirSync(directory).sort()).toEqual(Object.keys(records).sort());
      return records;
    };
    const here = await write(undefined);
    expect(Object.keys(here)).toHaveLength(5);
    expect(await write(analyzerModule)).toEqual(here);
  });

  it('keeps a chunk that the analysis breaks on without its words, and says which it is', async () => {
    const directory = temporaryDirectory();
    const failing = collection.chunks[700];
    const unread: [string, string][] = [];
    const report = await indexArticles({
      ...collection,
      chunkSettings: { size: 120, overlap: 0 },
      embedder: new SampleEmbedder(),
      analyzer: sampleAnalyzer,
      analyzerModule: { ...analyzerModule, argument: failing?.text ?? null },
      directory,
      onUnread: (chunk, reason) => unread.push([chunk.id, reason]),
    });
    expect(report).toMatchObject({ status: 'indexed', chunks: collection.chunks.length });
    expect(unread).toEqual([[failing?.id, expect.stringContaining('Cannot analyse')]]);
  });

  it('fails as a whole, and leaves nothing, when the thread fails', async () => {
    const directory = temporaryDirectory();
    for (const [broken, message] of [
      [{ ...analyzerModule, exportName: 'nothing' }, 'nothing'],
      [{ ...analyzerModule, url: 'file:///nowhere.ts' }, 'nowhere'],
    ] as const) {
      const indexing = indexArticles({
        ...collection,
        chunkSettings: { size: 120, overlap: 0 },
        embedder: new SampleEmbedder(),
        analyzer: sampleAnalyzer,
        analyzerModule: broken,
        directory,
      });
      await expect(indexing).rejects.toThrow(message);
      expect(readdirSync(path.join(directory, 'generations'))).toEqual([]);
    }
  });

  it('tells what the system said, also from a thread', async () => {
    const directory = temporaryDirectory();
    const indexing = indexArticles({
      ...collection,
      chunkSettings: { size: 120, overlap: 0 },
      embedder: new SampleEmbedder(),
      analyzer: sampleAnalyzer,
      analyzerModule: { ...analyzerModule, exportName: 'makeAnalyzerOfFullDisk' },
      directory,
    });
    await expect(indexing).rejects.toMatchObject({
      code: 'index-write-failed',
      message: `The disk that holds ${directory} is full. (ENOSPC in write)`,
    });
  });
});
