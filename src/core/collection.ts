import type { Article, Language, Outlet } from './article.ts';

/** First and last publication day of some articles, `YYYY-MM-DD`; null when none is dated. */
export function coveredDates(
  articles: readonly Pick<Article, 'publishedAt'>[],
): { readonly from: string; readonly to: string } | null {
  let from: string | null = null;
  let to: string | null = null;
  for (const { publishedAt } of articles) {
    const day = publishedAt?.slice(0, 10);
    if (day === undefined) continue;
    if (from === null || day < from) from = day;
    if (to === null || day > to) to = day;
  }
  return from === null || to === null ? null : { from, to };
}

/** Outlets with their number of articles, most first, then by name. */
export function countOutlets(
  articles: readonly Pick<Article, 'outlet'>[],
): (Outlet & { readonly articles: number })[] {
  const counts = new Map<string, Outlet & { articles: number }>();
  for (const { outlet } of articles) {
    const known = counts.get(outlet.name);
    if (known === undefined) counts.set(outlet.name, { ...outlet, articles: 1 });
    else known.articles += 1;
  }
  return [...counts.values()].sort((a, b) => b.articles - a.articles || (a.name < b.name ? -1 : 1));
}

/** Newest first; undated articles last; ties in index order. */
export function newestFirst(articles: readonly Article[]): Article[] {
  return [...articles].sort((a, b) => {
    const [dateA, dateB] = [a.publishedAt ?? '', b.publishedAt ?? ''];
    return dateA === dateB ? 0 : dateA > dateB ? -1 : 1;
  });
}

/** What is the same for every request over one collection. */
export interface CollectionFacts {
  readonly newestFirst: readonly Article[];
  readonly covers: { readonly from: string; readonly to: string } | null;
  readonly outlets: readonly (Outlet & { readonly articles: number })[];
  readonly languages: readonly Language[];
}

const factsByCollection = new WeakMap<readonly Article[], CollectionFacts>();

/**
 * The facts of a collection, worked out when first asked for and dropped with it: no request walks
 * over all articles.
 * @param articles the list itself is the key; it must not change
 */
export function factsOf(articles: readonly Article[]): CollectionFacts {
  const known = factsByCollection.get(articles);
  if (known !== undefined) return known;
  const facts: CollectionFacts = {
    newestFirst: newestFirst(articles),
    covers: coveredDates(articles),
    outlets: countOutlets(articles),
    languages: [...new Set(articles.map(({ language }) => language))],
  };
  factsByCollection.set(articles, facts);
  return facts;
}
