import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TermFrequencies } from '../../../src/core/search-index.ts';
import { pagesInMemory } from '../../../src/index/columns/pages.ts';
import { KeywordBatchBuilder } from '../../../src/index/keyword/keyword-batch-builder.ts';
import { KeywordField } from '../../../src/index/keyword/keyword-field.ts';
import { KeywordFieldBuilder } from '../../../src/index/keyword/keyword-field-builder.ts';
import { BLOCK_CHUNKS } from '../../../src/index/keyword/posting-block.ts';
import { naiveScores, naiveTop } from './naive-keywords.ts';

const PARAMETERS = { k1: 1.2, b: 0.75 };

function fieldOf(chunks: readonly TermFrequencies[]): KeywordField {
  const builder = new KeywordFieldBuilder(pagesInMemory('words'));
  // Batches of several lengths, which must not show.
  for (let start = 0, length = 1; start < chunks.length; start += length++) {
    const batch = new KeywordBatchBuilder();
    for (const chunk of chunks.slice(start, start + length)) {
      for (const [term, frequency] of chunk) batch.add(batch.numberOf(term), frequency);
      batch.endChunk();
    }
    builder.append(batch.build());
  }
  return new KeywordField(builder.build(PARAMETERS));
}

// Skewed like words are: low numbers are in most chunks, high ones in few.
const term = fc
  .tuple(fc.nat(30), fc.nat(30))
  .map(([a, b]) => (Math.min(a, b) % 2 === 0 ? `word${Math.min(a, b)}` : `词${Math.min(a, b)}`));
// Multiples of the stored step, so that the twin sees the same frequencies.
const frequency = fc.integer({ min: 16, max: 2000 }).map((steps) => steps / 256);
const chunk = fc.array(fc.tuple(term, frequency), { maxLength: 12 }).map((pairs) => new Map(pairs));
const query = fc.array(fc.record({ term, weight: fc.double({ min: 0.05, max: 3, noNaN: true }) }), {
  minLength: 1,
  maxLength: 12,
});

