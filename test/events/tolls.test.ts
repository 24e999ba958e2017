import { beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '../../src/core/article.ts';
import { facetOf } from '../../src/events/facets.ts';
import { createSentenceReader, type SentenceReader } from '../../src/events/reported-sentence.ts';
import { briefSpans } from '../../src/events/summary/brief-spans.ts';
import { datedSentences } from '../../src/events/timeline/timeline-entries.ts';
import { findTolls, tollCountsIn } from '../../src/events/tolls.ts';
import { article, eventTools } from './event-collection.ts';

let read: SentenceReader;

beforeAll(async () => {
  const { annotator } = await eventTools;
  read = createSentenceReader(({ body, language, publishedAt, title }) =>
    annotator.annotate({ text: body, language, reference: publishedAt, title }),
  );
});

function chinese(id: string, publishedAt: string, body: string): Article {
  return article(id, body, { language: 'zh', publishedAt });
}

describe('counts of a toll', () => {
  it.each([
    ['zh', '野火已造成99人死亡。', [['dead', 99]]],
    ['zh', '遇难人数升至80人。', [['dead', 80]]],
    [
      'zh',
      '强降雨造成14人遇难，1人失联。',
      [
        ['dead', 14],
        ['missing', 1],
      ],
    ],
    [
      'zh',
      '地震造成21人受伤，126处房屋倒塌。',
      [
        ['injured', 21],
        ['destroyed', 126],
      ],
    ],
    [
      'en',
      'The fire killed 12 people and injured 30 others.',
      [
        ['dead', 12],
        ['injured', 30],
      ],
    ],
    ['zh', '328名旅客平安抵达。', []],
    ['zh', '报收于9.55港元，上涨0.95%。', []],
  ] as const)('%s: %s', (language, body, expected) => {
    const [sentence] = read(article('one', body, { language, publishedAt: '2023-08-14' }));
    expect(
      sentence === undefined ? [] : tollCountsIn(sentence).map(({ toll, value }) => [toll, value]),
    ).toEqual(expected);
  });

  it('are a series over the days, each written as its article has it', () => {
    const days = [
      ['2023-08-11', 53],
      ['2023-08-13', 80],
      ['2023-08-14', 96],
      ['2023-08-18', 111],
    ] as const;
    const sentences = days.flatMap(([day, count]) =>
      read(chinese(day, day, `截至${Number(day.slice(8))}日，毛伊岛大火已造成${count}人死亡。`)),
    );
    const [dead] = findTolls([...sentences].reverse());
    expect(dead?.toll).toBe('dead');
    expect(dead?.counts.map(({ asOf, value }) => [asOf, value])).toEqual(days);
    for (const { sentence, start, end, value } of dead?.counts ?? []) {
      expect(sentence.text.slice(start, end)).toContain(String(value));
    }
  });

  it('leave out what one article alone counts', () => {
    expect(findTolls(read(chinese('one', '2023-08-11', '车祸造成3人死亡。')))).toEqual([]);
  });
});

describe('the side of an event that a sentence tells of', () => {
  const context = { from: '2023-08-09', last: '2023-08-10' };
  it.each([
    ['东航预计今年还将引入另外3架C919客机。', 'outlook'],
    ['比利亚维森西奥原本将参加8月20日的选举。', 'course'],
    ['火灾由于电线受损引起，风势助长了火势。', 'reasons'],
    ['州长格林表示，还会发现更多遇难者。', 'positions'],
    ['8月9日，比利亚维森西奥在基多遭枪击身亡。', 'course'],
  ] as const)('%s: %s', (body, facet) => {
    const [sentence] = read(chinese('one', '2023-08-10', body));
    expect(sentence && facetOf(sentence, context)).toBe(facet);
  });
});

describe('lines of a brief', () => {
  it('begin behind who reports, and stand in the sentence', () => {
    const body = '据央视新闻报道，8月9日，比利亚维森西奥在基多遭枪击身亡，警方拘留了6人。';
    const [sentence] = read(chinese('one', '2023-08-10', body));
    if (sentence === undefined) throw new Error('there is a sentence');
    const shown = briefSpans(sentence).map(({ start, end }) => sentence.text.slice(start, end));
    expect(shown).toContain('8月9日，比利亚维森西奥在基多遭枪击身亡，警方拘留了6人。');
    for (const text of shown) {
      expect(text).not.toMatch(/^据/);
      expect(body).toContain(text);
    }
  });

  it('never are captions, links or questions', () => {
    const body =
      '美国夏威夷拉海纳镇在火灾后变成一片废墟（资料图）。扫码关注我们的公众号。这是谁的责任？';
    const sentences = read(chinese('one', '2023-08-10', body));
    expect(sentences.flatMap(briefSpans)).toEqual([]);
  });
});

describe('dates of a timeline', () => {
  it('are no weekdays that come back', () => {
    const body = '博物馆每逢周一闭馆。展览于8月5日开幕，吸引了许多观众。';
    const dates = datedSentences(read(chinese('one', '2023-08-06', body))).map(({ date }) => date);
    expect(dates.map(({ from }) => from)).toEqual(['2023-08-05']);
  });

  it('stand once for a sentence, under the day it is about', () => {
    const body = '2023年8月5日，展览在上海开幕，展期至2024年1月。';
    const dated = datedSentences(read(chinese('one', '2023-08-06', body)));
    expect(dated.map(({ date }) => date.from)).toEqual(['2023-08-05']);
  });
});
