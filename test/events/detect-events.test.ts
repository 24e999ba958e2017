import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '../../src/core/article.ts';
import { detectEvents, type EventDetection } from '../../src/events/detect-events.ts';
import type { EventTools } from '../../src/events/event-tools.ts';
import { article, eventTools, loadSeeds, numbersOf } from './event-collection.ts';

let tools: EventTools;
let seeds: readonly Article[];
let detection: EventDetection;

beforeAll(async () => {
  tools = await eventTools;
  seeds = await loadSeeds();
  detection = await detectEvents(seeds, tools);
});

const ENGLISH_REPORT = article(
  'english-report',
  'Defense ministers of the Shanghai Cooperation Organization member states met in Qingdao on June 26. Chinese Defense Minister Dong Jun chaired the meeting and held talks with his counterparts from Russia, Pakistan, Belarus and Iran. India was represented by Rajnath Singh. Dong Jun said the defense departments of member states should deepen security cooperation and uphold the Shanghai Spirit.',
  { title: 'SCO defense ministers meet in Qingdao' },
);

function membersByArticle(events: EventDetection['events'], articles: readonly Article[]) {
  return events.map(({ articleIds }) => numbersOf(articleIds, articles).join(' ')).sort();
}

describe('detecting events in the seeds', () => {
  it('finds the four events, each with exactly its articles', () => {
    expect(membersByArticle(detection.events, seeds)).toEqual(['1', '10', '2', '5 6 7 8']);
  });

  it('dates and places them as the articles do', () => {
    const known = detection.events.map(({ from, to, places, articleIds }) => ({
      first: numbersOf(articleIds, seeds)[0],
      days: [from, to],
      place: places[0]?.en,
    }));
    expect(known.sort((a, b) => (a.first ?? 0) - (b.first ?? 0))).toEqual([
      { first: 1, days: ['2025-07-07', '2025-07-07'], place: 'Qingdao' },
      { first: 2, days: ['2025-07-04', '2025-07-04'], place: 'Shenyang' },
      { first: 5, days: ['2025-06-25', '2025-06-26'], place: 'Qingdao' },
      { first: 10, days: [null, null], place: 'Qingdao' },
    ]);
  });

  it('takes titles word for word from articles, and counts the outlets', () => {
    const texts = seeds.map(({ title, body }) => `${title}\n${body}`).join('\n');
    for (const { title } of detection.events) {
      for (const text of [title.zh, title.en]) if (text !== null) expect(texts).toContain(text);
      expect(`${title.zh}${title.en}`).not.toMatch(/…|\.\.\./);
    }
    const meeting = detection.events.find(({ articleIds }) => articleIds.length === 4);
    expect(meeting?.outlets).toHaveLength(3);
    expect(meeting?.participants.map(({ zh }) => zh)).toContain('董军');
  });

  it('makes no event of essays and interviews', () => {
    const grouped = detection.events.flatMap(({ articleIds }) => numbersOf(articleIds, seeds));
    expect(grouped).not.toContain(3);
    expect(grouped).not.toContain(4);
    expect(grouped).not.toContain(9);
  });
});

describe('the grouping', () => {
  it('does not depend on the order of the articles', async () => {
    const positions = seeds.map((_, index) => index);
    const shuffles = fc.shuffledSubarray(positions, { minLength: positions.length });
    await fc.assert(
      fc.asyncProperty(shuffles, async (order) => {
        const shuffled = order.flatMap((index) => seeds[index] ?? []);
        expect(await detectEvents(shuffled, tools)).toEqual(detection);
      }),
      { numRuns: 6 },
    );
  });

  it('is the same whether articles come at once or one after the other', async () => {
    let known: EventDetection | undefined;
    for (const [index] of seeds.entries()) {
      known = await detectEvents(seeds.slice(0, index + 1), tools, known);
    }
    const withoutIds = ({ events }: EventDetection) =>
      events
        .map(({ id: _, ...event }) => event)
        .sort((a, b) => compare(a.articleIds, b.articleIds));
    expect(known && withoutIds(known)).toEqual(withoutIds(detection));
  });

  it('keeps an id when an earlier and a later article join the event', async () => {
    const meeting = detection.events.find(({ articleIds }) => articleIds.length === 4);
    const [first] = seeds.filter(({ id }) => id === meeting?.articleIds[0]);
    if (first === undefined) throw new Error('the meeting has an article');
    const earlier = { ...first, id: '0-earlier', publishedAt: '2025-06-25T08:00' };
    const grown = await detectEvents([earlier, ...seeds, ENGLISH_REPORT], tools, detection);
    const same = grown.events.find(({ id }) => id === meeting?.id);
    expect(same?.articleIds).toHaveLength(6);
    const others = detection.events.filter(({ id }) => id !== meeting?.id);
    expect(grown.events).toEqual(expect.arrayContaining(others));
  });

  it('joins reports in the other language', async () => {
    const { events } = await detectEvents([...seeds, ENGLISH_REPORT], tools);
    const event = events.find(({ articleIds }) => articleIds.includes(ENGLISH_REPORT.id));
    expect(numbersOf(event?.articleIds.slice() ?? [], seeds).filter((n) => n > 0)).toEqual([
      5, 6, 7, 8,
    ]);
    expect(event?.languages).toEqual(['zh', 'en']);
    expect(event?.title.en).toBe(ENGLISH_REPORT.title);
    expect(event?.participants).toContainEqual({ zh: '董军', en: 'Dong Jun' });
  });

  it('counts a reprint as a copy, not as a second source', async () => {
    const [original] = seeds;
    if (original === undefined) throw new Error('there are seeds');
    const outlet = { name: 'Reprint', zh: 'Reprint', en: 'Reprint' };
    const reprint = { ...original, id: 'reprint', outlet, copyOf: original.id };
    const { events } = await detectEvents([reprint, ...seeds], tools);
    const event = events.find(({ articleIds }) => articleIds.includes(original.id));
    expect(event).toMatchObject({ articleIds: [original.id], copyIds: ['reprint'] });
    expect(event?.outlets.map(({ name }) => name)).not.toContain('Reprint');
  });

  it('does not join reports of one kind from two cities', async () => {
    const roadshow = (city: string, day: string, speaker: string) =>
      `${day}，第六届中国国际进口博览会招商路演在${city}举行。进口博览局、${city}市商务局负责人出席活动并致辞，${speaker}介绍了当地企业参展情况。`;
    const reports = [
      article('one', roadshow('包头', '8月3日', '刘福'), {
        language: 'zh',
        publishedAt: '2023-08-04',
      }),
      article('two', roadshow('郑州', '8月1日', '马民'), {
        language: 'zh',
        publishedAt: '2023-08-03',
      }),
    ];
    const { events } = await detectEvents(reports, tools);
    expect(events.map(({ articleIds }) => articleIds)).toHaveLength(2);
  });

  it('finds events among articles without dates, and none among none', async () => {
    const undated = seeds.map((one) => ({ ...one, publishedAt: null }));
    const { events } = await detectEvents(undated, tools);
    expect(events.some(({ articleIds }) => articleIds.length > 1)).toBe(true);
    expect((await detectEvents([], tools)).events).toEqual([]);
  });
});

function compare(a: readonly string[], b: readonly string[]): number {
  return a.join() < b.join() ? -1 : 1;
}
