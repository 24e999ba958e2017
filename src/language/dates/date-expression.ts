import type { Span } from '../../core/span.ts';

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

/**
 * Named groups of the rules' patterns: year, month and day (`2` at the end of a range), the words
 * for a relative year or month, quarter, part, half, century, decade, count, unit, weekday, word.
 */
export type DateGroups = Readonly<
  Partial<
    Record<
      | 'y'
      | 'm'
      | 'd'
      | 'y2'
      | 'm2'
      | 'd2'
      | 'yw'
      | 'mw'
      | 'q'
      | 'q2'
      | 'p'
      | 'p2'
      | 'h'
      | 'c'
      | 'cw'
      | 'dec'
      | 'n'
      | 'u'
      | 'w'
      | 'wd'
      | 's'
      | 'a'
      | 'b',
      string
    >
  >
>;

/** One way of writing dates. The first rule that matches a stretch of text has it. */
export interface DateRule {
  readonly pattern: RegExp;
  /** What a match says, or null when it is no date after all (month 13). */
  read(groups: DateGroups): DateForm | null;
}

/** A rule, with its pattern compiled to find every match. */
export function dateRule(pattern: string, read: DateRule['read'], flags: '' | 'i' = ''): DateRule {
  return { pattern: new RegExp(pattern, `gu${flags}`), read };
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
    for (const match of text.matchAll(pattern)) {
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
