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
