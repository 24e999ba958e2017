import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDates } from '../../../src/language/dates/dates.ts';

/** Each case: text, reference, and the expressions found with the days they mean. */
type Case = readonly [text: string, reference: string | null, expected: readonly string[]];

const CHINESE: readonly Case[] = [
  ['会议于2025年6月26日在青岛举行。', null, ['2025年6月26日 2025-06-26']],
  ['6月26日，会议在青岛举行。', '2025-06-26', ['6月26日 2025-06-26']],
  ['12月30日，两国外长通话。', '2025-01-02', ['12月30日 2024-12-30']],
  ['26日，会议在青岛举行。', '2025-06-26', ['26日 2025-06-26']],
  ['会议于30日闭幕。', '2025-03-02', ['30日 2025-01-30']],
  ['31日，双方签署协议。', '2025-01-03', ['31日 2024-12-31']],
  ['论坛将于3日开幕。', '2025-06-30', ['3日 2025-07-03']],
  ['峰会将于8月31日至9月1日在天津举行。', '2025-07-10', ['8月31日至9月1日 2025-08-31/2025-09-01']],
  ['新规7月1日起施行。', '2025-06-26', ['7月1日 2025-07-01']],
  ['6月25日至26日，防长会议举行。', '2025-06-26', ['6月25日至26日 2025-06-25/2025-06-26']],
  ['25日至26日，防长会议举行。', '2025-06-26', ['25日至26日 2025-06-25/2025-06-26']],
  ['12月30日至1月2日放假。', '2025-01-03', ['12月30日至1月2日 2024-12-30/2025-01-02']],
  ['2025—2026年旅游和文化之都', '2025-07-07', ['2025—2026年 2025-01-01/2026-12-31']],
  ['2024年7月，峰会在阿斯塔纳举行。', '2025-06-28', ['2024年7月 2024-07-01/2024-07-31']],
  ['5月，出口增长。', '2025-06-09', ['5月 2025-05-01/2025-05-31']],
  ['1—5月，出口增长。', '2025-06-09', ['1—5月 2025-01-01/2025-05-31']],
  ['7月4日，论坛开幕。同日，双方会谈。', '2025-07-05', ['7月4日 2025-07-04', '同日 2025-07-04']],
  ['当天，董军会见客人。', '2025-06-26T14:00', ['当天 2025-06-26']],
  ['当天，董军会见客人。', '2025-06-26T01:34', ['当天 2025-06-25']],
  [
    '峰会24日开幕。甲说了。乙也说了。丙又说了。当天，董军会见客人。',
    '2025-06-26T01:34',
    ['24日 2025-06-24', '当天 2025-06-25'],
  ],
  ['6月25日会谈，次日签字。', '2025-06-28', ['6月25日 2025-06-25', '次日 2025-06-26']],
  ['昨天抵达，明天离开。', '2025-03-01', ['昨天 2025-02-28', '明天 2025-03-02']],
  ['昨晚举行了发布会。', '2025-01-01', ['昨晚 2024-12-31']],
  [
    '今年是轮值主席国，去年不是。',
    '2025-06-26',
    ['今年 2025-01-01/2025-12-31', '去年 2024-01-01/2024-12-31'],
  ],
  ['去年12月30日签署。', '2025-06-26', ['去年12月30日 2024-12-30']],
  [
    '上周举行，下周结束。',
    '2025-06-26',
    ['上周 2025-06-16/2025-06-22', '下周 2025-06-30/2025-07-06'],
  ],
  ['上周五抵达，周三离开。', '2025-06-26', ['上周五 2025-06-20', '周三 2025-06-25']],
  [
    '本月公布，下月执行，上月25日通过。',
    '2025-06-26',
    ['本月 2025-06-01/2025-06-30', '下月 2025-07-01/2025-07-31', '上月25日 2025-05-25'],
  ],
  ['近日，双方会谈。', '2025-06-26', ['近日 ?']],
  ['二〇二五年六月二十六日', null, ['二〇二五年六月二十六日 2025-06-26']],
  ['２０２５年６月２６日', null, ['２０２５年６月２６日 2025-06-26']],
  ['2025 年 6 月 26 日', null, ['2025 年 6 月 26 日 2025-06-26']],
  ['上世纪90年代以来', '2025-06-26', ['上世纪90年代 1990-01-01/1999-12-31']],
  ['21世纪的第一个十年', null, ['21世纪 2001-01-01/2100-12-31']],
  [
    '2024年第一季度和2025年上半年',
    null,
    ['2024年第一季度 2024-01-01/2024-03-31', '2025年上半年 2025-01-01/2025-06-30'],
  ],
  [
    '6月下旬和去年年底',
    '2025-07-10',
    ['6月下旬 2025-06-21/2025-06-30', '去年年底 2024-10-01/2024-12-31'],
  ],
  ['三天前抵达，两年前签约。', '2025-06-26', ['三天前 2025-06-23', '两年前 2023-01-01/2023-12-31']],
  [
    '2022年11月27日开始，12月3日结束。',
    '2025-06-26',
    ['2022年11月27日 2022-11-27', '12月3日 2022-12-03'],
  ],
  [
    '辛格是2020年中印边境对峙以来首位访华的印度防长。',
    '2025-06-26',
    ['2020年 2020-01-01/2020-12-31'],
  ],
  ['2025-06-26 及 2025/7/4', null, ['2025-06-26 2025-06-26', '2025/7/4 2025-07-04']],
  ['26日', null, ['26日 ?']],
  ['2月29日', '2025-03-05', ['2月29日 2024-02-29']],
  // Durations, lines, codes and names are not dates.
  ['历经24年发展，为期三天，两天的会议，2000年的历史，3日内完成', '2025-06-26', []],
  ['8号线、100日、26个国家、第二十二次、同日本合作', '2025-06-26', []],
];

