import { valueAt } from '../core/array.ts';
import type { SearchIndex } from '../core/search-index.ts';
import { type DayNumber, dayNumber } from './day-number.ts';

/** What retrieval asks of every article of an index, worked out once. */
export interface CollectionView {
  readonly index: SearchIndex;
  /** By chunk: the place of its article in `index.articles`. */
  readonly articleNumbers: Uint32Array;
  /** By article: the day of its publication, 0 where it is not known. */
  readonly publicationDays: ArrayLike<DayNumber>;
  /** Null where no article is dated. */
  readonly oldestDay: DayNumber | null;
}

function viewCollection(index: SearchIndex): CollectionView {
  const numbers = new Map(index.articles.map(({ id }, number) => [id, number]));
  const publicationDays = Uint32Array.from(index.articles, ({ publishedAt }) =>
    publishedAt === null ? 0 : dayNumber(publishedAt),
  );
  const dated = publicationDays.filter((day) => day > 0);
  return {
    index,
    articleNumbers: Uint32Array.from(index.chunks, ({ articleId }) => valueAt(numbers, articleId)),
    publicationDays,
    oldestDay: dated.length === 0 ? null : dated.reduce((a, b) => Math.min(a, b)),
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
