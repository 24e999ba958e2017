import type { Language } from '../core/article.ts';
import type { SearchIndex } from '../core/search-index.ts';

/** What retrieval asks of every chunk of an index, worked out once. */
export interface CollectionView {
  readonly index: SearchIndex;
  /** Place of each chunk's article in `index.articles`. */
  readonly articleNumbers: Uint32Array;
  readonly languages: readonly Language[];
  /** Numbers of the chunks of each language, ascending. */
  readonly chunksByLanguage: ReadonlyMap<Language, readonly number[]>;
}

function viewCollection(index: SearchIndex): CollectionView {
  const numbers = new Map(index.articles.map(({ id }, number) => [id, number]));
  return {
    index,
    articleNumbers: Uint32Array.from(index.chunks, ({ articleId }) => numbers.get(articleId) ?? 0),
    languages: [...new Set(index.articles.map(({ language }) => language))],
    chunksByLanguage: chunksByLanguage(index),
  };
}

function chunksByLanguage(index: SearchIndex): Map<Language, number[]> {
  const byLanguage = new Map<Language, number[]>();
  for (const number of index.chunks.keys()) {
    const { language } = index.articleOf(number);
    const known = byLanguage.get(language);
    if (known === undefined) byLanguage.set(language, [number]);
    else known.push(number);
  }
  return byLanguage;
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
