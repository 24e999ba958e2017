import { beforeAll, describe, expect, it } from 'vitest';
import type { SearchIndex } from '../../src/core/search-index.ts';
import { buildMemoryIndex } from '../../src/index/memory-index.ts';
import {
  collectionOf,
  SampleEmbedder,
  sampleAnalyzer,
  seedCollection,
} from './sample-collection.ts';

const embedder = new SampleEmbedder();

describe('buildMemoryIndex', () => {
  const collection = seedCollection();
  let index: SearchIndex;
  beforeAll(async () => {
    index = await buildMemoryIndex({ ...collection, embedder, analyzer: sampleAnalyzer });
  });

  it('counts what it holds and leads from a chunk to its article and back', () => {
    expect(index.description).toMatchObject({
      articles: collection.articles.length,
      chunks: collection.chunks.length,
      dimensions: 24,
      embedder: 'sample-1',
      analyzer: 'characters-1',
    });
    for (const [number, chunk] of index.chunks.entries()) {
      expect(index.articleOf(number)).toBe(index.article(chunk.articleId));
      expect(index.chunksOf(chunk.articleId)).toContain(number);
    }
    expect(index.article('nobody')).toBeUndefined();
    expect(index.chunksOf('nobody')).toEqual([]);
    expect(() => index.articleOf(index.chunks.length)).toThrow(RangeError);
  });

  it('finds every chunk by its own text, by vector and by words', () => {
    for (const [number, chunk] of index.chunks.entries()) {
      const title = index.articleOf(number).title;
      const [nearest] = index.searchVectors(embedder.embed(`${title}\n${chunk.text}`), {
        limit: 1,
      });
      expect(nearest).toMatchObject({ chunk: number, score: expect.closeTo(1, 5) });
      const terms: { term: string; weight: number }[] = [];
      for (const sentence of sampleAnalyzer.annotate({
        text: chunk.text,
        language: 'zh',
        reference: null,
      })) {
        sampleAnalyzer.forEachTextTerm(sentence, (field, term) => {
          if (field === 'words') terms.push({ term, weight: 1 });
        });
      }
      expect(index.keywordQuery('words', terms).search({ limit: 1 })[0]?.chunk).toBe(number);
    }
  });

  it('gives given chunks the scores that the search gave them', () => {
    const terms = [...'上海精神'].map((term) => ({ term, weight: 1 }));
    const found = index.keywordQuery('concepts', terms).search({ limit: 20 });
    const numbers = found.map(({ chunk }) => chunk);
    expect(found.length).toBeGreaterThan(5);
    expect(index.keywordQuery('concepts', terms).scores(numbers)).toEqual(
      found.map(({ score }) => score),
    );
    const vector = embedder.embed('上海合作组织');
    const nearest = index.searchVectors(vector, { limit: 20 });
    expect(
      index.vectorScores(
        vector,
        nearest.map(({ chunk }) => chunk),
      ),
    ).toEqual(nearest.map(({ score }) => score));
  });

  it('keeps the chunks of a language together, and to a language where one is asked for', () => {
    const languages = index.chunks.map((_, number) => index.articleOf(number).language);
    expect(index.languages.toSorted()).toEqual(['en', 'zh']);
    expect(languages.filter((language, number) => language !== languages[number - 1])).toEqual(
      index.languages,
    );
    const vector = embedder.embed('上海合作组织 Shanghai');
    const terms = [...'上海精神 summit'].map((term) => ({ term, weight: 1 }));
    for (const language of index.languages) {
      for (const found of [
        index.searchVectors(vector, { limit: 50, language }),
        index.keywordQuery('concepts', terms).search({ limit: 50, language }),
      ]) {
        expect(found.length).toBeGreaterThan(3);
        expect(found.every(({ chunk }) => languages[chunk] === language)).toBe(true);
      }
    }
  });

  it('keeps to the chunks that are accepted', () => {
    const accept = (chunk: number) => chunk % 3 === 1;
    const vector = embedder.embed('上海合作组织');
    const terms = [...'上海精神'].map((term) => ({ term, weight: 1 }));
    for (const found of [
      index.searchVectors(vector, { limit: 50, accept }),
      index.keywordQuery('concepts', terms).search({ limit: 50, accept }),
    ]) {
      expect(found.length).toBeGreaterThan(3);
      expect(found.every(({ chunk }) => accept(chunk))).toBe(true);
    }
    expect(index.searchVectors(vector, { limit: 5, accept: () => false })).toEqual([]);
  });

  it('is near to nothing when a text has no direction, and refuses vectors that are none', () => {
    expect(index.searchVectors(new Array(24).fill(0), { limit: 5 })).toEqual([]);
    expect(() => index.searchVectors([1, 2, 3], { limit: 5 })).toThrow(/24 dimensions/);
    expect(() => index.searchVectors(new Array(24).fill(Number.NaN), { limit: 5 })).toThrow(/NaN/);
  });

  it('holds nothing without complaint', async () => {
    const empty = await buildMemoryIndex({
      ...collectionOf([]),
      embedder,
      analyzer: sampleAnalyzer,
    });
    expect(empty.searchVectors(embedder.embed('上海'), { limit: 5 })).toEqual([]);
    expect(empty.keywordQuery('words', [{ term: '上海', weight: 1 }]).search({ limit: 5 })).toEqual(
      [],
    );
  });
});
