import type { ArticleFilters } from '../../../src/core/filters.ts';
import type { SearchView } from '../../../src/core/http-views.ts';
import { filterParameters } from '../state/route.ts';
import { getJson } from './request.ts';

/**
 * Finds passages, each with why it ranks where it does.
 * @param limit from 1 to 50
 * @throws as `send`
 */
export function searchPassages(
  query: string,
  filters: ArticleFilters,
  limit: number,
  signal: AbortSignal,
): Promise<SearchView> {
  const parameters = new URLSearchParams([
    ['q', query],
    ['limit', String(limit)],
    ['explain', '1'],
    ...filterParameters(filters),
  ]);
  return getJson(`/api/search?${parameters}`, signal);
}
