import type { DateMention } from '../../core/sentence.ts';
import { dayOfMonth, monthOf } from './calendar.ts';
import { MONTH_ABBREVIATIONS, MONTH_NAMES, monthOfName } from './months.ts';

/** A calendar date as far as an expression gives it. */
interface DateParts {
  readonly year?: number | undefined;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
}

const MONTH_NAME = `(${[...MONTH_NAMES, ...MONTH_ABBREVIATIONS].join('|').toLowerCase()})\\.?`;

const CHINESE_DATE = /(?:(\d{4})\s*年\s*)?(\d{1,2})\s*月(?:\s*(\d{1,2})\s*[日号])?/gu;
const CHINESE_DAY = /(?<![\d月.])\s?(\d{1,2})日/gu;
const ISO_DATE = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/gu;
const MONTH_FIRST = new RegExp(
  `\\b${MONTH_NAME}\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b(?:,?\\s+(\\d{4})\\b)?`,
  'gu',
);
const DAY_FIRST = new RegExp(
  `\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH_NAME}\\b(?:,?\\s+(\\d{4})\\b)?`,
  'gu',
);
const MONTH_AND_YEAR = new RegExp(`\\b${MONTH_NAME},?\\s+(\\d{4})\\b`, 'gu');

const number = (digits: string | undefined) => (digits === undefined ? undefined : Number(digits));

function* chineseDates(folded: string, publishedAt: string | null): Generator<DateParts> {
  for (const [, year, month, day] of folded.matchAll(CHINESE_DATE)) {
    yield { year: number(year), month: number(month), day: number(day) };
  }
  if (publishedAt === null) return;
  const month = Number(publishedAt.slice(5, 7));
  for (const [, day] of folded.matchAll(CHINESE_DAY)) yield { month, day: number(day) };
}

function* englishDates(folded: string): Generator<DateParts> {
  for (const [, name = '', day, year] of folded.matchAll(MONTH_FIRST)) {
    yield { year: number(year), month: monthOfName(name) ?? undefined, day: number(day) };
  }
  for (const [, day, name = '', year] of folded.matchAll(DAY_FIRST)) {
    yield { year: number(year), month: monthOfName(name) ?? undefined, day: number(day) };
  }
  for (const [, name = '', year] of folded.matchAll(MONTH_AND_YEAR)) {
    yield { year: number(year), month: monthOfName(name) ?? undefined };
  }
}

function* isoDates(folded: string): Generator<DateParts> {
  for (const [, year, month, day] of folded.matchAll(ISO_DATE)) {
    yield { year: number(year), month: number(month), day: number(day) };
  }
}

/** A term for a day of any year: `date:6-26`. */
export function dayTerm(month: number, day: number): string {
  return `date:${month}-${day}`;
}

/** A term for a month of one year: `date:2025-6`. Years take four digits, so no day is like it. */
function monthTerm(year: number, month: number): string {
  return `date:${year}-${month}`;
}

function termsOf({ year, month, day }: DateParts): string[] {
  if (month === undefined || month < 1 || month > 12) return [];
  if (day !== undefined && (day < 1 || day > 31)) return [];
  const terms = year === undefined ? [] : [monthTerm(year, month)];
  if (day !== undefined) terms.push(dayTerm(month, day));
  return terms.length > 0 ? terms : [`month:${month}`];
}

/**
 * Dates of a folded text as terms that both languages share: `6月26日`, `June 26` and, in an
 * article of that month, `26日` give `date:6-26`; `2025年6月` and `June 2025` give `date:2025-6`.
 * For texts whose dates nobody has resolved: a question's.
 *
 * @param publishedAt ISO date of the article, which tells the month of a bare day, or null
 */
export function dateTerms(folded: string, publishedAt: string | null): string[] {
  const terms: string[] = [];
  for (const dates of [chineseDates(folded, publishedAt), englishDates(folded), isoDates(folded)]) {
    for (const parts of dates) terms.push(...termsOf(parts));
  }
  return terms;
}

/**
 * The terms of a date that was resolved: those of its words, and its day where it means one, so
 * that 次日 after 5月12日 is found by 5月13日.
 * @param folded the date's expression, folded
 */
export function mentionTerms(
  { from, to, granularity }: Pick<DateMention, 'from' | 'to' | 'granularity'>,
  folded: string,
): string[] {
  const terms = new Set(dateTerms(folded, null));
  if (granularity === 'day' || granularity === 'range') {
    for (const day of [from, to])
      if (day !== null) terms.add(dayTerm(monthOf(day), dayOfMonth(day)));
  }
  return [...terms];
}
