import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../src/language/characters/language.ts';
import { addDays } from '../../src/language/dates/calendar.ts';
import { findAskedDates } from '../../src/question/asked-dates.ts';
import { type PublicationDays, settleDate } from '../../src/question/settle-dates.ts';

const TODAY = '2026-11-25';

function published(days: readonly string[]): PublicationDays {
  const sorted = [...days].sort();
  return {
    first: sorted[0] ?? null,
    last: sorted.at(-1) ?? null,
    count: (from, to) => sorted.filter((day) => day >= from && day <= to).length,
  };
}

/** A summer of news, and one article that was published two years later. */
const SUMMER = published([
  ...Array.from({ length: 92 }, (_, i) => addDays('2023-06-01', i)),
  '2025-08-10',
]);

function settled(question: string, days = SUMMER) {
  return findAskedDates(question, detectLanguage(question), TODAY)
    .map((date) => settleDate(date, days))
    .map(({ from, to }) => [from, to]);
}

describe('dates of a question', () => {
  it.each([
    ['8月谁道歉了', '2023-08-01', '2023-08-31'],
    ['7月底为什么停运', '2023-07-21', '2023-07-31'],
    ['8月10日发生了什么', '2023-08-10', '2023-08-10'],
    ['25号谁见了谁', '2023-08-25', '2023-08-25'],
    ['6.25 谁见了谁', '2023-06-25', '2023-06-25'],
    ['6/25开了什么会', '2023-06-25', '2023-06-25'],
    ['6月26谁来了', '2023-06-26', '2023-06-26'],
    ['Who arrived on the 25th?', '2023-08-25', '2023-08-25'],
    ['What opened on 4 July?', '2023-07-04', '2023-07-04'],
    ['2021年8月谁道歉了', '2021-08-01', '2021-08-31'],
  ])('%s', (question, from, to) => {
    expect(settled(question)).toEqual([[from, to]]);
  });

  it.each(['他住6号楼', '涨了6.25%', '月球-25号什么时候发射', '3.5亿元是谁的', '第25号台风'])(
    'are none in %s',
    (question) => {
      expect(settled(question)).toEqual([]);
    },
  );

  it('count from today where they say so', () => {
    expect(settled('昨天谁来了')).toEqual([['2026-11-24', '2026-11-24']]);
  });

  it('are the nearest to what was published where nothing was', () => {
    expect(settled('12月24日有什么安排')).toEqual([['2023-12-24', '2023-12-24']]);
  });

  it('keep the month and the day whatever was published', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 2_000 }), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        (offsets, month, day) => {
          const days = published(offsets.map((offset) => addDays('2020-01-01', offset)));
          const [date] = settled(`${month}月${day}日谁来了`, days);
          const expected = `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
          expect(date?.[0]?.slice(5)).toBe(expected);
        },
      ),
      { numRuns: 50 },
    );
  });
});
