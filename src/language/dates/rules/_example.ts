import { calendar, dateRule } from '../date-expression.ts';

/**
 * How a rule is written: copy it into `zh.ts`, `en.ts` or `numeric.ts`, before the rules that would
 * take a part of what it matches. `test/language/rules.test.ts` runs every example and
 * counter-example; `DateGroup` lists the names that groups may have.
 */
export const EXAMPLE_DATE_RULE = dateRule({
  id: 'zh-day-of-new-year',
  pattern: '(?<year>\\d{4})年元旦',
  read: ({ year }) => calendar({ year: Number(year), month: 1, day: 1 }),
  examples: [['2025年元旦', '2025-01-01']],
  not: ['元旦', '2025年元月'],
});
