import { describe, expect, it } from 'vitest';
import { type DateRule, matchRules } from '../../src/language/dates/date-expression.ts';
import { resolveDate } from '../../src/language/dates/resolve-date.ts';
import { EXAMPLE_DATE_RULE } from '../../src/language/dates/rules/_example.ts';
import { ENGLISH_DATE_RULES } from '../../src/language/dates/rules/en.ts';
import { NUMERIC_DATE_RULES } from '../../src/language/dates/rules/numeric.ts';
import { CHINESE_DATE_RULES } from '../../src/language/dates/rules/zh.ts';
import type { NumberRule } from '../../src/language/numbers/number-rule.ts';
import { EXAMPLE_NUMBER_RULE } from '../../src/language/numbers/rules/_example.ts';
import { ENGLISH_NUMBER_RULES } from '../../src/language/numbers/rules/en.ts';
import { CHINESE_NUMBER_RULES } from '../../src/language/numbers/rules/zh.ts';

/** A Saturday. */
const REFERENCE = '2025-06-28';
/** 同日, "that year": what is told from the date mentioned before. */
const MENTIONED = {
  from: '2025-06-24',
  to: '2025-06-24',
  granularity: 'day',
  basis: 'written',
  certain: true,
  sentencesAgo: 0,
} as const;

/** What a date rule by itself reads in a text. */
function readDates(text: string, rule: DateRule): string[] {
  return matchRules(text, [rule]).map(({ form }) => {
    const days = resolveDate(form, {
      reference: REFERENCE,
      reportedDay: REFERENCE,
      previous: MENTIONED,
      previousDay: MENTIONED,
      futureCost: 4,
    });
    if (days === null) return 'vague';
    return days.from === days.to ? days.from : `${days.from}..${days.to}`;
  });
}

/** What a number rule by itself reads in a text. */
function readNumbers(text: string, rule: NumberRule): string[] {
  return Array.from(text.matchAll(rule.pattern), rule.read).flatMap((reading) =>
    reading === null ? [] : `${reading.value} ${reading.kind} ${reading.unit ?? ''}`.trim(),
  );
}

const REGISTRIES = {
  'dates, to be copied': { rules: [EXAMPLE_DATE_RULE], read: readDates },
  'numbers, to be copied': { rules: [EXAMPLE_NUMBER_RULE], read: readNumbers },
  'numeric dates': { rules: NUMERIC_DATE_RULES, read: readDates },
  'Chinese dates': { rules: CHINESE_DATE_RULES, read: readDates },
  'English dates': { rules: ENGLISH_DATE_RULES, read: readDates },
  'Chinese numbers': { rules: CHINESE_NUMBER_RULES, read: readNumbers },
  'English numbers': { rules: ENGLISH_NUMBER_RULES, read: readNumbers },
};

for (const [registry, { rules, read }] of Object.entries(REGISTRIES)) {
  const readAny = read as (text: string, rule: DateRule | NumberRule) => string[];
  describe(`Rules of ${registry}`, () => {
    it('each have a name of their own, an example and a counter-example', () => {
      expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
      const untried = rules.filter(({ examples, not }) => examples.length * not.length === 0);
      expect(untried.map(({ id }) => id)).toEqual([]);
    });

    it.each(rules.map((rule) => ({ id: rule.id, rule })))('$id', ({ rule }) => {
      for (const [text, reading] of rule.examples) {
        expect(readAny(text, rule), text).toEqual([reading]);
      }
      for (const text of rule.not) expect(readAny(text, rule), text).toEqual([]);
    });
  });
}
