import { valueAt } from '../core/array.ts';
import { memoize } from '../core/memoize.ts';
import type { SearchIndex } from '../core/search-index.ts';
import { addDays, daysBetween } from '../language/dates/calendar.ts';
import type { PublicationDays } from '../question/settle-dates.ts';
import { type DayNumber, dayNumber } from './day-number.ts';

/** News of a day appears within a few days; of a month, within the next one. */
const MIN_DELAY_DAYS = 3;
const MAX_DELAY_DAYS = 31;
/** Ranges of days whose articles stay known, a byte an article each. */
const MAX_RANGES_KEPT = 32;

/** What retrieval asks of every article of an index, worked out once. */
export interface CollectionView {
  readonly index: SearchIndex;
  /** By chunk: the place of its article in `index.articles`. */
  readonly articleNumbers: Uint32Array;
  /**
   * By article: 1 where it may tell of a range of days, which is published in it or shortly after, or has a
   * sentence whose dates, as they were resolved, fall in it: 次日 after 5月12日 is 5月13日, and "24 June"
   * that of the article's own year. An article without a date is never kept out by one.
   *
   * @param from first day, `YYYY-MM-DD`
   * @param to last day, inclusive
   */
  articlesTelling(from: string, to: string): Uint8Array;
  /** When the dated articles were published. */
  readonly published: PublicationDays;
}

function viewCollection(index: SearchIndex): CollectionView {
  const numbers = new Map(index.articles.map(({ id }, number) => [id, number]));
  const publicationDays = Uint32Array.from(index.articles, ({ publishedAt }) =>
    publishedAt === null ? 0 : dayNumber(publishedAt),
  );
  const telling = memoize((range) => {
    const [from = '', to = ''] = range.split(' ');
    return articlesTelling(from, to, index, publicationDays);
  }, MAX_RANGES_KEPT);
  return {
    index,
    articleNumbers: Uint32Array.from(index.chunks, ({ articleId }) => valueAt(numbers, articleId)),
    articlesTelling: (from, to) => telling(`${from} ${to}`),
    published: countByDay(index),
  };
}

/** @param publicationDays of the articles, 0 where it is not known */
function articlesTelling(
  from: string,
  to: string,
  index: SearchIndex,
  publicationDays: ArrayLike<DayNumber>,
): Uint8Array {
  const length = daysBetween(from, to) + 1;
  const delay = Math.min(MAX_DELAY_DAYS, Math.max(MIN_DELAY_DAYS, length));
  const first = dayNumber(from);
  const reportedUntil = dayNumber(addDays(to, delay));
  const dated = index.datedArticles(from, to);
  return Uint8Array.from(index.articles, ({ id }, number) => {
    const day = publicationDays[number] as DayNumber;
    const isReported = day === 0 || (day >= first && day <= reportedUntil);
    return isReported || dated.has(id) ? 1 : 0;
  });
}

function countByDay({ articles }: SearchIndex): PublicationDays {
  const days = articles
    .flatMap(({ publishedAt }) => (publishedAt === null ? [] : [publishedAt.slice(0, 10)]))
    .sort();
  /** Number of days before one. */
  const before = (day: string): number => {
    let [low, high] = [0, days.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((days[middle] ?? '') < day) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    first: days[0] ?? null,
    last: days.at(-1) ?? null,
    // No day is greater than its own with a letter behind it, and less than the next.
    count: (from, to) => before(`${to}~`) - before(from),
  };
}

/** Views of indexes, each made when it is first seen and dropped with its index. */
export function createCollectionViews(): (index: SearchIndex) => CollectionView {
  const views = new WeakMap<SearchIndex, CollectionView>();
  return (index) => {
    const known = views.get(index);
    if (known !== undefined) return known;
    const view = viewCollection(index);
    views.set(index, view);
    return view;
  };
}
