import { beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '../../src/core/article.ts';
import type { Citation } from '../../src/core/citation.ts';
import type { NewsEvent } from '../../src/core/news-event.ts';
import { comparePresses } from '../../src/events/compare-presses.ts';
import { findEventChanges } from '../../src/events/event-changes.ts';
import { createSummaryParts } from '../../src/events/event-parts.ts';
import type { ReportedSentence, SentenceReader } from '../../src/events/reported-sentence.ts';
import { article, type EventCollection, loadSeeds, openCollection } from './event-collection.ts';

let seeds: EventCollection;

beforeAll(async () => {
  seeds = await openCollection(await loadSeeds());
});

const FIRE = (count: number, more = '') =>
  `A factory fire in Springfield killed ${count} people on June 25, officials said. Firefighters needed six hours to control the fire in Springfield.${more}`;
const EARLIER = article('earlier', FIRE(12), {
  publishedAt: '2025-06-25',
  title: 'Fire in Springfield factory',
});
const LATER = article(
  'later',
  FIRE(15, ' Governor Jane Miller ordered an inspection of all factories on June 27.'),
  {
    publishedAt: '2025-06-27',
    title: 'Springfield factory fire kills 15',
  },
);
const CHINESE = article(
  'chinese',
  '6月25日,斯普林菲尔德一家工厂发生火灾,造成15人死亡。消防员用了六个小时控制火势。当地居民在医院前排队献血。',
  { publishedAt: '2025-06-26', language: 'zh', title: '斯普林菲尔德工厂火灾致15人死亡' },
);

function expectExact(citation: Citation | null, articles: readonly Article[]): void {
  const source = articles.find(({ id }) => id === citation?.articleId);
  expect(source?.body.slice(citation?.start, citation?.end)).toBe(citation?.quote);
}

function onlyEvent({ index }: EventCollection): string {
  expect(index.events).toHaveLength(1);
  return index.events[0]?.id ?? '';
}

/** Sentences that take a millisecond to look at each time, and whose reader leaves at the first look. */
function slowSentences({ parts }: EventCollection, leaving: AbortController): SentenceReader {
  const { readSentences } = createSummaryParts(parts);
  const slow = new Map<string, readonly ReportedSentence[]>();
  const looked = ['language', 'quantities'];
  return (one) => {
    const sentences =
      slow.get(one.id) ??
      readSentences(one).map(
        (sentence) =>
          new Proxy(sentence, {
            get(target, name) {
              if (looked.includes(String(name))) {
                leaving.abort(new Error('left'));
                for (const until = performance.now() + 1; performance.now() < until; );
              }
              return Reflect.get(target, name);
            },
          }),
      );
    slow.set(one.id, sentences);
    return sentences;
  };
}

it('comparisons end with their reader, also once all is read', async () => {
  const many = (id: string, day: string, more: string) =>
    article(
      id,
      Array.from(
        { length: 8 },
        (_, n) => `Fire ${n} killed ${n + 2} people in Springfield${more}.`,
      ).join(' '),
      {
        publishedAt: day,
        title: 'Fires in Springfield',
      },
    );
  const articles = [many('first', '2025-06-25', ''), many('second', '2025-06-27', ' on Friday')];
  const collection = await openCollection([...articles, CHINESE]);
  const [event] = seeds.index.events;
  if (event === undefined) throw new Error('The seeds have events.');
  const compare = (
    work: (reading: {
      event: NewsEvent;
      language: 'en';
      readSentences: SentenceReader;
      signal: AbortSignal;
    }) => Promise<unknown>,
  ) => {
    const leaving = new AbortController();
    const { signal } = leaving;
    return expect(
      work({ event, language: 'en', readSentences: slowSentences(collection, leaving), signal }),
    ).rejects.toThrow('left');
  };
  await compare((reading) => findEventChanges({ ...reading, articles, since: null }));
  await compare((reading) =>
    comparePresses({
      ...reading,
      articles: [...articles, CHINESE],
      left: 'en',
      right: 'zh',
      checker: collection.parts.checker,
    }),
  );
});

describe('what changed', () => {
  it('shows an altered figure with both statements, and what is new', async () => {
    const articles = [EARLIER, LATER];
    const collection = await openCollection(articles);
    const { changes } = await collection.services.eventChanges(onlyEvent(collection), null, 'en');
    const altered = changes.find(({ kind }) => kind === 'alters');
    expect(altered?.about).toMatch(/12 people → 15 people/);
    expect(altered?.earlier?.articleId).toBe('earlier');
    expect(altered?.later.articleId).toBe('later');
    const added = changes.filter(({ kind }) => kind === 'adds').map(({ later }) => later.quote);
    expect(added).toEqual([expect.stringContaining('inspection of all factories')]);
    for (const { earlier, later } of changes) {
      expectExact(later, articles);
      if (earlier !== null) expectExact(earlier, articles);
    }
  });

  it('reports on the articles since a day against those before it', async () => {
    const meeting = seeds.index.events.find(({ articleIds }) => articleIds.length === 4);
    const { changes, since } = await seeds.services.eventChanges(
      meeting?.id ?? '',
      '2025-06-26',
      'zh',
    );
    expect(since).toBe('2025-06-26');
    expect(changes.length).toBeGreaterThan(3);
    for (const { later, earlier } of changes) {
      expect((later.publishedAt ?? '') >= '2025-06-26').toBe(true);
      expectExact(later, seeds.articles);
      if (earlier !== null) expectExact(earlier, seeds.articles);
    }
    const none = await seeds.services.eventChanges(meeting?.id ?? '', '2026-01-01', 'zh');
    expect(none.changes).toEqual([]);
  });

  it('has nothing to report on an event of one article', async () => {
    const lone = seeds.index.events.find(({ articleIds }) => articleIds.length === 1);
    expect((await seeds.services.eventChanges(lone?.id ?? '', null, 'zh')).changes).toEqual([]);
  });

  it('knows only its events', async () => {
    await expect(seeds.services.eventChanges('nothing', null, 'en')).rejects.toMatchObject({
      code: 'event-not-found',
    });
  });
});

describe('two presses', () => {
  it('sets what both say beside each other, across languages', async () => {
    const articles = [EARLIER, LATER, CHINESE];
    const collection = await openCollection(articles);
    const comparison = await collection.services.comparePresses(
      onlyEvent(collection),
      'zh',
      'en',
      'en',
    );
    expect(comparison.left.articleIds).toEqual(['chinese']);
    expect(comparison.right.articleIds).toEqual(['earlier', 'later']);
    const fire = comparison.shared.find(({ left }) => left.text.includes('发生火灾'));
    expect(fire?.right.text).toContain('factory fire in Springfield');
    expect(comparison.left.only.map(({ text }) => text).join()).toContain('献血');
    expect(comparison.right.only.map(({ text }) => text).join()).toContain('inspection');
    for (const citation of comparison.citations) expectExact(citation, articles);
    const sentences = [
      ...comparison.left.only,
      ...comparison.right.only,
      ...comparison.shared.flatMap(({ left, right }) => [left, right]),
    ];
    for (const { citations, support } of sentences) {
      expect(citations).toHaveLength(1);
      expect(support.verdict).toBe('supported');
    }
  });

  it('compares outlets by any form of their names', async () => {
    const meeting = seeds.index.events.find(({ articleIds }) => articleIds.length === 4);
    const { left, right, shared } = await seeds.services.comparePresses(
      meeting?.id ?? '',
      'Global Times',
      '智通财经',
      'zh',
    );
    expect(left.articleIds).toHaveLength(1);
    expect(right.articleIds).toHaveLength(1);
    expect(shared.length).toBeGreaterThan(0);
  });

  it('says which presses there are where a side has no article', async () => {
    const meeting = seeds.index.events.find(({ articleIds }) => articleIds.length === 4);
    const compare = (left: string, right: string) =>
      seeds.services.comparePresses(meeting?.id ?? '', left, right, 'en');
    await expect(compare('zh', 'en')).rejects.toMatchObject({
      code: 'invalid-request',
      field: 'right',
      message: expect.stringMatching(/环球时报/),
    });
    await expect(compare('zh', '环球时报')).rejects.toMatchObject({ field: 'right' });
  });
});

describe('the list of events', () => {
  const list = { filters: {}, sort: 'newest', page: 1, pageSize: 10 } as const;

  it('sorts and pages', () => {
    const { services } = seeds;
    expect(services.listEvents(list).total).toBe(4);
    const [latest] = services.listEvents(list).events;
    expect(latest?.from).toBe('2025-07-07');
    const [most] = services.listEvents({ ...list, sort: 'most-reported' }).events;
    expect(most?.articleIds).toHaveLength(4);
    const [oldest] = services.listEvents({ ...list, sort: 'oldest' }).events;
    expect(oldest?.languages).toEqual(['en']);
    expect(services.listEvents({ ...list, page: 2, pageSize: 3 }).events).toHaveLength(1);
  });

  it('filters by article, and by words of the title, the places and the participants', () => {
    const { services } = seeds;
    const found = (query: string) => services.listEvents({ ...list, query }).total;
    expect(found('shenyang')).toBe(1);
    expect(found('董军')).toBe(1);
    expect(found('巴黎')).toBe(0);
    const july = services.listEvents({ ...list, filters: { from: '2025-07-01' } });
    expect(july.total).toBe(2);
    const english = services.listEvents({ ...list, filters: { language: 'en' } });
    expect(english.total).toBe(1);
  });

  it('refuses an inverted range and an unknown id', () => {
    const filters = { from: '2025-07-02', to: '2025-07-01' };
    expect(() => seeds.services.listEvents({ ...list, filters })).toThrow(
      expect.objectContaining({ code: 'inverted-range' }),
    );
    expect(() => seeds.services.getEvent('nothing')).toThrow(
      expect.objectContaining({ code: 'event-not-found' }),
    );
  });
});
