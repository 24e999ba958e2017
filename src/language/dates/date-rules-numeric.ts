import { calendar, type DateRule, dateRule } from './date-expression.ts';

/** Dates of digits alone, the same in both languages: 2025-06-26, 2025/6/26, 6/26/2025, 2025-06. */
export const NUMERIC_DATE_RULES: readonly DateRule[] = [
  dateRule(
    '(?<![\\d.-])(?<y>[12]\\d{3})(?<s>[-/.])(?<m>\\d{1,2})\\k<s>(?<d>\\d{1,2})(?![\\d]|[.-]\\d)',
    (g) => calendar({ year: Number(g.y), month: Number(g.m), day: Number(g.d) }),
  ),
  dateRule('(?<![\\d./])(?<a>\\d{1,2})/(?<b>\\d{1,2})/(?<y>[12]\\d{3})(?!\\d)', (g) => {
    const [first, second] = [Number(g.a), Number(g.b)];
    // Month first, as in American usage, unless it cannot be a month.
    const [month, day] = first > 12 ? [second, first] : [first, second];
    return calendar({ year: Number(g.y), month, day });
  }),
  dateRule('(?<![\\d.-])(?<y>(?:19|20)\\d{2})[-/](?<m>0[1-9]|1[0-2])(?![\\d/-])', (g) =>
    calendar({ year: Number(g.y), month: Number(g.m) }),
  ),
];
