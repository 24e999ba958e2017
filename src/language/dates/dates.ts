import type { Language } from '../../core/article.ts';
import type { DateMention } from '../../core/sentence.ts';
import { addDays, type IsoDay } from './calendar.ts';
import { type DateExpression, matchRules } from './date-expression.ts';
import { type EarlierDate, resolveDate } from './resolve-date.ts';
import { ENGLISH_DATE_RULES } from './rules/en.ts';
import { NUMERIC_DATE_RULES } from './rules/numeric.ts';
import { CHINESE_DATE_RULES } from './rules/zh.ts';

export interface DateOptions {
  /** Language of the text; the rules of the other one are tried after its own. */
  readonly language: Language;
  /**
   * The date that relative expressions count from: when the article was published, or today for a
   * question. `YYYY-MM-DD`, or with a time (`YYYY-MM-DDTHH:MM`): what appears in the small hours
   * reports the day before, so 当天 alone then means that day. Null leaves relative dates open.
   */
  readonly reference: string | null;
}

const SMALL_HOURS_END = 6;
const STRONGLY_FUTURE = 0.1;
const WEAKLY_FUTURE = 1;
/** Unmarked, news tells of the past: a coming date must be four times nearer to be meant. */
const UNMARKED = 4;

const FUTURE_BEFORE =
  /(?:将|拟|预计|计划|即将|定于|有望|力争)[^，,。；;]{0,10}$|\b(?:will|to be|scheduled|upcoming|due|expected|plans?|planned|slated|set|starting|deadline)\b[^.;]{0,40}$/iu;
const FUTURE_AFTER = /^\s?(?:将|即将)|^,?\s+(?:[^\s.]+\s+){0,6}will\b/u;
const PERIOD_AFTER = /^\s?(?:起|前|之前|以前|截止)/u;
const SENTENCE_END = /[。！？!?\n]|\.(?=\s+\p{Lu})/gu;

/**
 * Dates in a text, in order, each with the days it means. Durations (`24年`, `三天`) are not dates.
 * A date without its year or month is read as the nearest sensible one at or before the reference,
 * or after it where the words say so (将于, "scheduled"); 同日 and "that day" take the date last
 * mentioned in the two sentences before.
 */
export function findDates(text: string, { language, reference }: DateOptions): DateMention[] {
  const folded = text.replace(/[０-９]/g, (digit) =>
    String.fromCharCode(digit.charCodeAt(0) - 0xfee0),
  );
  const own = language === 'zh' ? CHINESE_DATE_RULES : ENGLISH_DATE_RULES;
  const other = language === 'zh' ? ENGLISH_DATE_RULES : CHINESE_DATE_RULES;
  const expressions = matchRules(folded, [...NUMERIC_DATE_RULES, ...own, ...other]);
  if (expressions.length === 0) return [];

  const referenceDay = reference === null ? null : reference.slice(0, 10);
  const reportedDay = dayReported(reference);
  const sentenceEnds = Array.from(folded.matchAll(SENTENCE_END), (match) => match.index);
  let sentence = 0;
  const mentions: DateMention[] = [];
  let previous: (EarlierDate & { sentence: number }) | null = null;
  let previousDay: (EarlierDate & { sentence: number }) | null = null;
  for (const expression of expressions) {
    // Expressions come in order, and so do the ends of the sentences before them.
    while ((sentenceEnds[sentence] ?? Infinity) < expression.start) sentence++;
    const resolved = resolveDate(expression.form, {
      reference: referenceDay,
      reportedDay,
      previous: previous && { ...previous, sentencesAgo: sentence - previous.sentence },
      previousDay: previousDay && { ...previousDay, sentencesAgo: sentence - previousDay.sentence },
      futureCost: futureCost(folded, expression),
    });
    mentions.push({
      start: expression.start,
      end: expression.end,
      expression: text.slice(expression.start, expression.end),
      from: resolved?.from ?? null,
      to: resolved?.to ?? null,
      granularity: resolved?.granularity ?? 'vague',
      relative: resolved?.basis !== 'written',
      certain: resolved?.certain ?? false,
      basis: resolved?.basis ?? null,
    });
    if (resolved === null) continue;
    previous = { ...resolved, sentencesAgo: 0, sentence };
    const days = resolved.granularity === 'day' || resolved.granularity === 'range';
    if (days) previousDay = previous;
  }
  return mentions;
}

function dayReported(reference: string | null): IsoDay | null {
  if (reference === null) return null;
  const day = reference.slice(0, 10);
  const hour = /T(\d{2})/.exec(reference)?.[1];
  return hour !== undefined && Number(hour) < SMALL_HOURS_END ? addDays(day, -1) : day;
}

function futureCost(text: string, { start, end }: DateExpression): number {
  const before = text.slice(Math.max(0, start - 60), start);
  const after = text.slice(end, end + 60);
  if (FUTURE_BEFORE.test(before) || FUTURE_AFTER.test(after)) return STRONGLY_FUTURE;
  return PERIOD_AFTER.test(after) ? WEAKLY_FUTURE : UNMARKED;
}
