import { beforeAll, describe, expect, it } from 'vitest';
import { article, openArticles, openSeeds, query, type TestCollection } from './seed-collection.ts';

let seeds: TestCollection;
beforeAll(async () => {
  seeds = await openSeeds();
});

const retrieve = (text: string, today = '2025-07-08') =>
  seeds.retriever.retrieve(query(text, { today }));

describe('dates in a question', () => {
  it.each([
    ['6月25日董军会见了哪些国家的国防部长？', '2025-06-25', '2025-06-25'],
    ['Whom did Dong Jun meet on June 25?', '2025-06-25', '2025-06-25'],
    ['2025年6月上合组织举行了什么会议？', '2025-06-01', '2025-06-30'],
    ['What happened in June 2025?', '2025-06-01', '2025-06-30'],
    ['昨天上合组织有什么消息？', '2025-07-07', '2025-07-07'],
    ['What was reported last week?', '2025-06-30', '2025-07-06'],
  ])('reads %s as a range', async (question, from, to) => {
    const { dateRange, passages } = await retrieve(question);
    expect(dateRange).toMatchObject({ from, to });
    expect(passages.length).toBeGreaterThan(0);
  });

  it('keeps to articles of the range, published shortly after it, or mentioning it', async () => {
    const { passages, searched } = await retrieve('昨天上合组织有什么消息？');
    expect(passages.map((passage) => passage.article.publishedAt?.slice(0, 10))).toEqual(
      passages.map(() => '2025-07-07'),
    );
    expect(searched.excluded.dateRange).toBe(9);
  });

  it('does not hide an article that tells of the day later', async () => {
    const { passages } = await retrieve('6月25日董军在青岛会见了哪些国防部长？');
    const days = passages.map((passage) => passage.article.publishedAt?.slice(0, 10));
    expect(days).toContain('2025-06-25');
    expect(days).toContain('2025-06-26');
  });

  it('takes the latest year that the collection tells of when the question names none', async () => {
    const { dateRange, passages } = await retrieve('6月25日董军会见了谁？', '2026-11-22');
    expect(dateRange).toMatchObject({ expression: '6月25日', from: '2025-06-25' });
    expect(passages.length).toBeGreaterThan(0);
  });

  it.each([
    ['2019年3月有什么新闻？', '2025-07-08'],
    ['昨天上合组织有什么消息？', '2026-11-22'],
    ['What was reported last week?', '2026-11-22'],
  ])('finds nothing for %s, and offers the nearest dates instead', async (question, today) => {
    const { passages, dateRange, nearestDates, searched } = await retrieve(question, today);
    expect(passages).toEqual([]);
    expect(dateRange).not.toBeNull();
    expect(searched.excluded.dateRange).toBe(10);
    expect(nearestDates).toHaveLength(3);
    expect(nearestDates[0]).toBe(question.startsWith('2019') ? '2025-06-17' : '2025-07-07');
  });

  it.each([
    '2024年阿斯塔纳峰会提出了什么？',
    '哪座城市被提名为2025—2026年旅游和文化之都？',
    '最近上合组织有什么进展？',
    'How many years has the SCO existed?',
  ])('does not narrow by a year or a vague time: %s', async (question) => {
    const { dateRange, searched } = await retrieve(question);
    expect(dateRange).toBeNull();
    expect(searched.excluded).toEqual({});
  });

  it('narrows by a year when the news of that year is asked for', async () => {
    expect((await retrieve('2024年有哪些新闻？')).dateRange).toMatchObject({ to: '2024-12-31' });
  });

  it.each([
    {
      language: 'zh',
      question: '5月13日海岭集团宣布了什么？',
      told: '5月12日，海岭集团在宁波召开股东大会，讨论了去年的亏损。次日，该集团宣布关闭两座钢厂。',
      other: (line: number) => `海岭集团宣布新的投资计划，${line}号生产线将在宁波投产。`,
    },
    {
      language: 'en',
      question: 'What did Harbor Steel announce on 13 May?',
      told: 'On 12 May, Harbor Steel met its shareholders in Ningbo. The next day it announced the closure of two mills.',
      other: (line: number) => `Harbor Steel announced a new plan: line ${line} starts in Ningbo.`,
    },
  ] as const)(
    'finds the day of "the next day": $question',
    async ({ language, question, told, other }) => {
      const others = Array.from({ length: 25 }, (_, n) => {
        const publishedAt = `2025-05-${String(n + 2).padStart(2, '0')}`;
        return article({ id: `other-${n}`, language, publishedAt, body: other(n + 50) });
      });
      const telling = article({ id: 'telling', language, publishedAt: '2025-05-20', body: told });
      const { retriever } = await openArticles([...others, telling], seeds.language);
      const { passages } = await retriever.retrieve(
        query(question, { language, today: '2025-06-01' }),
      );
      expect(passages[0]?.article.id).toBe('telling');
    },
  );

  it('never hides an article without a date', async () => {
    const undated = article({ id: 'undated', body: '董军在青岛会见客人。' });
    const { retriever } = await openArticles([undated], seeds.language);
    const { passages } = await retriever.retrieve(query('昨天董军会见了谁？'));
    expect(passages.map((passage) => passage.article.id)).toEqual(['undated']);
  });
});
