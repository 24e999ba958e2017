import { beforeAll, describe, expect, it } from 'vitest';
import type { TimelinePage, TimelineRequest } from '../../src/core/news-event.ts';
import { createSummaryParts } from '../../src/events/event-parts.ts';
import { createTimelinePages } from '../../src/events/timeline/timeline-page.ts';
import { article, type EventCollection, loadSeeds, openCollection } from './event-collection.ts';

let seeds: EventCollection;

beforeAll(async () => {
  seeds = await openCollection(await loadSeeds());
});

function timeline(
  request: Partial<TimelineRequest> = {},
  { services } = seeds,
): Promise<TimelinePage> {
  const whole = { filters: {}, language: 'zh', page: 1, pageSize: 100, ...request } as const;
  return services.timeline(whole);
}

/** Every date expression of the seeds, read and resolved by hand. */
const SEED_DATES: readonly (readonly [number: number, expression: string, days: string | null])[] =
  [
    [1, '7日', '2025-07-07'],
    [1, '当日', '2025-07-07'],
    [1, '近年来', null],
    [1, '2025—2026年', '2025-01-01/2026-12-31'],
    [1, '2025年', '2025-01-01/2025-12-31'],
    [2, '7月4日', '2025-07-04'],
    [2, '2025年', '2025-01-01/2025-12-31'],
    [2, '近年来', null],
    [4, '2024年7月', '2024-07-01/2024-07-31'],
    [5, '26日', '2025-06-26'],
    [5, '当天', '2025-06-26'],
    [5, '26日', '2025-06-26'],
    [5, '2020年', '2020-01-01/2020-12-31'],
    [5, '26日', '2025-06-26'],
    [5, '26日', '2025-06-26'],
    [6, '6月26日', '2025-06-26'],
    [6, '6月25日至26日', '2025-06-25/2025-06-26'],
    [6, '今年', '2025-01-01/2025-12-31'],
    [7, '24日', '2025-06-24'],
    [7, '当天', '2025-06-25'],
    [7, '近期', null],
    [7, '当天', '2025-06-25'],
    [8, '25日', '2025-06-25'],
    [9, 'July 2024', '2024-07-01/2024-07-31'],
  ];

describe('the dates of the seeds', () => {
  it('are all found in the sentences and resolved as a reader would', () => {
    const { sentencesOf } = seeds.parts;
    const found = seeds.articles.flatMap((one, index) =>
      sentencesOf(one).flatMap(({ dates, role }) =>
        role !== 'prose'
          ? []
          : dates.map(({ expression, from, to }) => [
              index + 1,
              expression,
              from === null ? null : from === to ? from : `${from}/${to}`,
            ]),
      ),
    );
    expect(found).toEqual(SEED_DATES);
  });
});

