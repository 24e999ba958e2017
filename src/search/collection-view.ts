import { valueAt } from '../core/array.ts';
import type { SearchIndex } from '../core/search-index.ts';
import type { PublicationDays } from '../question/settle-dates.ts';
import { type DayNumber, dayNumber } from './day-number.ts';

/** What retrieval asks of every article of an index, worked out once. */
export interface CollectionView {
  readonly index: SearchIndex;
  /** By chunk: the place of its article in `index.articles`. */
  readonly articleNumbers: Uint32Array;
  /** By article: the day of its publication, 0 where it is not known. */
  readonly publicationDays: ArrayLike<DayNumber>;
  /** When the dated articles were published. */
  readonly published: PublicationDays;
}

function viewCollection(index: SearchIndex): CollectionView {
  const numbers = new Map(index.articles.map(({ id }, number) => [id, number]));
  const publicationDays = Uint32Array.from(index.articles, ({ publishedAt }) =>
    publishedAt === null ? 0 : dayNumber(publishedAt),
  );
  return {
    index,
    articleNumbers: Uint32Array.from(index.chunks, ({ articleId }) => valueAt(numbers, articleId)),
    publicationDays,
    published: countByDay(index),
  };
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
