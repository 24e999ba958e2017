import {
  appendFileSync,
  cpSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { KEYWORD_FIELDS } from '../../src/core/search-index.ts';
import { layersOf } from '../../src/core/sentence.ts';
import { indexArticles } from '../../src/index/index-articles.ts';
import { buildMemoryIndex } from '../../src/index/memory-index.ts';
import { openSnapshot } from '../../src/index/open-snapshot.ts';
import { SampleEmbedder, sampleAnalyzer, seedCollection } from './sample-collection.ts';
import { temporaryDirectory } from './temporary-directory.ts';

const collection = seedCollection();
const expectation = { embedderFingerprint: 'sample-1', analyzerFingerprint: 'characters-1' };

function request(directory: string) {
  return {
    ...collection,
    chunkSettings: { size: 120, overlap: 0 },
    embedder: new SampleEmbedder(),
    analyzer: sampleAnalyzer,
    directory,
  };
}

describe('openSnapshot', () => {
  const directory = temporaryDirectory();
  beforeAll(async () => {
    await indexArticles(request(directory));
  });

  it('gives back every article and chunk, and answers as the index in memory does', async () => {
    const opened = await openSnapshot(directory, expectation);
    const memory = await buildMemoryIndex(request(directory));
    expect(opened.articles).toEqual(collection.articles);
    expect(opened.chunks).toEqual(memory.chunks);
    expect(opened.description).toMatchObject({ chunkSize: 120, chunkOverlap: 0, dimensions: 24 });
    for (const { id, body, title, language, publishedAt } of collection.articles) {
      const source = { text: body, title, language, reference: publishedAt };
      const heading = { text: title, language, reference: publishedAt };
      for (const held of [opened, memory]) {
        expect(held.sentencesOf(id).map(layersOf)).toEqual(sampleAnalyzer.annotate(source));
        expect(held.titleSentencesOf(id).map(layersOf)).toEqual(sampleAnalyzer.annotate(heading));
      }
    }
    expect(opened.sentencesOf('nobody')).toEqual([]);
    for (const chunk of opened.chunks.keys()) {
      expect(opened.sentenceWordsOf(chunk)).toEqual(memory.sentenceWordsOf(chunk));
      expect(opened.sentenceWordsOf(chunk).flatMap((words) => [...words])).not.toContain(-1);
    }
    const vector = new SampleEmbedder().embed('习近平 summit');
    const options = { limit: 30 };
    expect(opened.searchVectors(vector, options)).toEqual(memory.searchVectors(vector, options));
    for (const field of KEYWORD_FIELDS) {
      const terms = ['合', '作', '上海', 'se', 'th', '2025-07-03'].map((term) => ({
        term,
        weight: 1,
      }));
      const found = opened.keywordQuery(field, terms).search(options);
      expect(found).toEqual(memory.keywordQuery(field, terms).search(options));
      expect(found.length).toBeGreaterThan(0);
      for (const { term } of terms) {
        expect(opened.documentFrequency(field, term)).toBe(memory.documentFrequency(field, term));
      }
    }
  });

  it('says what to run where there is none', async () => {
    await expect(openSnapshot(temporaryDirectory(), expectation)).rejects.toMatchObject({
      code: 'index-missing',
    });
  });

  it('refuses an index of another embedder or another analysis, and names both', async () => {
    await expect(
      openSnapshot(directory, { ...expectation, embedderFingerprint: 'other-2' }),
    ).rejects.toMatchObject({
      code: 'index-embedder',
      message: expect.stringMatching(/other-2.*sample-1/),
    });
    await expect(
      openSnapshot(directory, { ...expectation, analyzerFingerprint: 'words-7' }),
    ).rejects.toMatchObject({
      code: 'index-format',
      message: expect.stringMatching(/words-7.*characters-1/),
    });
  });
});

describe('a damaged snapshot', () => {
  const good = temporaryDirectory();
  let files: readonly string[] = [];
  beforeAll(async () => {
    await indexArticles(request(good));
    files = readdirSync(good, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(good, path.join(entry.parentPath, entry.name)));
  });

  async function openDamaged(damage: (directory: string) => void): Promise<unknown> {
    const copy = path.join(temporaryDirectory(), 'data');
    cpSync(good, copy, { recursive: true });
    damage(copy);
    try {
      return await openSnapshot(copy, expectation);
    } finally {
      rmSync(copy, { recursive: true });
    }
  }

  it('has the files it should have', () => {
    expect(files.map((file) => path.basename(file)).sort()).toEqual([
      'CURRENT',
      'articles.bin',
      'chunks.bin',
      'keywords-concepts.bin',
      'keywords-names.bin',
      'keywords-title.bin',
      'keywords-words.bin',
      'manifest.json',
      'sentences.bin',
      'vectors.bin',
      'words.bin',
    ]);
  });

  it('is refused, whichever byte of whichever file is changed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.integer({ min: 1, max: 255 }),
        async (which, where, change) => {
          const file = files[which % files.length] as string;
          const opening = openDamaged((directory) => {
            const bytes = readFileSync(path.join(directory, file));
            const place = Math.floor(where * bytes.length);
            bytes[place] = (bytes[place] as number) ^ change;
            writeFileSync(path.join(directory, file), bytes);
          });
          await expect(opening, file).rejects.toMatchObject({ code: 'index-damaged' });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is refused when a file is cut, lengthened or gone', async () => {
    for (const file of files) {
      const harm: ((target: string) => void)[] = [
        (target) => truncateSync(target, Math.floor(readFileSync(target).length / 2)),
        (target) => truncateSync(target, 0),
        (target) => appendFileSync(target, '\0'),
        (target) => rmSync(target),
      ];
      for (const damage of harm) {
        const opening = openDamaged((directory) => damage(path.join(directory, file)));
        await expect(opening, file).rejects.toMatchObject({
          code: expect.stringMatching(/^index-(damaged|missing)$/),
        });
      }
    }
  });

  it('is refused when CURRENT points to a generation that is not there', async () => {
    const opening = openDamaged((directory) => {
      const current = path.join(directory, 'CURRENT');
      const text = readFileSync(current, 'utf8');
      writeFileSync(current, text.replace(/-[0-9a-f]{8} /, '-00000000 '));
    });
    await expect(opening).rejects.toMatchObject({
      code: 'index-damaged',
      message: expect.stringContaining('00000000'),
    });
  });
});
