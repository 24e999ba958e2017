import type { Health } from '../../../src/core/application.ts';
import type { Language } from '../../../src/core/article.ts';
import type { Citation } from '../../../src/core/citation.ts';
import type { ArticleView } from '../../../src/core/http-views.ts';
import type { StoryPage } from '../../../src/core/news-event.ts';
import type { AidedWords } from '../../../src/core/reading-aid.ts';
import type { StarterQuestions } from '../../../src/core/starter-question.ts';
import { getJson, send } from './request.ts';

/** A sense of a Chinese word, as the dictionary has it. */
export interface WordSense {
  readonly simplified: string;
  readonly traditional: string;
  /** With tone numbers: `Shang4 hai3`. */
  readonly pinyin: string;
  readonly glosses: readonly string[];
}

export const getHealth = (signal?: AbortSignal): Promise<Health> => getJson('/api/health', signal);

/** Stories, the newest first. @param pageSize from 1 to 100 */
export const getNewestStories = (pageSize: number, signal?: AbortSignal): Promise<StoryPage> =>
  getJson(`/api/stories?sort=newest&page=1&pageSize=${pageSize}`, signal);

/** Questions that were asked of this index and answered well. */
export const getStarterQuestions = (
  language: Language,
  signal?: AbortSignal,
): Promise<ReturnType<StarterQuestions['list']>> =>
  getJson(`/api/suggestions?language=${language}`, signal);

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

const readAid = memoize<{ readonly words: readonly AidedWords[] }>((path) => getJson(path));

/** What the words of a quote mean, in the reader's language. */
export async function getReadingAid(
  { articleId, start, end }: Pick<Citation, 'articleId' | 'start' | 'end'>,
  language: Language,
): Promise<readonly AidedWords[]> {
  const parameters = new URLSearchParams({ start: `${start}`, end: `${end}`, language });
  return (await readAid(`/api/articles/${encodeURIComponent(articleId)}/aid?${parameters}`)).words;
}

/** What the words of titles mean, in the reader's language; for each title in order. */
export async function getTextAid(
  texts: readonly string[],
  language: Language,
  signal?: AbortSignal,
): Promise<readonly (readonly string[])[]> {
  const response = await send('/api/aid', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ texts, language }),
    ...(signal === undefined ? {} : { signal }),
  });
  return ((await response.json()) as { glosses: readonly (readonly string[])[] }).glosses;
}

/** Senses of a Chinese word, none when it is unknown. */
export const lookUpWord = memoize<readonly WordSense[]>((word) =>
  getJson(`/api/lexicon?word=${encodeURIComponent(word)}`),
);
