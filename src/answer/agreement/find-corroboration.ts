import type { Article } from '../../core/article.ts';
import type { Passage } from '../../core/passage.ts';
import type { ArticleSpan } from '../article-span.ts';
import type { LocatedSupport } from '../model/locate-support.ts';
import { areIndependent } from './independent-source.ts';

/** Who says the same, the source that is cited first. */
export interface Corroboration {
  /** Number of independent sources, reprints and shared agency reports counted once. */
  readonly sources: number;
  /** For each source the words in which it says so. */
  readonly spans: readonly ArticleSpan[];
}

/**
 * Which other sources among the passages carry a sentence: those whose own words support all of it
 * by the same check that the cited words passed. Null when none does.
 *
 * @param cited words that support the sentence already
 * @param locate finds the words of given passages that support a sentence
 */
export function findCorroboration(
  sentence: string,
  cited: readonly ArticleSpan[],
  passages: readonly Passage[],
  locate: (sentence: string, passages: readonly Passage[]) => LocatedSupport,
): Corroboration | null {
  const [first] = cited;
  if (first === undefined) return null;
  const spans: ArticleSpan[] = [first];
  const counted: Article[] = cited.map(({ article }) => article);
  for (const passage of passages) {
    if (counted.some((article) => !areIndependent(article, passage.article))) continue;
    const { support, spans: found } = locate(sentence, [passage]);
    const [span] = found;
    if (support.verdict !== 'supported' || span === undefined) continue;
    counted.push(passage.article);
    spans.push(span);
  }
  return spans.length < 2 ? null : { sources: spans.length, spans };
}
