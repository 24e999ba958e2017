import type { DateMention } from '../../core/sentence.ts';
import { findDates } from '../../language/dates/dates.ts';
import { type CheckFailure, moreSevere } from './flaw.ts';
import type { QuotedWords } from './quoted-words.ts';
import type { Reading } from './reading.ts';

const COARSE = new Set(['week', 'month', 'quarter', 'half-year', 'year', 'decade', 'century']);
/** "Late June", 6月下旬: a part of a month, which its days are in. */
const PART_OF_MONTH = /\b(?:early|mid|late)\b|[初中底末旬]/iu;

/** Every date of a sentence must be one of the cited words', or a coarser way of saying it. */
export function checkDates({ claim, quotes }: Reading): CheckFailure | null {
  let flaw: CheckFailure | null = null;
  for (const date of claim.dates) {
    if (date.from === null || isDayWord(date)) continue;
    if (quotes.some((quote) => isStated(date, claim, quote, quote.words.dates))) continue;
    const inContext = quotes.some(
      (quote) =>
        isStated(
          date,
          claim,
          quote,
          [...quote.title, ...quote.before].flatMap(({ dates }) => dates),
        ) || isPublicationDay(date, claim, quote),
    );
    flaw = moreSevere(flaw, {
      verdict: inContext ? 'partly' : 'unsupported',
      rule: 'date',
      failed: date.expression,
    });
  }
  return flaw;
}

/** 当天, "that day", "today's challenges": what they mean is not said. */
function isDayWord({ expression, certain, granularity, basis }: DateMention): boolean {
  if (/[\d〇一二三四五六七八九十]/.test(expression)) return false;
  return (
    !certain ||
    /^[次翌]|the (?:following|next)/iu.test(expression) ||
    granularity === 'vague' ||
    /^(?:today|now|今天|如今|当前)/iu.test(expression) ||
    (basis === 'previous-date' && !/年/u.test(expression))
  );
}

/** @param stated dates of the quote, resolved against its own publication date */
function isStated(
  date: DateMention,
  claim: Reading['claim'],
  { article, words }: QuotedWords,
  stated: readonly DateMention[],
): boolean {
  const meant = resolveLike(date, claim, article.publishedAt);
  if (meant.from === null || meant.to === null) {
    return stated.some(({ expression }) => expression === date.expression) || stated.length > 0;
  }
  const { from, to } = meant;
  // "A 2021 verdict" is read as a number.
  if (meant.granularity === 'year' && isCounted(Number(from.slice(0, 4)), words)) return true;
  if (stated.some((other) => agrees(meant, other))) return true;
  if (isWholeYears(meant)) {
    const isYearSaid = (day: string) =>
      isCounted(Number(day.slice(0, 4)), words) ||
      new RegExp(`\\d{2}[–—－~-]${day.slice(2, 4)}(?!\\d)`, 'u').test(words.text) ||
      stated.some((other) => [other.from, other.to].some((end) => isYearEnd(end, day)));
    if (isYearSaid(from) && isYearSaid(to)) return true;
  }
  // A range may be put together from two single days.
  return (
    meant.granularity === 'range' &&
    stated.some((other) => other.from === from) &&
    stated.some((other) => other.to === to)
  );
}

/** From the first day of a year to the last of one. */
function isWholeYears({ from, to }: DateMention): boolean {
  return from?.slice(5) === '01-01' && to?.slice(5) === '12-31';
}

/** 1807 of 1807－1809年, and of no day in 1807. */
function isYearEnd(end: string | null, day: string): boolean {
  return end !== null && end.slice(0, 4) === day.slice(0, 4) && /-(?:01-01|12-31)$/.test(end);
}

function isCounted(year: number, { quantities }: QuotedWords['words']): boolean {
  return quantities.some(({ value }) => value === year);
}

/** A sentence may say 26日 too; then it counts from the article's day as well. */
function resolveLike(
  date: DateMention,
  claim: Reading['claim'],
  publishedAt: string | null,
): DateMention {
  if (!date.relative || publishedAt === null) return date;
  const { text, language } = claim;
  const resolved = findDates(text, { language, reference: publishedAt });
  return resolved.find(({ start }) => start === date.start) ?? date;
}

function agrees(claim: DateMention, stated: DateMention): boolean {
  if (claim.from === null || claim.to === null) return false;
  if (stated.from === null || stated.to === null) return sameDayOfYear(claim, stated);
  if (claim.from === stated.from && claim.to === stated.to) return true;
  const isPart = PART_OF_MONTH.test(claim.expression) || claim.granularity === 'vague';
  if (COARSE.has(claim.granularity) || isPart) {
    return claim.from <= stated.from && stated.to <= claim.to;
  }
  const isDay = claim.granularity === 'day';
  return isDay && stated.granularity === 'range' && [stated.from, stated.to].includes(claim.from);
}

/** Where no article has a date, its 6月26日 is of the year that the sentence speaks of. */
function sameDayOfYear(claim: DateMention, { expression }: DateMention): boolean {
  const [day] = findDates(expression, { language: 'zh', reference: claim.from });
  return day?.from === claim.from && day.to === claim.to;
}

/** "Reported on 7 July": the day of publication, known but not in the cited words. */
function isPublicationDay(
  date: DateMention,
  claim: Reading['claim'],
  { article }: QuotedWords,
): boolean {
  const day = article.publishedAt?.slice(0, 10);
  return day !== undefined && resolveLike(date, claim, article.publishedAt).from === day;
}