describe('KeywordField', () => {
  it('scores every chunk as the BM25 formula does, on any collection and any question', () => {
    fc.assert(
      fc.property(fc.array(chunk, { minLength: 1, maxLength: 60 }), query, (chunks, terms) => {
        const scores = fieldOf(chunks).query(terms).scores(Array.from(chunks.keys()));
        for (const [number, expected] of naiveScores(chunks, terms, PARAMETERS).entries()) {
          expect(scores[number]).toBeCloseTo(expected, 3);
        }
      }),
    );
  });

  it('finds with pruning exactly what scoring everything finds, over many windows', () => {
    fc.assert(
      fc.property(
        fc.array(chunk, { minLength: 1, maxLength: 40 }),
        query,
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 1, max: 4 }),
        fc.tuple(fc.nat(8_000), fc.nat(8_000)),
        (pattern, terms, limit, repeats, modulus, [one, other]) => {
          const chunks = Array.from({ length: repeats }, () => pattern).flat();
          const field = fieldOf(chunks);
          const every = field.query(terms).scores(Array.from(chunks.keys()));
          const accept = (number: number) => number % modulus === 0;
          expect(field.query(terms).search({ limit })).toEqual(naiveTop(every, limit));
          expect(field.query(terms).search({ limit, accept })).toEqual(
            naiveTop(every, limit, accept),
          );
          const range = { start: Math.min(one, other), end: Math.max(one, other) };
          const inside = (number: number) => number >= range.start && number < range.end;
          expect(field.query(terms).search({ limit, range })).toEqual(
            naiveTop(every, limit, inside),
          );
        },
      ),
      { numRuns: 150 },
    );
  });

  it('finds the same across blocks of 65,536 chunks', () => {
    const chunks = Array.from({ length: 140_000 }, (_, number) => {
      const terms = new Map([['峰会', 1 + (number % 3)]]);
      if (number % 20_011 === 7) terms.set('天津', 1);
      return terms;
    });
    const field = fieldOf(chunks);
    const terms = [
      { term: '峰会', weight: 1 },
      { term: '天津', weight: 0.5 },
    ];
    const every = field.query(terms).scores(Array.from(chunks.keys()));
    const accept = (number: number) => number > 70_000;
    const range = { start: 65_000, end: 131_100 };
    const inside = (number: number) => number >= range.start && number < range.end;
    for (const limit of [5, 100]) {
      expect(field.query(terms).search({ limit, range })).toEqual(naiveTop(every, limit, inside));
      expect(field.query(terms).search({ limit })).toEqual(naiveTop(every, limit));
      expect(field.query(terms).search({ limit, accept })).toEqual(naiveTop(every, limit, accept));
    }
    expect(field.documentFrequency('峰会')).toBe(140_000);
    expect(field.documentFrequency('天津')).toBe(7);
    expect(field.chunksHolding('天津')).toEqual(
      Array.from({ length: 7 }, (_, turn) => 7 + turn * 20_011),
    );
    expect(field.chunksHolding('北京')).toEqual([]);
    expect(field.query(terms).scores([139_999, 3, 80_051])).toEqual([
      every[139_999],
      every[3],
      every[80_051],
    ]);
  });

  it('prefers the rare word to the common one, and the shorter of two chunks', () => {
    const field = fieldOf([
      new Map([
        ['上海', 1],
        ['精神', 1],
      ]),
      new Map([
        ['上海', 1],
        ['峰会', 1],
      ]),
      new Map([
        ['上海', 1],
        ['峰会', 1],
        ['天津', 1],
        ['九月', 1],
      ]),
      new Map([
        ['上海', 1],
        ['合作', 2],
      ]),
    ]);
    const found = field
      .query([
        { term: '上海', weight: 1 },
        { term: '峰会', weight: 1 },
      ])
      .search({ limit: 10 });
    expect(found.map((entry) => entry.chunk)).toEqual([1, 2, 0, 3]);
    expect(field.documentFrequency('上海')).toBe(4);
    expect(field.documentFrequency('峰会')).toBe(2);
    expect(field.documentFrequency('北京')).toBe(0);
  });

  it('answers with nothing where nothing can match', () => {
    const field = fieldOf([new Map([['summit', 1]]), new Map()]);
    expect(field.query([{ term: 'absent', weight: 1 }]).search({ limit: 5 })).toEqual([]);
    expect(field.query([]).search({ limit: 5 })).toEqual([]);
    expect(field.query([{ term: 'summit', weight: 1 }]).search({ limit: 0 })).toEqual([]);
    expect(field.query([{ term: 'summit', weight: 0 }]).search({ limit: 5 })).toEqual([]);
    expect(
      fieldOf([])
        .query([{ term: 'summit', weight: 1 }])
        .search({ limit: 5 }),
    ).toEqual([]);
    expect(field.query([{ term: 'summit', weight: 1 }]).scores([1, 0, 1])[0]).toBe(0);
  });

  it('counts a term asked twice with both weights', () => {
    const field = fieldOf([new Map([['summit', 1]]), new Map([['defence', 1]])]);
    const [twice] = field
      .query([
        { term: 'summit', weight: 1 },
        { term: 'summit', weight: 0.5 },
      ])
      .search({ limit: 1 });
    const [once] = field.query([{ term: 'summit', weight: 1.5 }]).search({ limit: 1 });
    expect(twice).toEqual(once);
  });

  it('knows terms that came up when a block of postings was full', () => {
    const old = Array.from({ length: BLOCK_CHUNKS }, () => new Map([['old', 1]]));
    const late = Array.from({ length: 3 }, (_, chunk) => {
      return new Map(Array.from({ length: 1000 }, (_, i) => [`late${chunk * 1000 + i}`, 1]));
    });
    const field = fieldOf([...old, ...late]);
    const [best] = field.query([{ term: 'late2500', weight: 1 }]).search({ limit: 3 });
    expect(best?.chunk).toBe(BLOCK_CHUNKS + 2);
    expect(field.documentFrequency('old')).toBe(BLOCK_CHUNKS);
  });
});
