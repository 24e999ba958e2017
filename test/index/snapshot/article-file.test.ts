import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article, Chunk } from '../../../src/core/article.ts';
import { orderByLanguage } from '../../../src/index/ordered-chunk.ts';
import {
  decodeArticles,
  decodeChunks,
  encodeArticles,
  encodeChunks,
} from '../../../src/index/snapshot/article-file.ts';

/** The bytes that a file of these parts has. */
function fileOf(parts: readonly Uint8Array[]): ArrayBuffer {
  return new Uint8Array(Buffer.concat(parts)).buffer;
}

// Any UTF-16, halves of pairs included: offsets count code units, so none may change.
const text = fc
  .array(fc.oneof(fc.nat(0xffff), fc.constantFrom(0x4e0a, 0xd83d, 0xde00, 0x0a, 0x41)))
  .map((units) => String.fromCharCode(...units));

const article = fc.record({
  title: text,
  body: text,
  publishedAt: fc.constantFrom(null, '2025-07-07', '2025-07-07T15:26'),
  language: fc.constantFrom('zh', 'en'),
  url: fc.option(fc.webUrl()),
  truncated: fc.boolean(),
});

describe('the files of articles and chunks', () => {
  it('give back every code unit of any article, and its chunks', () => {
    fc.assert(
      fc.property(fc.array(article, { maxLength: 12 }), fc.nat(9), (drafts, cut) => {
        const articles = drafts.map(
          (draft, position) =>
            ({
              ...draft,
              id: `a${position}`,
              outlet: { name: 'Xin Hua She', zh: '新华社', en: 'Xinhua' },
              origin: { path: '新闻/a.txt', position },
              copyOf: position === 0 ? null : 'a0',
            }) as Article,
        );
        const chunks = articles.flatMap(({ id, body }): Chunk[] => {
          const middle = Math.min(cut, body.length);
          return [
            [0, middle],
            [middle, body.length],
          ].map(([start = 0, end = 0]) => {
            return {
              id: `${id}-${start}`,
              articleId: id,
              start,
              end,
              text: body.slice(start, end),
            };
          });
        });
        const read = decodeArticles(fileOf(encodeArticles(articles)));
        expect(read).toEqual(articles);
        const placed = orderByLanguage(articles, chunks);
        expect(decodeChunks(fileOf(encodeChunks(placed, articles)), read)).toEqual(placed);
      }),
    );
  });
});
