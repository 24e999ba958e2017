import type { SentenceSupport } from './answer.ts';
import type { Article, Language } from './article.ts';
import type { Span } from './span.ts';

/** Words of an article that a sentence cites: `article.body.slice(start, end)`. */
export interface Evidence extends Span {
  readonly article: Article;
}

/** Holds sentences against the words they cite. */
export interface SentenceChecker {
  /**
   * @param sentence as shown; citation markers and emphasis in it are ignored
   * @param evidence the words it cites, read together
   * @param answerLanguage language of the reason
   */
  check(sentence: string, evidence: readonly Evidence[], answerLanguage: Language): SentenceSupport;
}

/** Evidence from words of an article; offsets count UTF-16 code units of its body. */
export function evidenceFrom(article: Article, { start, end }: Span): Evidence {
  return { article, start, end };
}