const ENGLISH: readonly Case[] = [
  ['The meeting was held on June 26, 2025.', null, ['June 26, 2025 2025-06-26']],
  ['The meeting was held on 26 June 2025.', null, ['26 June 2025 2025-06-26']],
  ['It opened on the 26th of June.', '2025-07-01', ['26th of June 2025-06-26']],
  ['They met on December 30.', '2025-01-02', ['December 30 2024-12-30']],
  ['The summit is scheduled for September 1.', '2025-06-26', ['September 1 2025-09-01']],
  ['The Astana Summit in July 2024 adopted it.', '2025-06-19', ['July 2024 2024-07-01/2024-07-31']],
  ['They met on 25-26 June in Qingdao.', '2025-06-28', ['25-26 June 2025-06-25/2025-06-26']],
  ['They met from June 25 to 26, 2025.', null, ['June 25 to 26, 2025 2025-06-25/2025-06-26']],
  ['From June 28 to July 4 it rained.', '2025-07-05', ['June 28 to July 4 2025-06-28/2025-07-04']],
  ['He arrived on the 26th, and left.', '2025-06-27', ['the 26th 2025-06-26']],
  ['This is the 26th session.', '2025-06-27', []],
  [
    'They met last week and will meet next month.',
    '2025-06-26',
    ['last week 2025-06-16/2025-06-22', 'next month 2025-07-01/2025-07-31'],
  ],
  [
    'They arrived on Tuesday. That day, talks began.',
    '2025-06-26',
    ['Tuesday 2025-06-24', 'That day 2025-06-24'],
  ],
  ['Talks resume next Friday.', '2025-06-26', ['next Friday 2025-07-04']],
  [
    'Yesterday he left; today he is back.',
    '2025-06-26',
    ['Yesterday 2025-06-25', 'today 2025-06-26'],
  ],
  [
    'Two years ago, and three days ago.',
    '2025-06-26',
    ['Two years ago 2023-01-01/2023-12-31', 'three days ago 2025-06-23'],
  ],
  [
    'In the late 1990s and the 21st century',
    null,
    ['1990s 1990-01-01/1999-12-31', '21st century 2001-01-01/2100-12-31'],
  ],
  [
    'In the first quarter of 2024 and Q2 2025',
    null,
    ['first quarter of 2024 2024-01-01/2024-03-31', 'Q2 2025 2025-04-01/2025-06-30'],
  ],
  [
    'In early July and late 2024',
    '2025-07-20',
    ['early July 2025-07-01/2025-07-10', 'late 2024 2024-10-01/2024-12-31'],
  ],
  ['The 2025-2026 tourism capital', null, ['2025-2026 2025-01-01/2026-12-31']],
  ['The 2022 Winter Olympics drew 2000 people.', null, ['2022 2022-01-01/2022-12-31']],
  [
    'Since March it may march on; in May it did.',
    '2025-06-26',
    ['March 2025-03-01/2025-03-31', 'May 2025-05-01/2025-05-31'],
  ],
  ['Filed 6/26/2025 and 26/06/2025.', null, ['6/26/2025 2025-06-26', '26/06/2025 2025-06-26']],
  [
    'The following day, on July 5, 2025, he left.',
    '2025-07-06',
    ['The following day 2025-07-07', 'July 5, 2025 2025-07-05'],
  ],
  ['Over 30 years of ties, 12 projects, and a two-day summit.', '2025-06-26', []],
  ['They recently met in 2021.', null, ['recently ?', '2021 2021-01-01/2021-12-31']],
];

