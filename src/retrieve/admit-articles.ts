import { coveredDates } from '../core/collection.ts';
import { type ArticleFilters, failedFilters } from '../core/filters.ts';
import type { AppliedDateRange, Retrieval, RetrievalQuery } from '../core/passage.ts';
import { addDays, daysBetween, monthOf, yearOf } from '../text/calendar.ts';
import { dayTerm, monthTerm } from '../text/date-terms.ts';
import type { CollectionView } from './collection-view.ts';
import { type QuestionDates, readDateRange, yearsEarlier } from './read-date-range.ts';

/** The articles that a question may be answered from. */
export interface Admission {
  /** Chunks of admitted articles; undefined admits all. */
  readonly accept: ((chunk: number) => boolean) | undefined;
  readonly admitted: number;
  readonly excluded: Retrieval['searched']['excluded'];
  readonly dateRange: AppliedDateRange | null;
  readonly nearestDates: readonly string[];
}

/** News of a day appears within a few days; of a month, within the next one. */
const LEAST_DELAY_DAYS = 3;
const MOST_DELAY_DAYS = 31;
/** A day named without its year is meant by articles published up to this long before or after. */
const MENTION_REACH_DAYS = 366;
/** Longer ranges are mentioned by their months, not by each of their days. */
const MOST_DAYS_NAMED = 31;
const NEAREST_DATES = 3;

/** Terms of the index that mention a time within the range. */
function mentionTerms({ from, to }: AppliedDateRange): string[] {
  const days = daysBetween(from, to) + 1;
  const terms = new Set<string>();
  for (let day = from, count = 0; count < days; day = addDays(day, 1), count++) {
    if (days <= MOST_DAYS_NAMED) terms.add(dayTerm(monthOf(day), Number(day.slice(8))));
    if (days >= 28) terms.add(monthTerm(yearOf(day), monthOf(day)));
  }
  return [...terms];
}

/** Numbers of the articles that mention a time within the range. */
function mentioningArticles(range: AppliedDateRange, view: CollectionView): Set<number> {
  const { index, articleNumbers } = view;
  const terms = mentionTerms(range).map((term) => ({ term, weight: 1 }));
  const chunks = index.searchKeywords('words', terms, { limit: index.chunks.length });
  return new Set(chunks.map(({ chunk }) => articleNumbers[chunk] ?? 0));
}

/**
 * Whether an article may tell of the range: published in it or shortly after, or close enough to
 * it in time and mentioning it. An article without a date is never kept out by one.
 */
function tellsOf(
  publishedAt: string | null,
  mentions: boolean,
  { from, to }: AppliedDateRange,
): boolean {
  if (publishedAt === null) return true;
  const day = publishedAt.slice(0, 10);
  const delay = Math.min(MOST_DELAY_DAYS, Math.max(LEAST_DELAY_DAYS, daysBetween(from, to)));
  if (day >= from && day <= addDays(to, delay)) return true;
  return (
    mentions && day >= addDays(from, -MENTION_REACH_DAYS) && day <= addDays(to, MENTION_REACH_DAYS)
  );
}

/** For each article, whether it tells of the range. */
function articlesTelling(range: AppliedDateRange, view: CollectionView): boolean[] {
  const mentioning = mentioningArticles(range, view);
  return view.index.articles.map(({ publishedAt }, number) =>
    tellsOf(publishedAt, mentioning.has(number), range),
  );
}

/** The range in the latest year that any dated article tells of, when the question left it open. */
function settleYear({ range, yearOpen }: QuestionDates, view: CollectionView): AppliedDateRange {
  const covered = coveredDates(view.index.articles);
  if (!yearOpen || covered === null) return range;
  const oldest = yearOf(covered.from);
  for (let back = 0; yearOf(range.from) - back >= oldest; back++) {
    const earlier = yearsEarlier(range, back);
    const telling = articlesTelling(earlier, view);
    if (view.index.articles.some((a, n) => a.publishedAt !== null && telling[n])) return earlier;
  }
  return range;
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

/**
 * Applies the filters and the question's own dates. Nothing that fails is let in quietly: what
 * each filter kept out is counted, and dates that no article tells of are answered with the
 * nearest there are.
 */
export function admitArticles(
  query: Pick<RetrievalQuery, 'text' | 'language' | 'today' | 'filters'>,
  view: CollectionView,
): Admission {
  const { articles } = view.index;
  const dates = readDateRange(query);
  const dateRange = dates === null ? null : settleYear(dates, view);
  const filtered = Object.values(query.filters).some((value) => value !== undefined);
  if (dateRange === null && !filtered) {
    const admitted = articles.length;
    return { accept: undefined, admitted, excluded: {}, dateRange, nearestDates: [] };
  }
  const telling = dateRange === null ? null : articlesTelling(dateRange, view);

  const excluded: Partial<Record<keyof ArticleFilters | 'dateRange', number>> = {};
  let admitted = 0;
  const admits = articles.map((article, number) => {
    const failed: (keyof typeof excluded)[] = failedFilters(article, query.filters);
    if (telling?.[number] === false) failed.push('dateRange');
    for (const filter of failed) excluded[filter] = (excluded[filter] ?? 0) + 1;
    if (failed.length === 0) admitted++;
    return failed.length === 0;
  });

  return {
    accept:
      admitted === articles.length
        ? undefined
        : (chunk) => admits[view.articleNumbers[chunk] ?? -1] === true,
    admitted,
    excluded,
    dateRange,
    nearestDates: dateRange !== null && admitted === 0 ? nearestDates(dateRange, view) : [],
  };
}
