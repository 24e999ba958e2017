import type { Article } from '../../core/article.ts';
import type { Passage } from '../../core/passage.ts';
import type { ArticleSpan } from '../article-span.ts';
import { areIndependent } from './independent-source.ts';

/** Who says the same, the source that is cited first. */
export interface Corroboration {
  /** Number of independent sources, reprints and shared agency reports counted once. */
  readonly sources: number;
  /** For each source the words in which it says so. */
  readonly spans: readonly ArticleSpan[];
}

/** More sources than this prove no more, and crowd the sentence. */
const MAX_SOURCES = 4;

/**
 * Which other sources among the passages carry a statement: those whose own words support all of
 * it by the same check that the cited words passed. Null when none does.
 *
 * @param cited words that support the statement already
 * @param passages best first
 * @param locate the words of a passage that by themselves support a statement, or null
 */
export function findCorroboration(
  statement: string,
  cited: readonly ArticleSpan[],
  passages: readonly Passage[],
  locate: (statement: string, passage: Passage) => ArticleSpan | null,
): Corroboration | null {
  const [first] = cited;
  if (first === undefined) return null;
  const spans: ArticleSpan[] = [first];
  const counted: Article[] = cited.map(({ article }) => article);
  for (const passage of passages) {
    if (spans.length === MAX_SOURCES) break;
    if (counted.some((article) => !areIndependent(article, passage.article))) continue;
    const span = locate(statement, passage);
    if (span === null) continue;
    counted.push(passage.article);
    spans.push(span);
  }
  return spans.length < 2 ? null : { sources: spans.length, spans };
}
