import { describe, expect, it } from 'vitest';
import { dateTerms } from '../../../src/language/dates/date-terms.ts';

describe('dates as terms', () => {
  it.each([
    ['6月26日', null],
    ['june 26', null],
    ['26 june', null],
    ['26th of june', null],
    ['26日', '2025-06-26'],
  ])('%s is the 26th of June', (text, publishedAt) => {
    expect(dateTerms(text, publishedAt)).toEqual(['date:6-26']);
  });

  it.each(['2025年6月', 'june 2025', 'june, 2025'])('%s is a month of a year', (text) => {
    expect(dateTerms(text, null)).toEqual(['date:2025-6']);
  });

  it.each(['2025年6月26日', 'june 26, 2025', '26 june 2025', '2025-06-26', '2025/6/26'])(
    '%s is found by its day and by its month',
    (text) => {
      expect(new Set(dateTerms(text, null))).toEqual(new Set(['date:2025-6', 'date:6-26']));
    },
  );

  it.each(['26日', '13月40日', '2025年', 'may i ask', 'march on', '24名', '5.26'])(
    '%s by itself is none',
    (text) => {
      expect(dateTerms(text, null)).toEqual([]);
    },
  );

  it('does not take the day of a full date for one of the month of publication', () => {
    expect(dateTerms('5月26日举行', '2025-06-30')).toEqual(['date:5-26']);
  });
});
