import { describe, expect, it } from 'vitest';
import { readJson } from '../../../src/ingest/readers/json.ts';

describe('readJson', () => {
  it('reads one article, a list, or an object that holds a list', () => {
    const article = { title: 'A', text: 'The ministers met.' };
    for (const [value, count] of [
      [article, 1],
      [[article, article], 2],
      [{ total: 1, data: [article] }, 1],
    ] as const) {
      expect(readJson(JSON.stringify(value)).articles).toHaveLength(count);
    }
  });

  it('knows fields by their usual names in both languages', () => {
    const { articles } = readJson(
      JSON.stringify([
        {
          headline: 'A',
          source: { id: null, name: 'Reuters' },
          pubDate: 'July 7, 2025',
          link: 'u',
          content: ['x', 'y'],
        },
        { 标题: '甲', 来源: '新华社', 发布时间: 1751873160, 正文: '会议。' },
        { _id: 'c1', title: '', text: '会议。', metadata: { publishedAt: '2025-07-07' } },
      ]),
    );
    expect(articles).toEqual([
      {
        position: 0,
        title: 'A',
        source: 'Reuters',
        publishedAt: 'July 7, 2025',
        url: 'u',
        body: 'x\ny',
      },
      {
        position: 1,
        title: '甲',
        source: '新华社',
        publishedAt: '1751873160',
        url: null,
        body: '会议。',
      },
      {
        position: 2,
        title: null,
        source: null,
        publishedAt: '2025-07-07',
        url: null,
        body: '会议。',
      },
    ]);
  });

  it('reads JSON Lines under the wrong name', () => {
    const { articles, skipped } = readJson('{"text":"a"}\n{"text":"b"}\n{oops\n');
    expect(articles.map(({ body }) => body)).toEqual(['a', 'b']);
    expect(skipped).toMatchObject([{ position: 2, code: 'malformed' }]);
  });

  it('says where an entry is no article', () => {
    expect(readJson('[{"text":"a"}, 7, null]').skipped).toMatchObject([
      { position: 1, reason: "Expected an object with the article's fields; found a number." },
      { position: 2, reason: "Expected an object with the article's fields; found null." },
    ]);
    expect(readJson('"text"').skipped).toMatchObject([{ position: null, code: 'malformed' }]);
  });
});
