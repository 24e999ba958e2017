import type { Language } from '../core/article.ts';
import type { DateMention } from '../core/sentence.ts';
import type { Span } from '../core/span.ts';
import { findDates } from '../language/dates/dates.ts';

/** What a date of a question leaves open, to be settled by what the collection was published in. */
export type OpenPart = 'year' | 'month' | 'week' | null;

/** A stretch of time that a question names. */
export interface AskedDate extends Span {
  /** As it stands in the question: `6月25日`, `25号`, `the 25th`. */
  readonly expression: string;
  /** One reading of it, `YYYY-MM-DD`; what is open may be another. */
  readonly from: string;
  readonly to: string;
  readonly granularity: DateMention['granularity'];
  readonly open: OpenPart;
  /** Counted from the day of asking: 昨天, "last week". */
  readonly isFromToday: boolean;
}

/** Ways in which questions, and seldom news, write dates; of the same length as what they mean. */
const DAY_SPOKEN =
  /(?<![-\w第〇])(?<day>\d{1,2}|[一二三]?十[一二三四五六七八九]?)号(?!楼|线|院|馆|厅|机|门|台风|任务|公路|文件|提案|选手)/gu;
const MONTH_AND_DAY =
  /(?<![\d./月年-])(?<month>1[0-2]|0?[1-9])(?:[./](?<day>3[01]|[12]\d|0?[1-9])(?![\d./%％]|\s?(?:元|万|亿|米|度|级|公里|倍|个|billion|million|percent|points?))|月(?<bare>3[01]|[12]\d|0?[1-9])(?![\d日号年月.]))/gu;
/** A month or day by its name: it recurs every year, unlike 昨天 or "last week". */
const MONTH_WRITTEN =
  /\d\s*月|[一二三四五六七八九十]月|[./]|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/iu;
const PART_OF_YEAR = /季度|半年|\bquarter|(?:年)?[初底末]$/iu;
const BARE_DAY =
  /^(?:the\s)?\d{1,2}(?:[日号]|st|nd|rd|th)|^[一二三十]+[日号]|\d{1,2}[至到—–-]\d{1,2}日/iu;
const WEEKDAY =
  /^(?:周|星期|礼拜)[一二三四五六日天末]$|^(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day$/iu;

/**
 * Dates of a question, in order.
 * @param today what 昨天 counts from, `YYYY-MM-DD`
 */
export function findAskedDates(text: string, language: Language, today: string): AskedDate[] {
  const spoken = text.replace(DAY_SPOKEN, (match, day: string) =>
    match.replace(`${day}号`, `${day}日`),
  );
  const short = shortDates(spoken, today);
  const found = findDates(spoken, { language, reference: today }).flatMap((mention) => {
    const { start, end, from, to, granularity } = mention;
    if (from === null || to === null) return [];
    if (short.some((other) => start < other.end && other.start < end)) return [];
    const expression = text.slice(start, end);
    const open = openPartOf(mention, spoken.slice(start, end));
    const isFromToday = mention.relative && open === null;
    return [{ start, end, expression, from, to, granularity, open, isFromToday }];
  });
  return [...found, ...short].sort((a, b) => a.start - b.start);
}

/** "the 25th": a day of some month, unless it counts something. */
const ORDINAL_DAY =
  /\b(?:on |by |until |since |from )?the (?<day>3[01]|[12]?\d)(?:st|nd|rd|th)(?=(?: (?:and|to|in|at)\b|[\s,]*[?.,]|\s*$))/giu;

function shortDates(text: string, today: string): AskedDate[] {
  const bare = [...text.matchAll(ORDINAL_DAY)].map((match) => {
    const from = `${today.slice(0, 8)}${(match.groups?.['day'] ?? '').padStart(2, '0')}`;
    const start = match.index + match[0].search(/the \d/iu);
    const end = match.index + match[0].length;
    return {
      start,
      end,
      expression: text.slice(start, end),
      from,
      to: from,
      granularity: 'day' as const,
      open: 'month' as const,
      isFromToday: false,
    };
  });
  const written = [...text.matchAll(MONTH_AND_DAY)].flatMap((match) => {
    const { month = '', day, bare } = match.groups ?? {};
    const from = `${today.slice(0, 4)}-${month.padStart(2, '0')}-${(day ?? bare ?? '').padStart(2, '0')}`;
    if (Number.isNaN(Date.parse(from))) return [];
    return [
      {
        start: match.index,
        end: match.index + match[0].length,
        expression: match[0],
        from,
        to: from,
        granularity: 'day' as const,
        open: 'year' as const,
        isFromToday: false,
      },
    ];
  });
  return [...bare, ...written];
}

function openPartOf({ relative }: DateMention, expression: string): OpenPart {
  if (!relative || /\d{4}|[今去明前后]年|[上下本这]个?[月周]|last|next|this/iu.test(expression))
    return null;
  if (WEEKDAY.test(expression)) return 'week';
  if (MONTH_WRITTEN.test(expression)) return 'year';
  if (BARE_DAY.test(expression)) return 'month';
  return PART_OF_YEAR.test(expression) ? 'year' : null;
}

const NARROWING: ReadonlySet<string> = new Set([
  'day',
  'week',
  'month',
  'quarter',
  'half-year',
  'range',
]);

/**
 * Whether a date says which news is meant. Days, weeks and months do. A year by itself is mostly
 * content (2022年特斯拉交付量, which the news of 2023 tells).
 */
export function tellsWhichNews({ granularity, from, to, isFromToday, open }: AskedDate): boolean {
  const isYears = from.endsWith('-01-01') && to.endsWith('-12-31');
  if (granularity === 'range' && isYears && !isFromToday && open === null) return false;
  return NARROWING.has(granularity);
}
