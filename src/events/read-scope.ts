import type { AnswerNotice } from '../core/answer.ts';
import type { Article, Language } from '../core/article.ts';
import { EVENT_PHRASES } from './event-phrases.ts';
import type { ReportedSentence, SentenceReader } from './reported-sentence.ts';
import { createTurns } from './turns.ts';

/** What one summary or comparison may read: comparing takes the square of it. */
export const SUMMARY_BUDGET: ReadingBudget = { articles: 60, sentences: 600 };

export interface ReadingBudget {
  readonly articles: number;
  readonly sentences: number;
}

/** Sentences of some articles, as many as a budget allows. */
export interface ScopeReading {
  readonly sentences: readonly ReportedSentence[];
  /** Articles that were read, in their order. */
  readonly articles: readonly Article[];
  /** Articles that were not. */
  readonly leftOut: number;
}

/**
 * Reads articles within a budget, the latest first where not all fit; they come back in the order
 * they were given.
 * @throws the signal's reason when it aborts
 */
export async function readScope(
  articles: readonly Article[],
  read: SentenceReader,
  signal: AbortSignal | undefined,
  budget: ReadingBudget = SUMMARY_BUDGET,
): Promise<ScopeReading> {
  const turns = createTurns(signal);
  const readBy = new Map<Article, readonly ReportedSentence[]>();
  let count = 0;
  for (const article of latestFirst(articles, budget.articles)) {
    if (readBy.size >= budget.articles || (count >= budget.sentences && readBy.size > 0)) break;
    const sentences = read(article);
    readBy.set(article, sentences.slice(0, budget.sentences - count));
    count += sentences.length;
    await turns.next();
  }
  const kept = articles.filter((article) => readBy.has(article));
  return {
    articles: kept,
    sentences: kept.flatMap((article) => readBy.get(article) ?? []),
    leftOut: articles.length - kept.length,
  };
}

/** All of a few articles as they are; of many the latest ones first. */
export function latestFirst(articles: readonly Article[], few: number): readonly Article[] {
  if (articles.length <= few) return articles;
  const days = (article: Article) => article.publishedAt ?? '';
  return [...articles].sort((a, b) => (days(a) > days(b) ? -1 : days(a) < days(b) ? 1 : 0));
}

/** What the reader is told of articles that were left out; nothing where none was. */
export function readingNotices(
  read: number,
  leftOut: number,
  language: Language,
): readonly AnswerNotice[] {
  if (leftOut === 0) return [];
  const text = EVENT_PHRASES[language].readSome(read, read + leftOut);
  return [{ code: 'scope-limited', text }];
}