function describeDates(text: string, language: 'zh' | 'en', reference: string | null): string[] {
  return findDates(text, { language, reference }).map(({ expression, from, to }) => {
    const days = from === null ? '?' : from === to ? from : `${from}/${to}`;
    return `${expression} ${days}`;
  });
}

describe('findDates', () => {
  it.each(CHINESE)('reads %s (published %s)', (text, reference, expected) => {
    expect(describeDates(text, 'zh', reference)).toEqual(expected);
  });

  it.each(ENGLISH)('reads %s (published %s)', (text, reference, expected) => {
    expect(describeDates(text, 'en', reference)).toEqual(expected);
  });

  it('says what a resolution rests on, and whether another reading is open', () => {
    const [written] = findDates('2025年6月26日', { language: 'zh', reference: '2030-01-01' });
    const [nearest] = findDates('26日', { language: 'zh', reference: '2025-06-26' });
    const [guess] = findDates('当天', { language: 'zh', reference: '2025-06-26' });
    expect([written?.basis, written?.relative, written?.certain]).toEqual(['written', false, true]);
    expect([nearest?.basis, nearest?.relative, nearest?.certain]).toEqual([
      'reference-date',
      true,
      true,
    ]);
    expect(guess?.certain).toBe(false);
  });

  it('keeps offsets exact and mentions apart on any text', () => {
    const piece = fc.constantFrom(
      '6月26日',
      '26日',
      '同日',
      '至',
      '2025年',
      'June 26',
      ', 2025',
      ' on the 26th.',
      '。',
      'last week',
      '13月',
      '二〇二五年',
      '99日',
      '-',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.boolean(), (pieces, chinese) => {
        const text = pieces.join('');
        const mentions = findDates(text, {
          language: chinese ? 'zh' : 'en',
          reference: '2025-06-26',
        });
        let end = 0;
        for (const mention of mentions) {
          expect(mention.start).toBeGreaterThanOrEqual(end);
          expect(text.slice(mention.start, mention.end)).toBe(mention.expression);
          if (mention.from !== null && mention.to !== null) {
            expect(mention.from <= mention.to).toBe(true);
            expect(Number.isNaN(Date.parse(mention.from))).toBe(false);
          }
          end = mention.end;
        }
      }),
    );
  });
});
