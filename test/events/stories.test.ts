import { beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '../../src/core/article.ts';
import { detectEvents, type EventDetection } from '../../src/events/detect-events.ts';
import type { ArticleProfile } from '../../src/events/detection/article-profile.ts';
import { weighStory } from '../../src/events/detection/story-weight.ts';
import type { EventTools } from '../../src/events/event-tools.ts';
import { titleOf } from '../../src/events/find-event.ts';
import {
  article,
  type EventCollection,
  eventTools,
  loadSeeds,
  openCollection,
} from './event-collection.ts';

/** A coup told over three weeks by several outlets, with matters of other kinds beside it. */
const COUP = [
  ['2023-07-27', '7月26日，尼日尔总统卫队扣押总统巴祖姆，政变军人在国家电视台宣布推翻巴祖姆政权。'],
  ['2023-07-28', '7月28日，尼日尔总统卫队司令齐亚尼宣布自己为政变后的领导人，巴祖姆仍被扣押。'],
  ['2023-07-31', '7月30日，法国驻尼日尔大使馆遭支持政变的示威者冲击，示威者反对法国支持巴祖姆。'],
  ['2023-08-07', '8月6日，尼日尔政变军人宣布关闭领空，西共体要求恢复巴祖姆职务的期限届满。'],
  ['2023-08-11', '8月10日，西共体就尼日尔政变召开会议，决定部署待命部队以恢复巴祖姆的职务。'],
  ['2023-08-14', '8月13日，尼日尔政变军人宣布将以叛国罪起诉被推翻的总统巴祖姆。'],
] as const;
const OTHERS = [
  ['2023-07-28', '7月28日，成都第31届世界大学生夏季运动会开幕，运动员代表宣誓。'],
  ['2023-08-01', '8月1日，英格兰女足六比一战胜中国女足，中国女足无缘世界杯十六强。'],
  ['2023-08-06', '8月6日，山东德州平原县发生5.5级地震，74处房屋倒塌。'],
  ['2023-08-11', '8月11日，俄罗斯月球探测器从东方航天发射场发射升空。'],
  ['2023-08-12', '8月12日，杭州市民李某在西湖边捡到钱包，民警联系到失主。'],
] as const;
const ENGLISH = article(
  'english',
  'Niger coup leaders said on August 13 that they would charge the ousted president Mohamed Bazoum with treason. Soldiers of the presidential guard announced the coup in Niger on July 26.',
  { publishedAt: '2023-08-14', title: 'Niger coup leaders to charge Bazoum with treason' },
);

function chinese(id: string, publishedAt: string, body: string): Article {
  return article(id, body, { language: 'zh', publishedAt, title: body.split('，')[1] ?? '' });
}

const ARTICLES = [
  ...COUP.map(([day, body], number) => chinese(`coup-${number}`, day, body)),
  ...OTHERS.map(([day, body], number) => chinese(`other-${number}`, day, body)),
];

let tools: EventTools;
let found: EventDetection;

beforeAll(async () => {
  tools = await eventTools;
  found = await detectEvents(ARTICLES, tools);
});

function coupOf({ stories }: EventDetection) {
  const story = stories.find(({ articleIds }) => articleIds.includes('coup-0'));
  if (story === undefined) throw new Error('the coup is a story');
  return story;
}

describe('stories', () => {
  it('gather over weeks what belongs together, and nothing else', () => {
    const { articleIds } = coupOf(found);
    expect(articleIds).toHaveLength(COUP.length);
    expect(articleIds.every((id) => id.startsWith('coup-'))).toBe(true);
  });

  it('tell their days, each with its events, and no day after the last report', () => {
    const { days, eventIds, from, to } = coupOf(found);
    expect(from).toBe('2023-07-26');
    expect(to).toBe('2023-08-13');
    expect(days.map(({ day }) => day)).toEqual([...days.map(({ day }) => day)].sort());
    const known = new Set(found.events.map(({ id }) => id));
    for (const id of eventIds) expect(known).toContain(id);
    for (const { eventIds: ofDay } of days) for (const id of ofDay) expect(eventIds).toContain(id);
  });

  it.each([
    ['尼日尔总统被军人扣押 联合国秘书长发声当地时间', '尼日尔总统被军人扣押 联合国秘书长发声'],
    ['尼日尔总统被政变军人扣押，', '尼日尔总统被政变军人扣押'],
    ['尼日尔政变军人推翻巴祖姆政权智通财经APP获悉，', '尼日尔政变军人推翻巴祖姆政权'],
    [
      '尼日尔政变军人推翻总统巴祖姆【俄罗斯卫星通讯社尼亚美7月27日电',
      '尼日尔政变军人推翻总统巴祖姆',
    ],
  ])('bear a headline without the report that is glued to it: %s', async (title, expected) => {
    const [first, ...others] = ARTICLES;
    if (first === undefined) throw new Error('there are articles');
    const bare = others.map((one) => ({ ...one, title: '' }));
    const { stories } = await detectEvents([{ ...first, title }, ...bare], tools);
    expect(stories.find(({ articleIds }) => articleIds.includes('coup-0'))?.title.zh).toBe(
      expected,
    );
  });

  it('of one outlet that sends the same kind of bulletin every day weigh less than one of three outlets', () => {
    const member = (outlet: string, day: number) => ({
      article: article(`${outlet}-${day}`, '', {
        outlet: { name: outlet, zh: outlet, en: outlet },
      }),
      profile: { day: '2023-08-10' } as ArticleProfile,
    });
    const bulletins = Array.from({ length: 300 }, (_, day) => member('财经', day));
    const story = Array.from({ length: 9 }, (_, i) => member(`报${i % 3}`, i));
    expect(weighStory(story, '2023-08-10')).toBeGreaterThan(weighStory(bulletins, '2023-08-10'));
  });

  it('do not depend on the order of the articles', async () => {
    expect(await detectEvents([...ARTICLES].reverse(), tools)).toEqual(found);
  });

  it('keep their id when articles join', async () => {
    const later = chinese(
      'coup-later',
      '2023-08-19',
      '8月18日，西共体称已就军事干预尼日尔政变的日期达成一致，要求政变军人恢复巴祖姆职务。',
    );
    const grown = await detectEvents([...ARTICLES, later], tools, found);
    expect(coupOf(grown).id).toBe(coupOf(found).id);
    expect(coupOf(grown).articleIds).toContain('coup-later');
  });

  it('weigh more with more articles and outlets', () => {
    const coup = coupOf(found);
    for (const story of found.stories) expect(coup.weight).toBeGreaterThanOrEqual(story.weight);
  });

  it('never take a day that is merely announced for what happened', async () => {
    const announced = chinese(
      'announced',
      '2023-08-01',
      '8月1日，交通运输部宣布新规，该规定自2023年9月1日起施行，有关条款有效期至2024年7月30日。',
    );
    const { events } = await detectEvents([announced], tools);
    for (const { to } of events) expect(to ?? '').toMatch(/^(?:2023-08-01)?$/);
  });

  it('make no event of an opinion', async () => {
    const opinion = chinese(
      'opinion',
      '2023-08-10',
      '我们应当认真思考城市治理的问题。好的治理需要耐心，也需要智慧。读者可以从中得到启发。',
    );
    expect((await detectEvents([opinion], tools)).events).toEqual([]);
  });
});

describe('the list of stories', () => {
  let collection: EventCollection;

  beforeAll(async () => {
    collection = await openCollection(ARTICLES);
  });

  it('begins with what matters, and holds every event once', () => {
    const { services, index } = collection;
    const list = { filters: {}, sort: 'weight', page: 1, pageSize: 100 } as const;
    const { stories, total } = services.listStories(list);
    expect(stories).toHaveLength(total);
    expect(stories[0]?.articleIds).toContain('coup-0');
    const listed = stories.flatMap(({ eventIds }) => eventIds);
    expect([...listed].sort()).toEqual(index.events.map(({ id }) => id).sort());
  });

  it('answers for a story wherever an event may stand', async () => {
    const { services } = collection;
    const { id } = coupOf(found);
    expect(services.getEvent(id).articleIds).toHaveLength(COUP.length);
    const page = await services.timeline({
      eventId: id,
      filters: {},
      language: 'zh',
      page: 1,
      pageSize: 20,
    });
    const days = page.entries.map(({ date }) => date.from);
    expect(days).toContain('2023-07-26');
    expect(new Set(page.entries.map(({ rank }) => rank)).size).toBe(page.entries.length);
  });

  it('titles a Chinese story for an English reader with its names', () => {
    const coup = coupOf(found);
    expect(
      titleOf(
        {
          ...coup,
          places: [{ zh: '尼日尔', en: 'Niger' }],
          title: { zh: '尼日尔发生政变', en: null },
        },
        'en',
      ),
    ).toBe('Niger: 尼日尔发生政变');
  });
});

it('takes an English report of the matter into the story', async () => {
  const { stories, events } = await detectEvents([...ARTICLES, ENGLISH], tools);
  const groups = [...stories, ...events].filter(({ articleIds }) => articleIds.includes('english'));
  expect(groups.some(({ articleIds }) => articleIds.some((id) => id.startsWith('coup-')))).toBe(
    true,
  );
});

it('leaves the four events of the seeds as they are', async () => {
  const { events } = await detectEvents(await loadSeeds(), tools);
  expect(events.map(({ articleIds }) => articleIds.length).sort()).toEqual([1, 1, 1, 4]);
});
