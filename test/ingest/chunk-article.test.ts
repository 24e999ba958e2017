import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '../../src/core/article.ts';
import { chunkArticle } from '../../src/ingest/chunk-article.ts';
import { ingestPaths } from '../../src/ingest/ingest.ts';
import { displayWidth } from '../../src/language/characters/display-width.ts';
import { splitSentences } from '../../src/language/segment/sentences.ts';

let articles: readonly Article[];

beforeAll(async () => {
  const seeds = fileURLToPath(new URL('../../seeds', import.meta.url));
  articles = (await ingestPaths([seeds])).articles;
});

function articleOf(body: string): Article {
  const outlet = { name: '', zh: '', en: '' };
  const origin = { path: 'a.txt', position: 0 };
  const rest = { title: '', url: null, truncated: false, origin, copyOf: null };
  return { id: 'a', outlet, publishedAt: null, language: 'zh', body, ...rest };
}

describe('chunkArticle', () => {
  it('keeps whole sentences of the seed articles and repeats one from chunk to chunk', () => {
    for (const article of articles) {
      const sentences = splitSentences(article.body);
      const chunks = chunkArticle(article, { size: 400, overlap: 1 });
      expect(chunks.length).toBeGreaterThan(1);
      for (const [index, chunk] of chunks.entries()) {
        expect(sentences.some(({ start }) => start === chunk.start)).toBe(true);
        expect(sentences.some(({ end }) => end === chunk.end)).toBe(true);
        expect(article.body.slice(chunk.start, chunk.end)).toBe(chunk.text);
        const next = chunks[index + 1];
        if (next === undefined) continue;
        const last = sentences.findLast(({ end }) => end === chunk.end);
        const grown = displayWidth(article.body.slice(last?.start, next.end));
        if (grown <= 400) expect(next.start).toBe(last?.start);
      }
    }
  });

  it('keeps a short article in one chunk', () => {
    const [chunk, ...others] = chunkArticle(articleOf('会议在青岛举行。\n各方达成共识。'), {
      size: 600,
      overlap: 1,
    });
    expect(others).toEqual([]);
    expect(chunk?.text).toBe('会议在青岛举行。\n各方达成共识。');
  });

  it('cuts an over-long sentence at its clauses, then between words', () => {
    const clauses = '各方同意加强合作，推动区域发展，维护地区稳定，促进民心相通，深化人文交流。';
    expect(
      chunkArticle(articleOf(clauses), { size: 40, overlap: 0 }).map(({ text }) => text),
    ).toEqual([
      '各方同意加强合作，推动区域发展，',
      '维护地区稳定，促进民心相通，',
      '深化人文交流。',
    ]);
    const english = chunkArticle(articleOf('cooperation '.repeat(20).trim()), {
      size: 30,
      overlap: 0,
    });
    expect(new Set(english.map(({ text }) => text))).toEqual(new Set(['cooperation cooperation']));
    const unbroken = chunkArticle(articleOf('上海合作组织'.repeat(10)), { size: 20, overlap: 0 });
    for (const { text } of unbroken) expect(text).toMatch(/^(?:上海|合作|组织)+$/u);
  });

  it('has no chunks for a text without words', () => {
    expect(chunkArticle(articleOf('……'), { size: 100, overlap: 1 })).toEqual([]);
  });

  it('refuses settings that cannot hold text', () => {
    expect(() => chunkArticle(articleOf('a'), { size: 0, overlap: 1 })).toThrow(RangeError);
    expect(() => chunkArticle(articleOf('a'), { size: 100, overlap: -1 })).toThrow(RangeError);
  });

  it('slices exactly, in order, within the size, over every word, the same each time', () => {
    const fragment = fc.constantFrom(
      ...[
        '上海合作组织',
        '。',
        '，',
        '；',
        '“',
        '”',
        '\n',
        ' ',
        'the region',
        '. ',
        '5.2%',
        '😀😀',
        '𠮷',
        '...',
      ],
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(fragment, { maxLength: 80 }).map((parts) => parts.join('')),
          fc.string({ unit: 'grapheme', maxLength: 120 }),
        ),
        fc.integer({ min: 8, max: 80 }),
        fc.integer({ min: 0, max: 3 }),
        (body, size, overlap) => {
          const article = articleOf(body);
          const chunks = chunkArticle(article, { size, overlap });
          const covered = new Uint8Array(body.length);
          let previous = { start: -1, end: -1 };
          for (const chunk of chunks) {
            expect(body.slice(chunk.start, chunk.end)).toBe(chunk.text);
            expect(chunk.text.trim()).toBe(chunk.text);
            expect(chunk.text).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
            expect(displayWidth(chunk.text)).toBeLessThanOrEqual(size);
            expect(chunk.start).toBeGreaterThan(previous.start);
            expect(chunk.end).toBeGreaterThan(previous.end);
            covered.fill(1, chunk.start, chunk.end);
            previous = chunk;
          }
          for (const { index, 0: word } of body.matchAll(/[\p{L}\p{N}]/gu)) {
            expect(covered[index], `${word} at ${index}`).toBe(1);
          }
          expect(new Set(chunks.map(({ id }) => id)).size).toBe(chunks.length);
          expect(chunkArticle(article, { size, overlap })).toEqual(chunks);
        },
      ),
      { numRuns: 500 },
    );
  });
});
