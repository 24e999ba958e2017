import type { Span } from '../../core/span.ts';
import { allMatches } from '../characters/all-matches.ts';

/** A year or month told from another one: 去年, 上月, 同年, "last year". */
export interface RelativeField {
  /** Counted from the reference date, or from the date mentioned before. */
  readonly base: 'reference' | 'previous';
  /** Years or months to add. */
  readonly offset: number;
}

/** A part of a year or of a month. */
export type DatePart =
  | 'early'
  | 'middle'
  | 'late'
  | 'first-half'
  | 'second-half'
  | 'quarter-1'
  | 'quarter-2'
  | 'quarter-3'
  | 'quarter-4'
  | 'spring'
  | 'summer'
  | 'autumn'
  | 'winter';

/** A date as written: what is not written is absent and found from the context. */
export interface CalendarFields {
  readonly year?: number | RelativeField | undefined;
  readonly month?: number | RelativeField | undefined;
  readonly day?: number | undefined;
  readonly part?: DatePart | undefined;
}

export type OffsetUnit = 'day' | 'week' | 'weekend' | 'month' | 'quarter' | 'year';

/** What a date expression says, before it is resolved; the same for both languages. */
export type DateForm =
  | { readonly form: 'calendar'; readonly fields: CalendarFields }
  | { readonly form: 'range'; readonly first: CalendarFields; readonly last: CalendarFields }
  | {
      readonly form: 'offset';
      readonly base: 'reference' | 'previous';
      readonly unit: OffsetUnit;
      readonly offset: number;
      /** False for "two years ago", which names no exact stretch. */
      readonly exact: boolean;
    }
  | {
      readonly form: 'weekday';
      /** From 1 (Monday) to 7 (Sunday). */
      readonly weekday: number;
      /** Weeks from the reference's, or null for the nearest such day. */
      readonly week: number | null;
    }
  | {
      readonly form: 'years';
      readonly first: number;
      readonly last: number;
      readonly granularity: 'decade' | 'century';
      readonly certain: boolean;
    }
  /** 近日, "recently": about time, but naming none. */
  | { readonly form: 'vague' };

/** A date expression found in a text, not yet resolved. */
export interface DateExpression extends Span {
  readonly form: DateForm;
}

/** Named groups of the rules' patterns, the one language between the rules and the reader. */
export type DateGroups = Readonly<Partial<Record<DateGroup, string>>>;

type DateGroup =
  | 'year'
  | 'month'
  | 'day'
  | 'endYear'
  | 'endMonth'
  | 'endDay'
  /** 去年, "last year" */
  | 'yearWord'
  /** 上月 */
  | 'monthWord'
  /** 第一, "first" */
  | 'quarter'
  /** `Q1` */
  | 'quarterDigit'
  /** 上旬, 初, "early", "summer" */
  | 'part'
  /** 年初 without a year before it. */
  | 'yearPart'
  | 'half'
  | 'century'
  /** 上世纪 */
  | 'centuryWord'
  | 'decade'
  | 'count'
  | 'unit'
  | 'weekday'
  /** 上, 今天, "last" */
  | 'word'
  | 'separator'
  /** Month and day of `6/26/2025`, in an order that the values decide. */
  | 'first'
  | 'second';

/** One way of writing dates. The first rule that matches a stretch of text has it. */
export interface DateRule {
  /** Names the rule in tests and measurements: language and way of writing. */
  readonly id: string;
  readonly pattern: RegExp;
  /** What a match says, or null when it is no date after all (month 13). */
  read(groups: DateGroups): DateForm | null;
  /**
   * Texts with the days that the rule reads there, in an article of Saturday, 28 June 2025:
   * `2025-06-26`, `2025-06-25..2025-06-26`, or `vague`.
   */
  readonly examples: readonly (readonly [text: string, days: string])[];
  /** Texts in which the rule by itself must find nothing. */
  readonly not: readonly string[];
}

/** A rule whose pattern is given as text, to be compiled to find every match. */
export function dateRule({
  pattern,
  flags = '',
  ...rule
}: Omit<DateRule, 'pattern'> & { readonly pattern: string; readonly flags?: '' | 'i' }): DateRule {
  return { ...rule, pattern: new RegExp(pattern, `gu${flags}`) };
}

export function calendar(fields: CalendarFields): DateForm | null {
  const { month, day } = fields;
  if (typeof month === 'number' && (month < 1 || month > 12)) return null;
  if (day !== undefined && (day < 1 || day > 31)) return null;
  return { form: 'calendar', fields };
}

export function calendarRange(first: CalendarFields, last: CalendarFields): DateForm | null {
  if (calendar(first) === null || calendar(last) === null) return null;
  return { form: 'range', first, last };
}

/** @param exact false for "two years ago", which names no exact stretch */
export function offsetForm(
  base: 'reference' | 'previous',
  unit: OffsetUnit,
  offset: number,
  exact = true,
): DateForm {
  return { form: 'offset', base, unit, offset, exact };
}

/** @param length in years */
export function yearsForm(
  first: number | undefined,
  length: number,
  granularity: 'decade' | 'century',
  certain: boolean,
): DateForm | null {
  if (first === undefined) return null;
  return { form: 'years', first, last: first + length - 1, granularity, certain };
}

/** Every expression that the rules find, in order of the text; earlier rules win overlaps. */
export function matchRules(text: string, rules: readonly DateRule[]): DateExpression[] {
  const found: DateExpression[] = [];
  const taken = new Uint8Array(text.length);
  for (const { pattern, read } of rules) {
    for (const match of allMatches(text, pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (end === start || taken.subarray(start, end).includes(1)) continue;
      const form = read(match.groups ?? {});
      if (form === null) continue;
      taken.fill(1, start, end);
      found.push({ start, end, form });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
