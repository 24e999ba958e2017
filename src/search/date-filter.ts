import { type ArticleFilters, failedFilters } from '../core/filters.ts';
import type { AppliedDateRange, Retrieval } from '../core/passage.ts';
import { addDays, dayOfMonth, daysBetween, monthOf } from '../language/dates/calendar.ts';
import { dayTerm } from '../language/dates/date-terms.ts';
import { type AskedDate, tellsWhichNews } from '../question/asked-dates.ts';
import type { ReadQuestion } from '../question/read-question.ts';
import { settleDate } from '../question/settle-dates.ts';
import type { CollectionView } from './collection-view.ts';
import { dayNumber } from './day-number.ts';

/** The articles that a question may be answered from. */
export interface DateFilterResult {
  /** Chunks of admitted articles; undefined admits all. */
  readonly accept: ((chunk: number) => boolean) | undefined;
  /** Chunks of articles that tell of the question's dates; undefined where it names none. */
  readonly tells: ((chunk: number) => boolean) | undefined;
  /** Terms of the days that the question names, as the collection settles them. */
  readonly dayTerms: readonly string[];
  readonly admitted: number;
  readonly excluded: Retrieval['searched']['excluded'];
  readonly dateRange: AppliedDateRange | null;
  readonly nearestDates: readonly string[];
}

/** News of a day appears within a few days; of a month, within the next one. */
const MIN_DELAY_DAYS = 3;
const MAX_DELAY_DAYS = 31;
const NEAREST_DATES = 3;

/**
 * Tells of an article by its number whether it may tell of the range: published in it or shortly after, or with a
 * sentence whose dates, as they were resolved, fall in it: 次日 after 5月12日 is 5月13日, and "24 June"
 * that of the article's own year. An article without a date is never kept out by one.
 */
function articlesTelling(
  { from, to }: AppliedDateRange,
  { index, publicationDays }: CollectionView,
): (number: number) => boolean {
  const length = daysBetween(from, to) + 1;
  const delay = Math.min(MAX_DELAY_DAYS, Math.max(MIN_DELAY_DAYS, length));
  const first = dayNumber(from);
  const reportedUntil = dayNumber(addDays(to, delay));
  const dated = new Set(index.datedArticles(from, to).map(({ articleId }) => articleId));
  return (number) => {
    const day = publicationDays[number] ?? 0;
    if (day === 0 || (day >= first && day <= reportedUntil)) return true;
    return dated.has(index.articles[number]?.id ?? '');
  };
}

/** The stretch that holds all of a question's dates, or null. */
function rangeOf(dates: readonly AskedDate[], text: string): AppliedDateRange | null {
  const [first] = dates;
  const last = dates.at(-1);
  if (first === undefined || last === undefined) return null;
  const from = dates.map((date) => date.from).sort()[0] ?? first.from;
  const to =
    dates
      .map((date) => date.to)
      .sort()
      .at(-1) ?? last.to;
  const isOne = last.start - first.end <= 3;
  const expression = isOne
    ? text.slice(first.start, last.end)
    : dates.map((date) => date.expression).join(', ');
  return { expression, from, to };
}

/** Publication days nearest to a range that no article tells of, nearest first. */
function nearestDates({ from, to }: AppliedDateRange, view: CollectionView): string[] {
  const days = new Set<string>();
  for (const { publishedAt } of view.index.articles) {
    if (publishedAt !== null) days.add(publishedAt.slice(0, 10));
  }
  const distance = (day: string) =>
    day < from ? daysBetween(day, from) : Math.max(0, daysBetween(to, day));
  return [...days]
    .sort((a, b) => distance(a) - distance(b) || (a < b ? 1 : -1))
    .slice(0, NEAREST_DATES);
}

/** A year counts only where its news is asked for: most questions name one as a matter of fact. */
function narrowing(question: ReadQuestion, view: CollectionView): AskedDate[] {
  const { dates, asksForNews } = question;
  return dates
    .filter((date) => tellsWhichNews(date) || (date.granularity === 'year' && asksForNews))
    .map((date) => settleDate(date, view.published));
}

/**
 * Applies the filters, and the question's own dates where news of that time is asked for; any
 * other question's dates only rank. Nothing that fails is let in quietly: what each filter kept
 * out is counted, and a time of which there is no news is answered with the nearest there is.
 */
export function filterByDate(
  question: ReadQuestion,
  filters: ArticleFilters,
  view: CollectionView,
): DateFilterResult {
  const { articles } = view.index;
  const dates = narrowing(question, view);
  const dateRange = rangeOf(dates, question.text);
  const isFiltered = Object.values(filters).some((value) => value !== undefined);
  const dayTerms = dates.flatMap(({ granularity, from }) =>
    granularity === 'day' ? [dayTerm(monthOf(from), dayOfMonth(from))] : [],
  );
  const told = dates.map(({ expression, from, to }) =>
    articlesTelling({ expression, from, to }, view),
  );
  const isTold = (number: number) => told.some((isTelling) => isTelling(number));
  const tells =
    dateRange === null ? undefined : (chunk: number) => isTold(view.articleNumbers[chunk] ?? -1);
  const isNarrowed = dateRange !== null && question.asksForNews;
  if (!isNarrowed && !isFiltered) {
    const admitted = articles.length;
    return {
      accept: undefined,
      tells,
      dayTerms,
      admitted,
      excluded: {},
      dateRange,
      nearestDates: [],
    };
  }

  const excluded: Partial<Record<keyof ArticleFilters | 'dateRange', number>> = {};
  let admitted = 0;
  const admits = articles.map((article, number) => {
    const failed: (keyof typeof excluded)[] = isFiltered ? failedFilters(article, filters) : [];
    if (isNarrowed && !isTold(number)) failed.push('dateRange');
    for (const filter of failed) excluded[filter] = (excluded[filter] ?? 0) + 1;
    if (failed.length === 0) admitted++;
    return failed.length === 0;
  });

  return {
    accept:
      admitted === articles.length
        ? undefined
        : (chunk) => admits[view.articleNumbers[chunk] ?? -1] === true,
    tells,
    dayTerms,
    admitted,
    excluded,
    dateRange,
    nearestDates: isNarrowed && admitted === 0 ? nearestDates(dateRange, view) : [],
  };
}
