import { numberRule } from '../number-rule.ts';

/**
 * How a rule is written: copy it into `zh.ts` or `en.ts`, before the rules that would take a part of
 * what it matches. `test/language/rules.test.ts` runs every example and counter-example.
 */
export const EXAMPLE_NUMBER_RULE = numberRule({
  id: 'en-pair',
  pattern: '\\b(\\d+) pairs\\b',
  read: (match) => ({ value: 2 * Number(match[1]), kind: 'cardinal', unit: null }),
  examples: [['3 pairs', '6 cardinal']],
  not: ['pairs', '3 pair'],
});
