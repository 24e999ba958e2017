import type { AppliedDateRange, RetrievalQuery } from '../core/passage.ts';
import type { DateMention } from '../core/sentence.ts';
import { addMonths } from '../language/dates/calendar.ts';
import { findDates } from '../language/dates/dates.ts';

/** A stretch of time that a question asks about. */
export interface QuestionDates {
  readonly range: AppliedDateRange;
  /** True when the question left the year open (`6月25日`): another year may be meant. */
  readonly yearOpen: boolean;
}

/** A day, month or part of a year by its name: it recurs every year, unlike 昨天 or "last week". */
const CALENDAR_DATE =
  /\d\s*[月日号]|[一二三四五六七八九十]月|季度|半年|\bquarter|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/iu;

/** Asks for what was reported in a year, rather than about something that happened in it. */
const ASKS_FOR_NEWS =
  /新闻|报道|消息|动态|大事|\b(?:news|reports?|articles?|headlines|coverage)\b/iu;

const NARROWING = new Set<DateMention['granularity']>(['day', 'week', 'month', 'quarter', 'range']);

/**
 * Whether a time expression narrows the search. Days, weeks and months do. A year by itself is
 * mostly content (2022年特斯拉交付量, which the news of 2023 tells), so it narrows only when news
 * of the year is asked for.
 */
function narrows({ granularity, from, to, relative }: DateMention, asksForNews: boolean): boolean {
  if (from === null || to === null) return false;
  if (granularity === 'year') return asksForNews;
  if (granularity === 'range' && !relative && from.endsWith('-01-01') && to.endsWith('-12-31')) {
    return false;
  }
  return NARROWING.has(granularity);
}

/**
 * The time a question asks about, or null. Several expressions give the stretch that holds all.
 */
export function readDateRange({
  text,
  language,
  today,
}: Pick<RetrievalQuery, 'text' | 'language' | 'today'>): QuestionDates | null {
  const asksForNews = ASKS_FOR_NEWS.test(text);
  const mentions = findDates(text, { language, reference: today }).filter((mention) =>
    narrows(mention, asksForNews),
  );
  const [first] = mentions;
  const last = mentions.at(-1);
  if (first === undefined || last === undefined) return null;
  const days = mentions.flatMap(({ from, to }) => (from === null || to === null ? [] : [from, to]));
  days.sort();
  const [from = today] = days;
  const to = days.at(-1) ?? from;
  const yearOpen = mentions.every(
    ({ relative, expression }) => relative && CALENDAR_DATE.test(expression),
  );
  return { range: { expression: text.slice(first.start, last.end), from, to }, yearOpen };
}

/** The same stretch in an earlier year. */
export function yearsEarlier(range: AppliedDateRange, years: number): AppliedDateRange {
  return {
    expression: range.expression,
    from: addMonths(range.from, -12 * years),
    to: addMonths(range.to, -12 * years),
  };
}
