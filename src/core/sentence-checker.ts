import type { SentenceSupport } from './answer.ts';
import type { Article, Language } from './article.ts';

/** Words of an article that a sentence cites, with what is needed to understand them. */
export interface Evidence {
  /** The cited words. */
  readonly quote: string;
  readonly language: Language;
  /** ISO 8601; what `26日` in the quote counts from. */
  readonly publishedAt: string | null;
  readonly title?: string | undefined;
  /** Every name of the outlet, which a sentence may credit. */
  readonly outletNames?: readonly string[] | undefined;
  /** The article's body and where in it the quote stands, so that 同日 and 他 can be resolved. */
  readonly place?: { readonly body: string; readonly start: number } | undefined;
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
export function evidenceFrom(
  article: Article,
  { start, end }: { readonly start: number; readonly end: number },
): Evidence {
  const { name, zh, en } = article.outlet;
  return {
    quote: article.body.slice(start, end),
    language: article.language,
    publishedAt: article.publishedAt,
    title: article.title,
    outletNames: [...new Set([name, zh, en])],
    place: { body: article.body, start },
  };
}
