import { expect, it, vi } from 'vitest';
import { indexArticles } from '../../src/index/index-articles.ts';
import { openSnapshot } from '../../src/index/open-snapshot.ts';
import { loadHnswlib } from '../../src/index/vector/load-hnswlib.ts';
import { SampleEmbedder, sampleAnalyzer } from './sample-collection.ts';
import { temporaryDirectory } from './temporary-directory.ts';
import { DIMENSIONS, turnCollection } from './turn-collection.ts';

const expectation = { embedderFingerprint: 'sample-1', analyzerFingerprint: 'characters-1' };

const library = vi.hoisted(() => ({ hidden: true }));

vi.mock('../../src/index/vector/load-hnswlib.ts', async (importOriginal) => {
  const original = await importOriginal<typeof import('../../src/index/vector/load-hnswlib.ts')>();
  const absent = { library: null, problem: 'MODULE_NOT_FOUND' };
  return { loadHnswlib: () => (library.hidden ? absent : original.loadHnswlib()) };
});

function indexLarge(directory: string) {
  // As many vectors as a graph pays for.
  const collection = turnCollection('odd', 1_000);
  return indexArticles({
    ...collection,
    chunkSettings: { size: 120, overlap: 0 },
    embedder: new SampleEmbedder('sample-1', DIMENSIONS),
    analyzer: sampleAnalyzer,
    directory,
  });
}

it('indexes and searches without the library, says what to install, and uses it once it is there', async () => {
  const directory = temporaryDirectory();
  expect((await indexLarge(directory)).status).toBe('indexed');
  const scanned = await openSnapshot(directory, expectation);
  expect(scanned.vectorSearch).toEqual({
    method: 'scan',
    advice: expect.stringMatching(/hnswlib-node.*C\+\+ toolchain.*Windows: .*nodejs\.org.*npm ci/),
  });
  expect((await indexLarge(directory)).status).toBe('unchanged');

  library.hidden = false;
  // Where it could not be compiled there is nothing to take up.
  if (loadHnswlib().library === null) return;
  const second = await indexLarge(directory);
  expect(second).toMatchObject({ status: 'indexed', vectors: { computed: 0 } });
  const linked = await openSnapshot(directory, expectation);
  expect(linked.vectorSearch).toEqual({ method: 'graph', advice: null });
  const last = linked.articles.at(-1);
  const vector = new SampleEmbedder('', DIMENSIONS).embed(`${last?.title}\n${last?.body}`);
  expect(linked.searchVectors(vector, { limit: 1 })).toEqual(
    scanned.searchVectors(vector, { limit: 1 }),
  );

  // An index with a graph is served, too, where the library cannot be loaded.
  library.hidden = true;
  const served = await openSnapshot(directory, expectation);
  expect(served.vectorSearch.method).toBe('scan');
  expect(served.vectorSearch.advice).not.toBeNull();
  expect(served.searchVectors(vector, { limit: 5 })).toEqual(
    scanned.searchVectors(vector, { limit: 5 }),
  );
}, 60_000);
