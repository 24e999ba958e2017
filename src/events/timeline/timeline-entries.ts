import type { Language } from '../../core/article.ts';
import { CitationList } from '../../core/citation-list.ts';
import type { TimelineDate, TimelineEntry } from '../../core/news-event.ts';
import type { DateMention } from '../../core/sentence.ts';
import { addDays } from '../../language/dates/calendar.ts';
import { reportsEvent } from '../detection/event-verbs.ts';
import { compareReported, type ReportedSentence } from '../reported-sentence.ts';
import { isAlike } from '../sentence-similarity.ts';

/** A sentence together with the date it is about. */
export interface DatedSentence {
  readonly sentence: ReportedSentence;
  readonly date: TimelineDate;
}

/** A happening: the sentence that tells it best, with the others that tell it. */
export interface Happening extends DatedSentence {
  readonly others: readonly ReportedSentence[];
}

/** From here on two sentences about the same days tell of one happening. */
const SAME_HAPPENING = { within: 0.3, across: 0.26 } as const;
/** What comes back is on no day: 每逢周一, every Monday. */
const RECURRING = /(?:每逢|每周|每月|每年|每到|逢|每|\b(?:every|each)\s)$/iu;
const PLURAL_DAY = /(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days\b/iu;

/** Sentences with a date that has days, each once, under the day that it is mainly about. */
export function datedSentences(sentences: readonly ReportedSentence[]): DatedSentence[] {
  return sentences.flatMap((sentence) => {
    const dates = sentence.dates
      .filter((mention) => !isRecurring(mention, sentence.text))
      .flatMap((mention) => timelineDate(mention) ?? []);
    const [first] = dates;
    if (first === undefined) return [];
    // A day says more than the month or the year beside it.
    const main = dates.find(({ granularity }) => granularity === 'day') ?? first;
    // The same day twice in a sentence (`7月7日电 记者7日`): the fuller form shows it.
    const same = dates.filter(({ from, to }) => from === main.from && to === main.to);
    const date = same.reduce((a, b) => (b.expression.length > a.expression.length ? b : a));
    return [{ sentence, date }];
  });
}

function isRecurring({ start, expression }: DateMention, text: string): boolean {
  if (PLURAL_DAY.test(expression)) return true;
  const isWeekday = /周|星期|礼拜|day\b/iu.test(expression);
  return isWeekday && (RECURRING.test(text.slice(0, start)) || /^每/u.test(expression));
}

function timelineDate(mention: DateMention): TimelineDate | null {
  const { from, to, expression, basis, certain } = mention;
  const granularity = GRANULARITY[mention.granularity];
  if (from === null || to === null || granularity === null) return null;
  return { from, to, granularity, expression, resolved: basis !== 'written', certain };
}

const GRANULARITY: Readonly<
  Record<DateMention['granularity'], TimelineDate['granularity'] | null>
> = {
  day: 'day',
  range: 'range',
  week: 'range',
  month: 'month',
  quarter: 'period',
  'half-year': 'period',
  year: 'year',
  decade: 'period',
  century: 'period',
  vague: null,
};

/**
 * Happenings, oldest days first: sentences on the same days that tell of the same. The one that is
 * shown is in the reader's language where there is one, and stands early in its article.
 */
export function groupHappenings(dated: readonly DatedSentence[], language: Language): Happening[] {
  const byDays = new Map<string, DatedSentence[]>();
  for (const one of dated) {
    const key = `${one.date.from} ${one.date.to}`;
    const known = byDays.get(key);
    if (known === undefined) byDays.set(key, [one]);
    else known.push(one);
  }
  return [...byDays.values()]
    .flatMap((sameDays) => mergeAlike(sameDays, language))
    .sort(compareHappenings);
}

function mergeAlike(dated: readonly DatedSentence[], language: Language): Happening[] {
  const groups: { readonly first: DatedSentence; readonly others: ReportedSentence[] }[] = [];
  for (const one of [...dated].sort((a, b) => preference(a, b, language))) {
    const same = groups.find(({ first, others }) =>
      [first.sentence, ...others].some((other) => isAlike(other, one.sentence, SAME_HAPPENING)),
    );
    if (same === undefined) groups.push({ first: one, others: [] });
    else same.others.push(one.sentence);
  }
  return groups.map(({ first, others }) => {
    const seen = new Set([first.sentence.article.id]);
    const others_ = others.filter(({ article }) => {
      if (seen.has(article.id)) return false;
      seen.add(article.id);
      return true;
    });
    return { ...first, others: others_ };
  });
}

function preference(a: DatedSentence, b: DatedSentence, language: Language): number {
  const cost = ({ sentence }: DatedSentence) =>
    (sentence.language === language ? 0 : 100) +
    (reportsEvent(sentence.text, sentence.language) ? 0 : 4) +
    Math.min(8, sentence.place) +
    (sentence.text.length > MAX_READABLE[sentence.language] ? 4 : 0);
  return cost(a) - cost(b) || compareReported(a.sentence, b.sentence);
}

const MAX_READABLE = { zh: 120, en: 300 } as const;

function compareHappenings(a: Happening, b: Happening): number {
  if (a.date.from !== b.date.from) return a.date.from < b.date.from ? -1 : 1;
  if (a.date.to !== b.date.to) return a.date.to < b.date.to ? -1 : 1;
  return compareReported(a.sentence, b.sentence);
}

/** Days before the first report that what happened is background. */
const BACKGROUND_DAYS = 30;

/**
 * Happenings as rows, cited; markers count from 1 in the order of the rows.
 * @param begins first day of what the timeline is about, or null where nothing tells
 */
export function writeTimeline(
  happenings: readonly Happening[],
  language: Language,
  begins: string | null,
): TimelineEntry[] {
  const citations = new CitationList(language);
  const longBefore = begins === null ? null : addDays(begins, -BACKGROUND_DAYS);
  const isBackground = ({ date }: Happening) => longBefore !== null && date.to < longBefore;
  const ranked = [...happenings].sort(
    (a, b) => weigh(b, isBackground(b)) - weigh(a, isBackground(a)),
  );
  const ranks = new Map(ranked.map((one, place) => [one, place + 1]));
  return happenings.map((happening) => {
    const { sentence, date, others } = happening;
    const all = [sentence, ...others];
    return {
      date,
      text: sentence.shown,
      language: sentence.language,
      citations: all.map((one) => citations.cite(one.article, one)),
      sources: new Set(all.map(({ article }) => article.outlet.name)).size,
      rank: ranks.get(happening) ?? happenings.length,
      isBackground: isBackground(happening),
    };
  });
}

/** What matters: told by many, early in their reports, as something that took place on a day. */
export function weigh({ sentence, date, others }: Happening, isBackground: boolean): number {
  return (
    2 * Math.log2(1 + others.length) +
    (reportsEvent(sentence.text, sentence.language) ? 1 : 0) +
    (date.granularity === 'day' ? 1 : 0) +
    Math.max(0, 1 - sentence.place / 4) -
    (isBackground ? 4 : 0)
  );
}
