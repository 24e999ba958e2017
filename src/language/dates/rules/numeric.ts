import { calendar, type DateRule, dateRule } from '../date-expression.ts';

/** Dates of digits alone, the same in both languages: 2025-06-26, 2025/6/26, 6/26/2025, 2025-06. */
export const NUMERIC_DATE_RULES: readonly DateRule[] = [
  dateRule({
    id: 'numeric-day',
    pattern:
      '(?<![\\d.-])(?<year>[12]\\d{3})(?<separator>[-/.])(?<month>\\d{1,2})\\k<separator>(?<day>\\d{1,2})(?![\\d]|[.-]\\d)',
    read: (g) => calendar({ year: Number(g.year), month: Number(g.month), day: Number(g.day) }),
    examples: [
      ['2025-06-26', '2025-06-26'],
      ['2025/6/26', '2025-06-26'],
      ['2025.6.26', '2025-06-26'],
    ],
    not: ['2025-06/26', '3.2025-06-26'],
  }),
  dateRule({
    id: 'numeric-day-year-last',
    pattern: '(?<![\\d./])(?<first>\\d{1,2})/(?<second>\\d{1,2})/(?<year>[12]\\d{3})(?!\\d)',
    read: (g) => {
      const [first, second] = [Number(g.first), Number(g.second)];
      // Month first, as in American usage, unless it cannot be a month.
      const [month, day] = first > 12 ? [second, first] : [first, second];
      return calendar({ year: Number(g.year), month, day });
    },
    examples: [
      ['6/26/2025', '2025-06-26'],
      ['26/6/2025', '2025-06-26'],
    ],
    not: ['6/26', '3/6/26/2025'],
  }),
  dateRule({
    id: 'numeric-month',
    pattern: '(?<![\\d.-])(?<year>(?:19|20)\\d{2})[-/](?<month>0[1-9]|1[0-2])(?![\\d/-])',
    read: (g) => calendar({ year: Number(g.year), month: Number(g.month) }),
    examples: [
      ['2025-06', '2025-06-01..2025-06-30'],
      ['2025/06', '2025-06-01..2025-06-30'],
    ],
    not: ['2025-13', '2025-06-26'],
  }),
];