describe('a timeline', () => {
  it('shows event dates apart from publication dates, and how they were resolved', async () => {
    const { entries } = await timeline();
    const meeting = entries.find(({ text }) =>
      text.startsWith('26日,上海合作组织成员国国防部长会议'),
    );
    expect(meeting?.date).toEqual({
      from: '2025-06-26',
      to: '2025-06-26',
      granularity: 'day',
      expression: '26日',
      resolved: true,
      certain: true,
    });
    expect(meeting?.citations[0]?.publishedAt).toBe('2025-06-26T22:46');
  });

  it('is in order, and every row stands in its article word for word', async () => {
    const { entries, total } = await timeline();
    expect(entries).toHaveLength(total);
    const days = entries.map(({ date }) => date.from);
    expect([...days].sort()).toEqual(days);
    for (const { citations, text, date } of entries) {
      expect(citations.length).toBeGreaterThan(0);
      for (const { articleId, start, end, quote } of citations) {
        const source = seeds.articles.find(({ id }) => id === articleId);
        expect(source?.body.slice(start, end)).toBe(quote);
      }
      expect(text).not.toMatch(/\[\d+\]/);
      expect(citations[0]?.quote).toContain(date.expression);
    }
  });

  it('represents ranges, months and uncertain dates as such', async () => {
    const { entries } = await timeline();
    const kinds = new Map(entries.map(({ date }) => [date.expression, date]));
    expect(kinds.get('6月25日至26日')).toMatchObject({ granularity: 'range', to: '2025-06-26' });
    expect(kinds.get('2024年7月')).toMatchObject({ granularity: 'month', to: '2024-07-31' });
    expect(kinds.get('今年')).toMatchObject({ granularity: 'year', resolved: true });
    const uncertain = entries.filter(({ date }) => !date.certain);
    expect(uncertain.map(({ date }) => date.expression)).toContain('当天');
  });

  it('merges the same statement of several outlets and counts them once each', async () => {
    const body = 'The summit opened in Geneva on Monday with leaders of twenty nations.';
    const outlet = (name: string) => ({ outlet: { name, zh: name, en: name } });
    const collection = await openCollection([
      article('one', body, outlet('First')),
      article('two', body.replace('opened', 'was opened'), outlet('Second')),
      article('three', `${body} It ends on Friday.`, outlet('First')),
      article('reprint', body, { ...outlet('Third'), copyOf: 'one' }),
    ]);
    const { entries } = await timeline({ language: 'en' }, collection);
    const opening = entries.filter(({ text }) => text.includes('Geneva'));
    expect(opening).toHaveLength(1);
    expect(opening[0]).toMatchObject({
      sources: 2,
      date: { from: '2025-06-23', expression: 'Monday' },
    });
    expect(opening[0]?.citations.map(({ articleId }) => articleId)).toEqual([
      'one',
      'three',
      'two',
    ]);
  });

  it('narrows to an event, a topic, publication dates and event dates', async () => {
    const meeting = seeds.index.events.find(({ articleIds }) => articleIds.length === 4);
    const ofEvent = await timeline({ eventId: meeting?.id });
    const ids = ofEvent.entries.flatMap(({ citations }) => citations.map((one) => one.articleId));
    expect(new Set(ids).size).toBe(4);
    const ofTopic = await timeline({ topic: '沈阳友好城市论坛' });
    expect(ofTopic.entries.map(({ date }) => date.from)).toContain('2025-07-04');
    const published = await timeline({ filters: { from: '2025-07-01' } });
    expect(
      published.entries.every(({ citations }) => (citations[0]?.publishedAt ?? '') > '2025-07'),
    ).toBe(true);
    const dated = await timeline({ dated: { from: '2025-07-01', to: '2025-07-05' } });
    expect(dated.entries.map(({ date }) => date.expression)).toContain('7月4日');
    expect(dated.entries.map(({ date }) => date.expression)).not.toContain('7日');
  });

  it('comes in pages', async () => {
    const whole = await timeline();
    const second = await timeline({ page: 2, pageSize: 5 });
    expect(second.total).toBe(whole.total);
    expect(second.entries).toEqual(whole.entries.slice(5, 10));
  });

  it('leaves relative dates open where articles have no date, and says so', async () => {
    const undated = await openCollection(
      seeds.articles.map((one) => ({ ...one, publishedAt: null })),
    );
    const { entries, undatedArticles } = await timeline({}, undated);
    expect(undatedArticles).toBe(10);
    expect(entries.map(({ date }) => date.expression)).not.toContain('今年');
    expect(entries.map(({ date }) => date.expression)).toContain('2024年7月');
  });

  it.each([
    [{ eventId: 'nothing' }, 'event-not-found'],
    [{ dated: { from: '2025-07-02', to: '2025-07-01' } }, 'inverted-range'],
    [{ filters: { from: '2025-07-02', to: '2025-07-01' } }, 'inverted-range'],
  ])('refuses what cannot be: %j', async (request, code) => {
    await expect(timeline(request)).rejects.toMatchObject({ code });
  });

  it('is empty for a topic that no article is about', async () => {
    expect(await timeline({ topic: '火星探测器' })).toMatchObject({ entries: [], total: 0 });
  });
});

describe('a timeline of more than one request may cost', () => {
  const articles = Array.from({ length: 30 }, (_, number) => {
    const day = String(number + 1).padStart(2, '0');
    return article(
      `a${day}`,
      `The bridge number ${number} was opened on June ${number + 1}, 2025.`,
      {
        publishedAt: `2025-06-${day}`,
      },
    );
  });
  const request = { filters: {}, language: 'en', page: 1, pageSize: 100 } as const;

  it('is made of the latest articles, and says so', async () => {
    const { parts } = await openCollection(articles);
    const page = createTimelinePages(createSummaryParts(parts), {
      articles: 10,
      statements: 1_000,
      milliseconds: 60_000,
    });
    const { entries, notices } = await page(request);
    expect(entries.map(({ date }) => date.from)).toContain('2025-06-30');
    expect(entries.map(({ date }) => date.from)).not.toContain('2025-06-20');
    expect(notices).toEqual([
      { code: 'scope-limited', text: expect.stringMatching(/latest 10 of the 30 articles/) },
    ]);
    const zh = await page({ ...request, language: 'zh' });
    expect(zh.notices[0]?.text).toMatch(/共有30篇文章.*10篇/);
  });

  it('has as many statements as it may, and says so', async () => {
    const { parts } = await openCollection(articles);
    const budget = { articles: 1_000, statements: 5, milliseconds: 60_000 };
    const page = createTimelinePages(createSummaryParts(parts), budget);
    const { total, notices } = await page(request);
    expect(total).toBeLessThanOrEqual(5);
    expect(notices.map(({ code }) => code)).toContain('scope-limited');
  });

  it('says nothing where nothing is left out', async () => {
    const { services } = await openCollection(articles);
    expect((await services.timeline(request)).notices).toEqual([]);
  });

  it('is not made any further once its reader has left', async () => {
    const { parts, index } = await openCollection(articles);
    let read = 0;
    const summaryParts = createSummaryParts(parts);
    const leaving = new AbortController();
    const counted = createTimelinePages({
      ...summaryParts,
      readSentences(one) {
        read += 1;
        leaving.abort(new Error('left'));
        // Longer than a turn, so that the next one is where it is heard.
        for (const until = performance.now() + 25; performance.now() < until; );
        return summaryParts.readSentences(one);
      },
    });
    await expect(counted({ ...request, signal: leaving.signal })).rejects.toThrow('left');
    expect(read).toBeLessThan(index.articles.length);
  });
});
