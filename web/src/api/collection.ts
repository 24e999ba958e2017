import type { Health } from '../../../src/core/application.ts';
import type { ArticlePageView, ArticleView } from '../../../src/core/http-views.ts';
import { getJson } from './request.ts';

/** A sense of a Chinese word, as the dictionary has it. */
export interface WordSense {
  readonly simplified: string;
  readonly traditional: string;
  /** With tone numbers: `Shang4 hai3`. */
  readonly pinyin: string;
  readonly glosses: readonly string[];
}

export const getHealth = (signal?: AbortSignal): Promise<Health> => getJson('/api/health', signal);

/** The newest articles, without filters. @param pageSize from 1 to 100 */
export const getNewestArticles = (
  pageSize: number,
  signal?: AbortSignal,
): Promise<ArticlePageView> => getJson(`/api/articles?page=1&pageSize=${pageSize}`, signal);

/** Keeps what never changes under its address. A request that failed may be tried again. */
function memoize<T>(get: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const kept = new Map<string, Promise<T>>();
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const asked = get(key);
    kept.set(key, asked);
    asked.catch(() => kept.delete(key));
    return asked;
  };
}

/** Asked for each time: an article keeps its id when its text is corrected. */
export function getArticle(id: string): Promise<ArticleView> {
  return getJson(`/api/articles/${encodeURIComponent(id)}`);
}

/** Senses of a Chinese word, none when it is unknown. */
export const lookUpWord = memoize<readonly WordSense[]>((word) =>
  getJson(`/api/lexicon?word=${encodeURIComponent(word)}`),
);
