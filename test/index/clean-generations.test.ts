import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { removeAbandonedGenerations } from '../../src/index/clean-generations.ts';
import { indexArticles } from '../../src/index/index-articles.ts';
import { acquireIndexLock } from '../../src/index/index-lock.ts';
import { SampleEmbedder, sampleAnalyzer, seedCollection } from './sample-collection.ts';
import { temporaryDirectory } from './temporary-directory.ts';

const request = (directory: string) => ({
  ...seedCollection(),
  chunkSettings: { size: 120, overlap: 0 },
  embedder: new SampleEmbedder('sample-1'),
  analyzer: sampleAnalyzer,
  directory,
});

function leaveBehind(directory: string, names: readonly string[]): void {
  for (const name of names) {
    const folder = path.join(directory, 'generations', name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'vectors.bin'), 'half');
  }
}

it('removes what killed runs left although nothing changed, and nothing while an indexer works', async () => {
  const directory = temporaryDirectory();
  const { generation } = await indexArticles(request(directory));
  const generations = () => readdirSync(path.join(directory, 'generations'));
  // One of before, and one of a clock that was ahead.
  leaveBehind(directory, ['20200101T000000000Z-00000001', '20990101T000000000Z-00000002']);
  mkdirSync(path.join(directory, 'generations', 'not-ours'));

  const lock = await acquireIndexLock(directory);
  await removeAbandonedGenerations(directory);
  expect(generations()).toHaveLength(4);
  await lock.release();

  expect((await indexArticles(request(directory))).status).toBe('unchanged');
  expect(generations()).toEqual([generation, 'not-ours']);
});
