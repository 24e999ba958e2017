import type { Article, Language } from './article.ts';

/** Narrows a search to some articles. An absent field does not narrow. */
export interface ArticleFilters {
  /** Earliest publication date, `YYYY-MM-DD`, inclusive. */
  readonly from?: string | undefined;
  /** Latest publication date, `YYYY-MM-DD`, inclusive. */
  readonly to?: string | undefined;
  /** An outlet's name in any of its forms, case-insensitive. */
  readonly source?: string | undefined;
  readonly language?: Language | undefined;
}

/**
 * A test of articles against filters, for lists: what the filters say is worked out once, and an
 * outlet's names are compared once for each outlet.
 */
export function createFilterTest(
  filters: ArticleFilters,
): (article: Pick<Article, 'publishedAt' | 'outlet' | 'language'>) => boolean {
  const { from, to, source, language } = filters;
  const wanted = source?.trim().toLowerCase();
  const outlets = new Map<string, boolean>();
  const isWanted = ({ name, zh, en }: Article['outlet']): boolean => {
    const known = outlets.get(name);
    if (known !== undefined) return known;
    const matches = [name, zh, en].some((form) => form.toLowerCase() === wanted);
    outlets.set(name, matches);
    return matches;
  };
  return (article) => {
    if (language !== undefined && article.language !== language) return false;
    const date = article.publishedAt?.slice(0, 10);
    if (from !== undefined && (date === undefined || date < from)) return false;
    if (to !== undefined && (date === undefined || date > to)) return false;
    return wanted === undefined || isWanted(article.outlet);
  };
}

/** The filters an article fails, in the order they are stated; empty when it passes. */
export function failedFilters(
  article: Pick<Article, 'publishedAt' | 'outlet' | 'language'>,
  filters: ArticleFilters,
): (keyof ArticleFilters)[] {
  const failed: (keyof ArticleFilters)[] = [];
  const date = article.publishedAt?.slice(0, 10);
  if (filters.from !== undefined && (date === undefined || date < filters.from))
    failed.push('from');
  if (filters.to !== undefined && (date === undefined || date > filters.to)) failed.push('to');
  if (filters.source !== undefined) {
    const wanted = filters.source.trim().toLowerCase();
    const { name, zh, en } = article.outlet;
    if (![name, zh, en].some((form) => form.toLowerCase() === wanted)) failed.push('source');
  }
  if (filters.language !== undefined && article.language !== filters.language) {
    failed.push('language');
  }
  return failed;
}
