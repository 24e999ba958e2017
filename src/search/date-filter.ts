import { type ArticleFilters, failedFilters } from '../core/filters.ts';
import type { AppliedDateRange, Retrieval } from '../core/passage.ts';
import { dayOfMonth, daysBetween, monthOf } from '../language/dates/calendar.ts';
import { dayTerm } from '../language/dates/date-terms.ts';
import { type AskedDate, tellsWhichNews } from '../question/asked-dates.ts';
import type { ReadQuestion } from '../question/read-question.ts';
import { settleDate } from '../question/settle-dates.ts';
import type { CollectionView } from './collection-view.ts';

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

const NEAREST_DATES = 3;

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
  const told = dates.map(({ from, to }) => view.articlesTelling(from, to));
  const isTold = (number: number) => told.some((telling) => telling[number] === 1);
  const { articleNumbers } = view;
  const tells =
    dateRange === null ? undefined : (chunk: number) => isTold(articleNumbers[chunk] as number);
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
